import QtQuick
import Teacup
import "../parts"

// The owner's conclusion: a slip with the shop's spine, and whom it rests on.
SlipPaper {
    id: slip

    required property StormEnding ending
    readonly property real pad: 48 * look.unit

    objectName: "stormSlip"
    spine: 12 * look.unit
    height: words.height

    Column {
        id: words

        x: slip.pad + slip.spine * (slip.look.isMirrored ? 0 : 1)
        width: parent.width - 2 * slip.pad - slip.spine
        topPadding: 40 * slip.look.unit
        bottomPadding: 40 * slip.look.unit
        spacing: 24 * slip.look.unit

        Label {
            width: Math.min(parent.width, 1300 * slip.look.textUnit)
            objectName: "decided"
            look: slip.look
            size: 44
            isBold: true
            lineHeight: Math.round(56 * slip.look.textUnit)
            text: slip.ending.decided
        }

        Label {
            width: Math.min(parent.width, 1300 * slip.look.textUnit)
            visible: text !== ""
            look: slip.look
            size: 35
            text: slip.ending.because
        }

        Label {
            width: parent.width
            visible: text !== ""
            look: slip.look
            isBold: true
            color: slip.look.brick
            text: slip.ending.done
        }

        Column {
            width: parent.width

            Label {
                width: parent.width
                look: slip.look
                size: 22
                isBold: true
                color: slip.look.inkSoft
                text: slip.ending.heardTitle
            }

            Label {
                width: Math.min(parent.width, 1300 * slip.look.textUnit)
                look: slip.look
                text: slip.ending.heard
            }
        }

        Column {
            width: parent.width
            visible: slip.ending.creditsLine !== ""

            Label {
                width: parent.width
                visible: slip.ending.credits.length > 0
                look: slip.look
                size: 22
                isBold: true
                color: slip.look.inkSoft
                text: slip.ending.creditsTitle
            }

            Label {
                objectName: "credits"
                width: Math.min(parent.width, 1300 * slip.look.textUnit)
                look: slip.look
                isBold: true
                text: slip.ending.creditsLine
            }
        }

        Label {
            width: Math.min(parent.width, 1300 * slip.look.textUnit)
            visible: text !== ""
            look: slip.look
            text: slip.ending.thanks
        }

        Label {
            width: parent.width
            look: slip.look
            isBold: true
            color: slip.look.brick
            text: slip.ending.signed
        }
    }
}
