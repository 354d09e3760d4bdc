pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// A tab for each running storm: its mark, its question, and what is left of it. They share the room there is.
Row {
    id: row

    required property WallPage wall
    required property StormRoom storms
    required property Look look
    readonly property real share: (width - (tabs.count - 1) * spacing) / Math.max(1, tabs.count)

    spacing: 36 * look.unit

    Repeater {
        id: tabs

        model: row.storms.tabs.all

        Touchable {
            id: tab

            required property StormTab modelData
            readonly property real room: row.share - mark.width - rule.width - left.width - 40 * look.unit

            objectName: "tab-" + modelData.key
            look: row.look
            label: modelData.title + ". " + modelData.left
            width: mark.width + word.width + rule.width + left.width + 40 * look.unit
            height: look.touch
            Accessible.role: Accessible.RadioButton
            Accessible.checked: modelData.isChosen
            onActivated: row.wall.chooseTab(modelData.key)

            Icon {
                id: mark

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: 36 * tab.look.textUnit
                height: width
                name: "storm"
                colour: tab.look.brick
            }

            Label {
                id: word

                anchors.left: mark.right
                anchors.leftMargin: 10 * tab.look.unit
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, tab.room)
                look: tab.look
                isBold: tab.modelData.isChosen
                color: tab.modelData.isChosen || tab.isPressed ? tab.look.ink : tab.look.inkSoft
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: tab.modelData.title
            }

            Rectangle {
                id: rule

                anchors.left: word.right
                anchors.leftMargin: 14 * tab.look.unit
                anchors.verticalCenter: parent.verticalCenter
                width: 2
                height: 30 * tab.look.textUnit
                color: tab.look.isHighContrast ? tab.look.ink : tab.look.dots
            }

            Label {
                id: left

                anchors.left: rule.right
                anchors.leftMargin: 14 * tab.look.unit
                anchors.verticalCenter: parent.verticalCenter
                look: tab.look
                size: 22
                isBold: true
                color: tab.look.brick
                wrapMode: Text.NoWrap
                text: tab.modelData.left
            }

            Rectangle {
                anchors.left: word.left
                y: parent.height / 2 + 0.68 * word.font.pixelSize + 8 * tab.look.unit
                width: word.width
                height: 5 * tab.look.unit
                visible: tab.modelData.isChosen
                color: tab.look.brick
            }
        }
    }
}
