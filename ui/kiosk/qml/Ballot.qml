pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "keyboard"
import "note"
import "parts"
import "storm"

// A paper ballot: its code, then what to choose among, then thanks.
Rectangle {
    id: page

    required property BallotPage ballot
    required property KeyboardModel keyboard
    required property Look look
    readonly property real unit: look.unit
    readonly property real side: (look.isPortrait ? 48 : 96) * unit

    objectName: "ballotPage"
    color: look.wall
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    onVisibleChanged: if (visible)
        code.forceActiveFocus()

    Column {
        id: head

        x: page.side
        y: (page.look.isPortrait ? 96 : 64) * page.unit
        width: page.width - 2 * page.side
        spacing: 20 * page.unit

        Icon {
            anchors.left: parent.left
            width: 64 * page.look.textUnit
            height: width
            name: "storm"
            colour: page.look.brick
        }

        Label {
            objectName: "ballotTitle"
            width: parent.width
            look: page.look
            size: page.ballot.step === "given" ? 80 : 44
            isBold: true
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
            text: page.ballot.title
        }

        Label {
            objectName: "ballotSentence"
            width: parent.width
            look: page.look
            isBold: page.ballot.hasProblem
            color: isBold ? page.look.brick : page.look.inkSoft
            text: page.ballot.sentence
        }

        PairingLine {
            id: code

            objectName: "ballotCode"
            anchors.left: parent.left
            width: Math.min(parent.width, 760 * page.look.textUnit)
            visible: page.ballot.step === "code"
            focus: true
            look: page.look
            keyboard: page.keyboard
            name: page.ballot.codeLabel
            given: page.ballot.code
            isWrong: page.ballot.hasProblem
            enabled: !page.ballot.isBusy
            onEdited: text => page.ballot.set_code(text)
            onAccepted: page.ballot.go_on()
        }
    }

    Scroll {
        id: list

        objectName: "ballotScroll"
        anchors.top: head.bottom
        anchors.topMargin: 32 * page.unit
        anchors.bottom: buttons.top
        anchors.bottomMargin: 24 * page.unit
        x: page.side
        width: page.width - 2 * page.side
        visible: page.ballot.step === "choose"
        contentHeight: choices.height + 24 * page.unit
        look: page.look

        Grid {
            id: choices

            readonly property real gap: 24 * page.unit

            width: parent.width
            columns: page.look.isPortrait || page.look.isLarge ? 1 : 2
            spacing: gap

            Repeater {
                model: page.ballot.choices

                BallotCard {
                    required property BallotChoice modelData

                    width: (choices.width - (choices.columns - 1) * choices.gap) / choices.columns
                    choice: modelData
                    look: page.look
                    onActivated: page.ballot.choose(modelData.number)
                }
            }
        }
    }

    Item {
        id: buttons

        x: page.side
        anchors.bottom: page.ballot.step === "code" ? keys.top : parent.bottom
        anchors.bottomMargin: 32 * page.unit
        width: page.width - 2 * page.side
        height: goOn.height

        PlainButton {
            objectName: "leaveBallot"
            anchors.left: parent.left
            height: parent.height
            visible: label !== ""
            look: page.look
            label: page.ballot.leaveLabel
            onActivated: page.ballot.leave()
        }

        PrimaryButton {
            id: goOn

            objectName: "ballotGoOn"
            anchors.right: parent.right
            look: page.look
            label: page.ballot.goOnLabel
            isResting: !page.ballot.canGoOn
            onActivated: page.ballot.go_on()
        }
    }

    Keyboard {
        id: keys

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: page.ballot.step === "code"
        keyboard: page.keyboard
        look: page.look
    }
}
