import QtQuick
import Teacup
import "parts"
import "write"

// Thanks, what happens next, and the card with the claim code. Clears itself.
Rectangle {
    id: page

    required property ThanksPage thanks
    required property Look look
    readonly property real u: look.unit
    readonly property real side: (look.isPortrait ? 64 : Math.min(128, width / u / 16)) * u
    readonly property real cardWidth: look.isPortrait ? width - 2 * side : (look.isLarge ? 864 : 704) * u

    objectName: "thanksPage"
    color: look.wall
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true

    Column {
        id: said

        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.top: parent.top
        anchors.topMargin: (page.look.isPortrait ? 96 : 132) * page.u
        width: page.look.isPortrait ? page.cardWidth : page.width - 2 * page.side - page.cardWidth - 64 * page.u
        spacing: 36 * page.u

        Label {
            width: parent.width
            look: page.look
            size: 96
            isBold: true
            font.letterSpacing: -1.92 * page.look.textUnit
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 0.86
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 40
            Accessible.role: Accessible.Heading
            text: page.thanks.title
        }

        Column {
            anchors.left: parent.left
            width: Math.min(parent.width, 700 * page.look.textUnit)

            Label {
                width: parent.width
                look: page.look
                size: 35
                lineHeight: Math.round(49 * page.look.textUnit)
                text: page.thanks.next
            }

            Label {
                objectName: "day"
                width: parent.width
                visible: text !== ""
                look: page.look
                size: 35
                isBold: true
                lineHeight: Math.round(49 * page.look.textUnit)
                text: page.thanks.day
            }
        }
    }

    // On a small screen with large letters what happens next comes first.
    OwnNote {
        id: note

        anchors.left: said.left
        anchors.top: said.bottom
        anchors.topMargin: 48 * page.u
        width: Math.min(said.width, 620 * page.look.textUnit)
        visible: y + height < done.y - 16 * page.u
        look: page.look
        text: page.thanks.ownWords
    }

    ClaimCard {
        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.top: page.look.isPortrait ? note.bottom : parent.top
        anchors.topMargin: (page.look.isPortrait ? 72 : 128) * page.u
        width: page.cardWidth
        thanks: page.thanks
        look: page.look
    }

    Label {
        objectName: "countdown"
        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.right: done.left
        anchors.rightMargin: 32 * page.u
        anchors.verticalCenter: done.verticalCenter
        look: page.look
        color: page.look.inkSoft
        text: page.thanks.countdown
    }

    PrimaryButton {
        id: done

        objectName: "done"
        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 64 * page.u
        width: Math.max(implicitWidth, 320 * page.u)
        look: page.look
        label: page.thanks.doneLabel
        onActivated: page.thanks.finish()
    }
}
