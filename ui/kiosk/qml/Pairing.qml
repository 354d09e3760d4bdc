import QtQuick
import Teacup
import "keyboard"
import "parts"

// Where a new kiosk learns its shop: two lines to type, on our keyboard or a real one.
Rectangle {
    id: page

    required property PairingPage pairing
    required property KeyboardModel keyboard
    required property Look look
    readonly property real unit: look.unit

    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    color: look.wall

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: keys.top

        Column {
            anchors.centerIn: parent
            width: Math.min(parent.width - 128 * page.unit, 1560 * page.unit)
            spacing: 24 * page.unit

            Label {
                objectName: "pairingTitle"
                width: parent.width
                look: page.look
                size: 44
                isBold: true
                text: page.pairing.title
            }

            Label {
                objectName: "pairingSentence"
                width: parent.width
                look: page.look
                isBold: page.pairing.problem !== ""
                color: isBold ? page.look.brick : page.look.inkSoft
                text: page.pairing.problem || page.pairing.explanation
            }

            Grid {
                id: lines

                readonly property real lineWidth: (width - (columns - 1) * spacing) / columns

                width: parent.width
                columns: page.look.isPortrait ? 1 : 2
                spacing: 24 * page.unit

                PairingLine {
                    objectName: "address"
                    width: lines.lineWidth
                    focus: true
                    look: page.look
                    keyboard: page.keyboard
                    name: page.pairing.addressLabel
                    given: page.pairing.address
                    isWrong: page.pairing.wrongField === "address"
                    enabled: !page.pairing.isBusy
                    onEdited: text => page.pairing.set_address(text)
                    onAccepted: code.forceActiveFocus()
                }

                PairingLine {
                    id: code

                    objectName: "code"
                    width: lines.lineWidth
                    look: page.look
                    keyboard: page.keyboard
                    name: page.pairing.codeLabel
                    given: page.pairing.code
                    isWrong: page.pairing.wrongField === "code"
                    enabled: !page.pairing.isBusy
                    onEdited: text => page.pairing.set_code(text)
                    onAccepted: page.pairing.pair()
                }
            }

            Flow {
                width: parent.width
                spacing: 24 * page.unit

                PrimaryButton {
                    objectName: "pair"
                    look: page.look
                    enabled: page.pairing.canPair
                    opacity: enabled || page.pairing.isBusy ? 1 : 0.5
                    label: page.pairing.pairLabel
                    onActivated: page.pairing.pair()
                }

                PlainButton {
                    objectName: "leavePairing"
                    visible: page.pairing.canLeave
                    look: page.look
                    label: page.pairing.leaveLabel
                    onActivated: page.pairing.leave()
                }
            }
        }
    }

    Keyboard {
        id: keys

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        keyboard: page.keyboard
        look: page.look
    }
}
