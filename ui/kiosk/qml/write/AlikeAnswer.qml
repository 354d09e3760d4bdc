import QtQuick
import Teacup
import "../parts"

// The shop's voice in few lines: a spine and the answer.
Item {
    id: slip

    required property Look look
    required property string answer

    implicitHeight: lines.implicitHeight

    Rectangle {
        anchors.left: parent.left
        width: 6 * slip.look.unit
        height: parent.height
        color: slip.look.brick
    }

    Label {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: 22 * slip.look.unit
        anchors.right: parent.right
        look: slip.look
        size: 22
        maximumLineCount: 3
        elide: Text.ElideRight
        text: slip.answer
    }
}
