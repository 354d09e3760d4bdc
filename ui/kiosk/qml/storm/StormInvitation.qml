import QtQuick
import Teacup
import "../parts"

// What somebody said, and the question to the one who reads it.
Paper {
    id: card

    required property StormPage page
    readonly property real pad: 28 * look.unit

    objectName: "invitationCard"
    height: words.height + 2 * pad
    color: page.invitedPaper

    Column {
        id: words

        x: card.pad
        y: card.pad
        width: parent.width - 2 * card.pad
        spacing: 10 * card.look.unit

        Label {
            objectName: "inviter"
            width: parent.width
            look: card.look
            size: 22
            isBold: true
            color: card.look.brick
            text: card.page.inviter
        }

        Label {
            objectName: "invitedText"
            width: parent.width
            look: card.look
            maximumLineCount: 3
            elide: Text.ElideRight
            text: card.page.invitedText
        }

        Item {
            width: parent.width
            height: Math.max(build.height, you.height) + 6 * card.look.unit

            Label {
                id: you

                anchors.left: parent.left
                anchors.right: build.left
                anchors.rightMargin: 16 * card.look.unit
                anchors.verticalCenter: build.verticalCenter
                look: card.look
                size: 35
                isBold: true
                lineHeight: Math.round(42 * card.look.textUnit)
                text: card.page.andYou
            }

            PlainButton {
                id: build

                objectName: "buildOn"
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                inScroll: true
                look: card.look
                icon: "plus"
                label: card.page.buildWord
                onActivated: card.page.build()
            }
        }
    }
}
