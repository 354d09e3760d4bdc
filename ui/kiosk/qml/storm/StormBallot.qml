import QtQuick
import Teacup
import "../parts"

// For whoever holds a paper ballot.
Paper {
    id: card

    required property StormPage page
    readonly property real pad: 32 * look.unit

    objectName: "ballotCard"
    height: words.height + 2 * pad

    Column {
        id: words

        x: card.pad
        y: card.pad
        width: parent.width - 2 * card.pad
        spacing: 24 * card.look.unit

        Label {
            width: parent.width
            look: card.look
            size: 35
            isBold: true
            lineHeight: Math.round(44 * card.look.textUnit)
            text: card.page.ballotTitle
        }

        PrimaryButton {
            objectName: "giveBallot"
            anchors.left: parent.left
            width: Math.min(implicitWidth, parent.width)
            inScroll: true
            look: card.look
            icon: "check"
            label: card.page.ballotWord
            onActivated: card.page.giveBallot()
        }
    }
}
