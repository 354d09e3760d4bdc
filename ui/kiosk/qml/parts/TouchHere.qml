import QtQuick
import Teacup

// The teacup and what to do.
Row {
    id: row

    required property Look look
    required property string label

    objectName: "touchHere"
    height: 80 * look.unit
    spacing: 24 * look.unit

    Icon {
        width: parent.height
        height: width
        name: "mark"
        colour: row.look.brick
    }

    Label {
        width: parent.width - parent.height - parent.spacing
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        look: row.look
        size: 35
        isBold: true
        text: row.label
    }
}
