pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// Twelve large keys for digits. A real keyboard's digits, Backspace and Enter do the same while it has the focus.
FocusScope {
    id: pad

    required property Look look
    required property string eraseLabel
    required property string confirmLabel
    property bool canType: true
    property bool canConfirm: true
    readonly property real gap: 12 * look.unit
    property real keyWidth: Math.max(look.touch, 160 * look.unit)
    readonly property real keyHeight: Math.max(look.touch, 112 * look.unit)

    signal typed(string digit)
    signal erased
    signal confirmed

    objectName: "pinPad"
    implicitWidth: 3 * keyWidth + 2 * gap
    implicitHeight: 4 * keyHeight + 3 * gap
    focus: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Keys.onDigit0Pressed: type("0")
    Keys.onDigit1Pressed: type("1")
    Keys.onDigit2Pressed: type("2")
    Keys.onDigit3Pressed: type("3")
    Keys.onDigit4Pressed: type("4")
    Keys.onDigit5Pressed: type("5")
    Keys.onDigit6Pressed: type("6")
    Keys.onDigit7Pressed: type("7")
    Keys.onDigit8Pressed: type("8")
    Keys.onDigit9Pressed: type("9")
    Keys.onReturnPressed: confirm()
    Keys.onEnterPressed: confirm()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Backspace;
        if (event.accepted)
            erased();
    }

    function type(digit: string) {
        if (canType)
            typed(digit);
    }

    function confirm() {
        if (canConfirm)
            confirmed();
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "confirm"]

        Item {
            id: key

            required property int index
            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            readonly property bool isOn: modelData === "confirm" ? pad.canConfirm : pad.canType

            function press() {
                if (isDigit)
                    pad.type(modelData);
                else if (modelData === "erase")
                    pad.erased();
                else
                    pad.confirm();
            }

            objectName: "pin-" + modelData
            x: index % 3 * (pad.keyWidth + pad.gap)
            y: Math.floor(index / 3) * (pad.keyHeight + pad.gap)
            width: pad.keyWidth
            height: pad.keyHeight
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.Button
            Accessible.name: isDigit ? modelData : (modelData === "erase" ? pad.eraseLabel : pad.confirmLabel)
            Accessible.onPressAction: press()

            Rectangle {
                readonly property color still: key.isDigit ? pad.look.paper : pad.look.hair

                anchors.fill: parent
                radius: 4
                color: pad.look.isHighContrast ? pad.look.paper : (tap.pressed ? pad.look.butter : still)
                border.color: pad.look.isHighContrast ? pad.look.ink : pad.look.line
                border.width: pad.look.isHighContrast ? (tap.pressed ? 6 : 3) : 1
            }

            Label {
                anchors.centerIn: parent
                visible: key.modelData !== "erase"
                width: Math.min(implicitWidth, parent.width - 16)
                look: pad.look
                size: key.isDigit ? 44 : 28
                isBold: !key.isDigit
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 14
                color: key.isOn ? pad.look.ink : pad.look.inkSoft
                text: key.isDigit ? key.modelData : pad.confirmLabel
            }

            Icon {
                anchors.centerIn: parent
                visible: key.modelData === "erase"
                width: 44 * pad.look.unit
                height: width
                name: "backspace"
                colour: pad.look.ink
            }

            TapHandler {
                id: tap

                gesturePolicy: TapHandler.ReleaseWithinBounds
                onTapped: key.press()
            }
        }
    }
}
