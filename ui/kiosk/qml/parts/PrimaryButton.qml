import QtQuick
import Teacup

// The one brick button of a page.
Touchable {
    id: button

    property string icon: ""
    // Cannot be pressed to any effect now; the page says why.
    property bool isResting: false
    readonly property color resting: look.isHighContrast ? look.paper : look.hair
    readonly property color letters: isResting ? look.inkSoft : look.onBrick

    implicitWidth: row.implicitWidth + 88 * look.unit
    implicitHeight: Math.max(look.touch, 88 * look.unit)

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: button.isResting ? button.resting : (button.isPressed ? Qt.darker(button.look.brick, 1.15) : button.look.brick)
        border.color: button.look.ink
        border.width: button.isResting && button.look.isHighContrast ? 3 : 0
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
            colour: button.letters
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            look: button.look
            size: 35
            isBold: true
            color: button.letters
            text: button.label
        }
    }
}
