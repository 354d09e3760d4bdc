import QtQuick

// A word to press; the chosen one is bold over a bar of the shop's colour. For tabs and languages.
Touchable {
    id: button

    property bool isChosen: false
    property real size: 22
    property real barHeight: 3

    Accessible.role: Accessible.RadioButton
    Accessible.checked: isChosen
    implicitWidth: Math.max(look.touch, word.implicitWidth + 8 * look.unit)
    implicitHeight: look.touch

    Label {
        id: word

        anchors.centerIn: parent
        look: button.look
        size: button.size
        isBold: button.isChosen
        color: button.isChosen || button.isPressed ? button.look.ink : button.look.inkSoft
        text: button.label
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height / 2 + 0.68 * word.font.pixelSize + 4 * (button.barHeight - 3) * button.look.unit
        width: word.width
        height: button.barHeight * button.look.unit
        visible: button.isChosen
        color: button.look.brick
    }
}
