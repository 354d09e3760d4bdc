pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// The wall behind the note in front: its papers without letters, under the wall's colour.
Item {
    id: behind

    required property NotePage page
    required property Look look

    Rectangle {
        anchors.fill: parent
        color: behind.look.wall
    }

    Repeater {
        model: behind.look.isHighContrast ? [] : behind.page.papers

        Rectangle {
            required property BarePaper modelData

            x: modelData.place.x
            y: modelData.place.y
            width: modelData.place.width
            height: modelData.place.height
            color: modelData.paper
        }
    }

    Rectangle {
        anchors.fill: parent
        color: behind.look.wall
        opacity: 0.66
    }
}
