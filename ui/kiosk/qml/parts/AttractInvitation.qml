import QtQuick
import Teacup

// Nothing was carried out yet: whose board this is, and what it promises.
Rectangle {
    id: page

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit
    readonly property real margin: 112 * unit

    color: look.wall

    Rectangle {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: 16 * page.unit
        color: page.look.brick
    }

    Item {
        x: page.margin + page.attract.shiftX * page.unit
        y: 104 * page.unit + page.attract.shiftY * page.unit
        width: page.width - 2 * page.margin
        height: page.height - 208 * page.unit

        Label {
            id: shop

            anchors.left: parent.left
            anchors.right: parent.right
            look: page.look
            size: 44
            isBold: true
            color: page.look.inkSoft
            text: page.attract.shopName
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            width: Math.min(parent.width, 1150 * page.unit)
            spacing: 48 * page.unit

            Label {
                objectName: "invitation"
                width: parent.width
                look: page.look
                size: 96
                isBold: true
                font.letterSpacing: -0.01 * size * look.textUnit
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1.05
                text: page.attract.invitation
            }

            Label {
                width: parent.width
                look: page.look
                size: 44
                text: page.attract.promise
            }
        }

        TouchHere {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            width: parent.width * (page.look.isPortrait ? 1 : 0.6)
            look: page.look
            label: page.attract.touchHere
        }

        Label {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: page.look.isPortrait ? 112 * page.unit : 0
            width: page.look.isPortrait ? parent.width : parent.width * 0.4
            height: 80 * page.unit
            horizontalAlignment: page.look.isPortrait ? Text.AlignLeft : Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            look: page.look
            color: page.look.inkSoft
            text: page.attract.hours
        }
    }
}
