import QtQuick
import Teacup
import "../parts"

// A cross and a word, without a frame: the way back asks for less than the way on.
Touchable {
    id: button

    implicitWidth: row.implicitWidth

    Row {
        id: row

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: 20 * button.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 32 * button.look.textUnit
            height: width
            name: "close"
            colour: button.look.ink
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            look: button.look
            color: button.isPressed ? button.look.brick : button.look.ink
            text: button.label
        }
    }
}
