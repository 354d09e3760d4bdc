import QtQuick
import Teacup
import "../parts"

// One idea of the shortlist on a ballot; the chosen one has tick and frame.
Touchable {
    id: card

    required property BallotChoice choice

    objectName: "ballotChoice-" + choice.number
    label: choice.text + ". " + choice.name
    inScroll: true
    Accessible.role: Accessible.RadioButton
    Accessible.checked: choice.isChosen
    implicitHeight: Math.max(look.touch, words.height)
    height: implicitHeight

    Paper {
        anchors.fill: parent
        look: card.look
        color: card.choice.paper
    }

    Rectangle {
        anchors.fill: parent
        color: card.isPressed ? "#1A000000" : "transparent"
        border.color: card.look.ink
        border.width: card.choice.isChosen ? 4 : 0
    }

    Icon {
        id: tick

        anchors.right: parent.right
        anchors.rightMargin: 24 * card.look.unit
        anchors.verticalCenter: parent.verticalCenter
        width: 44 * card.look.textUnit
        height: width
        visible: card.choice.isChosen
        name: "check"
        colour: card.look.brick
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 28 * card.look.unit
        anchors.right: tick.left
        anchors.rightMargin: 16 * card.look.unit
        topPadding: 20 * card.look.unit
        bottomPadding: 20 * card.look.unit
        spacing: 8 * card.look.unit

        Label {
            width: parent.width
            look: card.look
            maximumLineCount: 4
            elide: Text.ElideRight
            text: card.choice.text
        }

        Label {
            width: parent.width
            look: card.look
            size: 22
            isBold: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            text: card.choice.name
        }
    }
}
