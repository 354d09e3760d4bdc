import QtQuick
import "../parts"

// A small and a large letter: makes all letters larger, and small again.
Touchable {
    id: button

    property bool isChosen: false

    Accessible.checkable: true
    Accessible.checked: isChosen
    implicitWidth: Math.max(look.touch, 72 * look.unit)
    implicitHeight: Math.max(look.touch, 64 * look.unit)

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: button.isPressed || button.isChosen ? button.look.mat : "transparent"
        border.color: button.look.isHighContrast || button.isChosen ? button.look.ink : "transparent"
        border.width: button.look.isHighContrast ? 3 : 2
    }

    Row {
        anchors.centerIn: parent
        LayoutMirroring.enabled: false

        Label {
            anchors.baseline: big.baseline
            look: button.look
            size: 22 * button.look.unit / button.look.textUnit
            text: "A"
        }

        Label {
            id: big

            look: button.look
            size: 35 * button.look.unit / button.look.textUnit
            isBold: true
            text: "A"
        }
    }
}
