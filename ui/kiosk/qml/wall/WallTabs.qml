pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// The orders of the wall, side by side.
Row {
    id: tabs

    required property WallPage wall
    required property Look look

    spacing: 36 * look.unit

    Repeater {
        model: tabs.wall.tabs

        WordButton {
            required property WallTab modelData

            objectName: "tab-" + modelData.key
            look: tabs.look
            size: 28
            barHeight: 5
            label: modelData.title
            isChosen: modelData.isChosen
            onActivated: tabs.wall.chooseTab(modelData.key)
        }
    }
}
