pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "keyboard"
import "parts"

// The owner's way out: her PIN on a pad, then what she came for.
Rectangle {
    id: page

    required property Leaving leaving
    required property Look look
    readonly property real unit: look.unit
    readonly property bool isPad: leaving.step === "pin"

    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    color: look.wall

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 96 * page.unit, 620 * page.unit)
        spacing: 32 * page.unit

        Label {
            width: parent.width
            look: page.look
            size: 44
            isBold: true
            text: page.leaving.title
        }

        PinDots {
            visible: page.isPad
            leaving: page.leaving
            look: page.look
        }

        Label {
            objectName: "leavingSentence"
            width: parent.width
            visible: text !== ""
            look: page.look
            color: page.look.inkSoft
            text: page.leaving.sentence
        }

        PinPad {
            width: parent.width
            keyWidth: (width - 2 * gap) / 3
            visible: page.isPad
            focus: page.isPad
            look: page.look
            eraseLabel: page.leaving.eraseLabel
            confirmLabel: page.leaving.confirmLabel
            canType: page.leaving.canType
            canConfirm: page.leaving.canConfirm
            onTyped: digit => page.leaving.type_digit(digit)
            onErased: page.leaving.erase()
            onConfirmed: page.leaving.confirm()
        }

        LeavingChoices {
            visible: !page.isPad
            width: parent.width
            leaving: page.leaving
            look: page.look
        }

        PlainButton {
            objectName: "leavingBack"
            width: parent.width
            look: page.look
            icon: "chevron-left"
            iconTurns: true
            label: page.leaving.backLabel
            onActivated: page.leaving.go_back()
        }
    }
}
