import QtQuick
import Teacup

// A picture alone, with its name for those who hear the page. In high contrast it wears a border.
Touchable {
    id: button

    required property string icon
    property real iconSize: 36
    property bool isChosen: false

    implicitWidth: Math.max(look.touch, 72 * look.unit)
    implicitHeight: Math.max(look.touch, 64 * look.unit)

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: button.isPressed || button.isChosen ? button.look.mat : "transparent"
        border.color: button.look.isHighContrast || button.isChosen ? button.look.ink : "transparent"
        border.width: button.look.isHighContrast ? 3 : 2
    }

    Icon {
        anchors.centerIn: parent
        width: button.iconSize * button.look.unit
        height: width
        name: button.icon
        colour: button.look.ink
    }
}
