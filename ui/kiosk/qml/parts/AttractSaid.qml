import QtQuick
import Teacup

// The left page: a customer's words, the largest thing in the room.
Item {
    id: side

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit
    readonly property real margin: 112 * unit

    Item {
        id: sheet

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
            color: side.look.inkSoft
            text: side.attract.youSaid
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
                id: mark

                LayoutMirroring.enabled: side.attract.isQuoteMirrored
                anchors.right: quote.left
                anchors.top: quote.top
                horizontalAlignment: Text.AlignRight
                look: side.look
                isBold: true
                font.pixelSize: quote.fontInfo.pixelSize
                lineHeightMode: Text.ProportionalHeight
                lineHeight: quote.lineHeight
                text: side.attract.quoteMark
            }

            Label {
                id: quote

                objectName: "quote"
                LayoutMirroring.enabled: side.attract.isQuoteMirrored
                anchors.left: parent.left
                width: parent.width
                height: words.height - author.height - 40 * side.unit
                horizontalAlignment: Text.AlignLeft
                look: side.look
                size: side.attract.quoteSize
                isBold: true
                font.letterSpacing: -0.01 * size * look.textUnit
                fontSizeMode: Text.VerticalFit
                minimumPixelSize: 22 * side.unit
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1.1
                elide: Text.ElideRight
                text: side.attract.quote
            }

            Label {
                id: author

                y: quote.contentHeight + 40 * side.unit
                anchors.left: parent.left
                anchors.right: parent.right
                look: side.look
                color: side.look.inkSoft
                text: side.attract.author
            }
        }

        TouchHere {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            look: side.look
            label: side.attract.touchHere
        }
    }
}
