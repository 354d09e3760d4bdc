import QtQuick
import Teacup

// An outlined button on paper white, for everything beside the one brick button.
Touchable {
    id: button

    property string icon: ""
    // Arrows turn with the page.
    property bool iconTurns: false
    property real size: 28

    implicitWidth: row.implicitWidth + 80 * look.unit
    implicitHeight: Math.max(look.touch, 88 * look.unit)

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: button.isPressed ? button.look.mat : button.look.paper
        border.color: button.look.isHighContrast ? button.look.ink : button.look.line
        border.width: button.look.isHighContrast ? 3 : 2
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 20 * button.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 32 * button.look.textUnit
            height: width
            visible: button.icon !== ""
            name: button.icon
            colour: button.look.ink
            isMirrored: button.iconTurns && button.look.isMirrored
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            look: button.look
            size: button.size
            text: button.label
        }
    }
}
