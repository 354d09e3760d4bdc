import QtQuick
import Teacup
import "../keyboard"

// A line to type with its name above. Addresses and codes run from left to right on every page.
FocusScope {
    id: line

    required property Look look
    required property KeyboardModel keyboard
    required property string name
    // What the program knows; taken over whenever it differs from what is typed.
    required property string given
    property bool isWrong: false

    signal edited(string text)
    signal accepted

    implicitHeight: label.height + box.height + 8 * look.unit
    onGivenChanged: if (field.text !== given)
        field.text = given

    Label {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        look: line.look
        size: 22
        color: line.look.inkSoft
        text: line.name
    }

    Rectangle {
        id: box

        anchors.top: label.bottom
        anchors.topMargin: 8 * line.look.unit
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(line.look.touch, 72 * line.look.unit)
        radius: 4
        color: line.look.paper
        border.width: field.activeFocus || line.isWrong || line.look.isHighContrast ? 3 : 2
        border.color: field.activeFocus ? line.look.focus : line.isWrong ? line.look.brick : line.look.line

        TapHandler {
            onTapped: field.forceActiveFocus()
        }

        TypedLine {
            id: field

            objectName: line.objectName + "Field"
            LayoutMirroring.enabled: false
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 20 * line.look.unit
            anchors.verticalCenter: parent.verticalCenter
            focus: true
            keyboard: line.keyboard
            look: line.look
            size: 35
            text: line.given
            horizontalAlignment: TextInput.AlignLeft
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            Accessible.name: line.name
            onTextEdited: line.edited(text)
            onAccepted: line.accepted()
        }
    }
}
