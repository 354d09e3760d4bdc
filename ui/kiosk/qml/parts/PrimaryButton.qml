import QtQuick
import Teacup

// The one brick button of a page.
Touchable {
    id: button

    property string icon: ""

    implicitWidth: row.implicitWidth + 88 * look.unit
    implicitHeight: Math.max(look.touch, 88 * look.unit)

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: button.isPressed ? Qt.darker(button.look.brick, 1.15) : button.look.brick
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 20 * button.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 36 * button.look.textUnit
            height: width
            visible: button.icon !== ""
            name: button.icon
            colour: button.look.onBrick
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            look: button.look
            size: 35
            isBold: true
            color: button.look.onBrick
            text: button.label
        }
    }
}
