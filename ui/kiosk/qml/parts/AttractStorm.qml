import QtQuick
import Teacup

// A storm's question, as large as it can be read from the queue, under its double spiral.
Rectangle {
    id: page

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit
    readonly property real margin: (look.isPortrait ? 88 : 112) * unit
    readonly property StormAsking asking: attract.asking

    color: look.paper

    Rectangle {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: 16 * page.unit
        color: page.look.brick
    }

    Item {
        x: page.margin + page.attract.shiftX * page.unit
        y: 96 * page.unit + page.attract.shiftY * page.unit
        width: page.width - 2 * page.margin
        height: page.height - 192 * page.unit

        Icon {
            id: spiral

            anchors.right: parent.right
            width: (page.look.isPortrait ? 360 : 400) * page.unit
            height: width
            name: "storm"
            colour: page.look.brick
        }

        Label {
            id: line

            anchors.left: parent.left
            anchors.right: spiral.left
            look: page.look
            size: 35
            isBold: true
            color: page.look.inkSoft
            text: page.asking.line
        }

        Column {
            y: page.look.isPortrait ? spiral.height + 96 * page.unit : Math.max(line.height + 64 * page.unit, (parent.height - height) / 2 - 24 * page.unit)
            anchors.left: parent.left
            width: page.look.isPortrait ? parent.width : Math.min(parent.width - spiral.width - 48 * page.unit, 1180 * page.unit)
            spacing: 36 * page.unit

            Label {
                objectName: "askedQuestion"
                width: parent.width
                look: page.look
                size: page.asking.question.length > 50 ? 72 : 96
                isBold: true
                font.letterSpacing: -0.02 * size * look.textUnit
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1.02
                horizontalAlignment: Text.AlignLeft
                text: page.asking.question
            }

            Label {
                objectName: "askedCall"
                width: parent.width
                look: page.look
                size: 44
                lineHeight: Math.round(56 * page.look.textUnit)
                text: page.asking.call
            }

            Label {
                width: parent.width
                visible: text !== ""
                look: page.look
                size: 35
                isBold: true
                color: page.look.brick
                text: page.asking.left
            }
        }

        TouchHere {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            width: parent.width * (page.look.isPortrait ? 0.8 : 0.7)
            look: page.look
            label: page.asking.touchHere
        }

        Label {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 80 * page.unit
            verticalAlignment: Text.AlignVCenter
            look: page.look
            color: page.look.inkSoft
            text: page.attract.place
        }
    }
}
