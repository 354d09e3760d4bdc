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
            readonly property int step: 4 - index

            // The farther below, the narrower, as notes on the wall are painted.
            z: -1
            x: step - 3
            y: 2 * step
            width: paper.width + 6 - 2 * step
            height: paper.height - 0.25 * step
            radius: 2
            color: "#08000000"
        }
    }
}
