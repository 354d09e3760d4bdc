import QtQuick
import Teacup
import "../keyboard"
import "../parts"

// A line to sign on. All of it can be touched.
Item {
    id: line

    required property WritePage write
    required property Look look
    readonly property bool isMarked: field.activeFocus || write.isProblemOfName

    signal accepted

    function show(name: string) {
        field.show(name);
    }

    TypedLine {
        id: field

        objectName: "nameText"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        height: line.height
        verticalAlignment: TextInput.AlignVCenter
        look: line.look
        keyboard: line.write.keyboard
        readOnly: line.write.isPinning
        Accessible.name: line.write.nameLabel
        onTextChanged: line.write.set_name(text)
        onAccepted: line.accepted()
    }

    Label {
        anchors.fill: field
        visible: field.text === "" && field.preeditText === ""
        look: line.look
        size: 28
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 16
        color: line.look.inkSoft
        text: line.write.nameLabel
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20 * line.look.unit
        height: line.isMarked ? 3 : Math.max(2, line.look.border)
        color: line.isMarked ? line.look.brick : (line.look.isHighContrast ? line.look.ink : line.look.line)
    }
}
