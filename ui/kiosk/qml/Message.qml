import QtQuick
import Teacup
import "parts"

// Why there is no board here.
Rectangle {
    id: page

    required property MessagePage message
    required property Look look
    readonly property real unit: look.unit

    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    color: look.wall

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 192 * page.unit, 1200 * page.unit)
        spacing: 40 * page.unit

        Icon {
            width: 96 * page.unit
            height: width
            name: "mark"
            colour: page.look.brick
        }

        Label {
            width: parent.width
            look: page.look
            size: 80
            isBold: true
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1.1
            text: page.message.title
        }

        Label {
            width: parent.width
            look: page.look
            size: 44
            color: page.look.inkSoft
            text: page.message.sentence
        }
    }
}
