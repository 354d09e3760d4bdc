import QtQuick
import Teacup
import "../parts"

// The double spiral, the question as large as it fits, what is left of it; beside it, or below it on upright
// screens, what the next customer can do.
Item {
    id: head

    required property StormPage page
    required property Look look
    readonly property StormTelling telling: page.telling
    readonly property bool isWide: !look.isPortrait && (invitation.isThere || ballot.isThere)
    readonly property real beside: isWide ? Math.max(560 * look.unit, width * 0.34) : 0
    readonly property real gap: 64 * look.unit

    implicitHeight: Math.max(words.height, isWide ? card.height : 0) + (!isWide && card.height > 0 ? card.height + 36 * look.unit : 0)
    height: implicitHeight

    Column {
        id: words

        anchors.left: parent.left
        width: parent.width - (head.isWide ? head.beside + head.gap : 0)
        spacing: 14 * head.look.unit

        Item {
            width: parent.width
            height: Math.max(mark.height, line.height)

            Icon {
                id: mark

                anchors.left: parent.left
                width: 64 * head.look.textUnit
                height: width
                name: "storm"
                colour: head.look.brick
            }

            Column {
                id: line

                anchors.left: mark.right
                anchors.leftMargin: 20 * head.look.unit
                anchors.right: parent.right
                anchors.verticalCenter: mark.verticalCenter

                Label {
                    width: parent.width
                    look: head.look
                    size: 22
                    color: head.look.inkSoft
                    text: head.telling.line
                }

                Label {
                    objectName: "stormLeft"
                    width: parent.width
                    visible: text !== ""
                    look: head.look
                    isBold: true
                    color: head.look.brick
                    text: head.telling.left
                }
            }
        }

        Label {
            objectName: "stormQuestion"
            width: parent.width
            look: head.look
            size: head.telling.question.length > 45 ? 56 : head.look.isLarge ? 64 : 80
            isBold: true
            font.letterSpacing: -0.015 * size * look.textUnit
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1.02
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.Heading
            text: head.telling.question
        }

        Label {
            width: parent.width
            visible: text !== ""
            look: head.look
            horizontalAlignment: Text.AlignLeft
            text: head.telling.about
        }

        Label {
            objectName: "stormLead"
            width: parent.width
            visible: text !== ""
            look: head.look
            size: 35
            isBold: true
            lineHeight: Math.round(44 * head.look.textUnit)
            text: head.telling.lead
        }

        Label {
            objectName: "stormMore"
            width: parent.width
            visible: text !== ""
            look: head.look
            size: 22
            color: head.look.inkSoft
            text: head.telling.more
        }
    }

    Item {
        id: card

        anchors.right: parent.right
        y: head.isWide ? 0 : words.height + 36 * head.look.unit
        width: head.isWide ? head.beside : parent.width
        height: invitation.isThere ? invitation.height : ballot.isThere ? ballot.height : 0

        StormInvitation {
            id: invitation

            readonly property bool isThere: head.page.isInviting

            width: parent.width
            visible: isThere
            page: head.page
            look: head.look
        }

        StormBallot {
            id: ballot

            readonly property bool isThere: head.page.takesBallots

            width: parent.width
            visible: isThere
            page: head.page
            look: head.look
        }
    }
}
