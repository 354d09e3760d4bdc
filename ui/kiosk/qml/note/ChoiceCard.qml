import QtQuick
import Teacup
import "../parts"

// One of the three words, with what it means.
Touchable {
    id: card

    required property BuildChoice choice

    label: choice.word + ": " + choice.explanation
    implicitHeight: Math.max(look.touch, (look.isPortrait ? 220 : 260) * look.textUnit)

    Paper {
        anchors.fill: parent
        look: card.look
        color: card.isPressed ? card.look.mat : card.look.raised
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 64 * card.look.unit
        spacing: 16 * card.look.unit

        Label {
            width: parent.width
            look: card.look
            size: 44
            isBold: true
            lineHeight: Math.round(54 * card.look.textUnit)
            color: card.look.brick
            horizontalAlignment: Text.AlignHCenter
            text: card.choice.word
        }

        Label {
            width: parent.width
            look: card.look
            horizontalAlignment: Text.AlignHCenter
            text: card.choice.explanation
        }
    }
}
