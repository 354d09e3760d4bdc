import QtQuick
import Teacup
import "parts"

// The owner has taken this kiosk off her list: nothing of the shop is shown here any more.
Rectangle {
    id: page

    required property Kiosk kiosk
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
            text: page.kiosk.disconnectedTitle
        }

        Label {
            width: parent.width
            look: page.look
            size: 44
            color: page.look.inkSoft
            text: page.kiosk.disconnectedSentence
        }
    }
}
