import QtQuick
import Teacup

// The right page: the owner's answer, signed and stamped.
Item {
    id: side

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit
    readonly property real margin: 104 * unit

    Item {
        x: side.margin + side.attract.shiftX * side.unit
        y: (side.look.isPortrait ? 88 : 104) * side.unit + side.attract.shiftY * side.unit
        width: side.width - 2 * side.margin
        height: side.height - 2 * y + side.attract.shiftY * side.unit

        Label {
            id: heading

            anchors.left: parent.left
            anchors.right: parent.right
            look: side.look
            size: 35
            isBold: true
            color: side.look.brick
            text: side.attract.weDid
        }

        Fading {
            id: words

            anchors.top: heading.bottom
            anchors.topMargin: 32 * side.unit
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: foot.top
            anchors.bottomMargin: 24 * side.unit
            attract: side.attract
            look: side.look

            Label {
                id: answer

                objectName: "answer"
                LayoutMirroring.enabled: side.attract.isAnswerMirrored
                anchors.left: parent.left
                width: parent.width
                height: words.height - signature.height - stamp.height - 80 * side.unit
                horizontalAlignment: Text.AlignLeft
                look: side.look
                size: side.attract.answerSize
                fontSizeMode: Text.VerticalFit
                minimumPixelSize: 22 * side.unit
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1.2
                elide: Text.ElideRight
                text: side.attract.answer
            }

            Label {
                id: signature

                y: answer.contentHeight + 32 * side.unit
                anchors.left: parent.left
                anchors.right: parent.right
                look: side.look
                isBold: true
                color: side.look.brick
                text: side.attract.signed
            }

            Stamp {
                id: stamp

                anchors.top: signature.bottom
                anchors.topMargin: 40 * side.unit
                anchors.left: parent.left
                width: implicitWidth
                height: implicitHeight
                look: side.look
                letterSize: 44
                status: side.attract.status
                word: side.attract.stamp
            }
        }

        Row {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 64 * side.unit

            Label {
                width: parent.width - place.width
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                look: side.look
                color: side.look.inkSoft
                text: side.attract.hours
            }

            Label {
                id: place

                height: parent.height
                verticalAlignment: Text.AlignVCenter
                look: side.look
                color: side.look.inkSoft
                wrapMode: Text.NoWrap
                text: side.attract.place
            }
        }
    }
}
