pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// A sheet lying on the wall: one short, soft shadow; in high contrast a border instead.
Rectangle {
    id: paper

    required property Look look

    color: look.paper
    radius: 2
    border.color: look.ink
    border.width: look.isHighContrast ? 3 : 0

    Repeater {
        model: paper.look.isHighContrast ? 0 : 4

        Rectangle {
            required property int index
            readonly property real reach: 4 - index

            z: -1
            x: -reach / 2
            y: 0
            width: paper.width + reach
            height: paper.height + reach
            radius: 2 + reach / 2
            color: "#07000000"
        }
    }
}
