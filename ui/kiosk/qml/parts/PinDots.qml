pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// How many digits are typed; never which.
Row {
    id: row

    required property Leaving leaving
    required property Look look

    spacing: 24 * look.unit
    LayoutMirroring.enabled: false
    x: look.isMirrored && parent ? parent.width - width : 0

    Repeater {
        model: row.leaving.places

        Rectangle {
            required property int index

            width: 28 * row.look.unit
            height: width
            radius: width / 2
            color: index < row.leaving.dots ? row.look.ink : "transparent"
            border.color: row.look.line
            border.width: 2
        }
    }
}
