import QtQuick
import Teacup
import "../parts"

// What the note in front builds on, in one line that leads there.
Touchable {
    id: line

    required property string words

    objectName: "parent"
    inScroll: true
    Accessible.name: label + ": " + words
    implicitHeight: look.touch

    Label {
        id: link

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        look: line.look
        isBold: true
        color: line.look.brick
        text: line.label
    }

    Label {
        anchors.left: link.right
        anchors.leftMargin: 16 * line.look.unit
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        look: line.look
        color: line.look.inkSoft
        font.underline: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: line.words
    }
}
