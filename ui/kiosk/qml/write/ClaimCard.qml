import QtQuick
import Teacup
import "../parts"

// The claim code, large enough for a photo from where one stands, and the same as a code for phones.
Paper {
    id: card

    required property ThanksPage thanks
    readonly property real pad: 60 * look.unit
    readonly property real side: 300 * look.unit
    readonly property bool hasCode: thanks.claimAddress !== ""

    objectName: "claimCard"
    height: lines.height + 2 * lines.y

    Column {
        id: lines

        x: card.pad
        y: 56 * card.look.unit
        width: card.width - 2 * card.pad

        Label {
            width: parent.width
            look: card.look
            text: card.thanks.codeLabel
        }

        Item {
            width: parent.width
            height: 12 * card.look.unit
        }

        Label {
            objectName: "code"
            width: parent.width
            look: card.look
            size: 80
            isBold: true
            lineHeight: Math.round(128 * card.look.textUnit)
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 40
            horizontalAlignment: Text.AlignLeft
            text: card.thanks.code
        }

        TearLine {
            width: parent.width
            height: card.look.isHighContrast ? 3 : 2
            colour: card.look.isHighContrast ? card.look.ink : card.look.dots
            isSolid: card.look.isHighContrast
        }

        Item {
            width: parent.width
            height: 48 * card.look.unit
        }

        Item {
            width: parent.width
            height: Math.max(card.hasCode ? card.side : 0, words.height)

            QrCode {
                id: qr

                objectName: "claimQr"
                anchors.left: parent.left
                visible: card.hasCode
                width: card.side
                height: card.side
                address: card.thanks.claimAddress
                colour: card.look.ink
            }

            Column {
                id: words

                anchors.left: card.hasCode ? qr.right : parent.left
                anchors.leftMargin: card.hasCode ? 48 * card.look.unit : 0
                anchors.right: parent.right
                spacing: 36 * card.look.unit

                Label {
                    width: parent.width
                    look: card.look
                    text: card.thanks.keep
                }

                Label {
                    width: parent.width
                    look: card.look
                    text: card.thanks.use
                }
            }
        }
    }
}
