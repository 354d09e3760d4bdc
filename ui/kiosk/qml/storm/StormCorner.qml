import QtQuick
import Teacup
import "../parts"

// The torn corner of a contribution that can be chosen: "Me too" and how often it was said. Where it cannot be
// chosen (any more) only the count stands there.
Touchable {
    id: corner

    required property StormPart part

    objectName: "stormMeToo-" + part.number
    enabled: part.canChoose
    label: part.meToo
    inScroll: true
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: part.isGiven
    implicitWidth: Math.max(look.touch, row.implicitWidth + 48 * look.unit)

    Rectangle {
        anchors.fill: parent
        color: corner.isPressed ? "#1A000000" : "transparent"
        border.color: corner.look.ink
        border.width: corner.part.isGiven ? 4 : 0
    }

    TearLine {
        anchors.left: parent.left
        width: corner.look.isHighContrast ? 3 : 2
        height: parent.height
        visible: corner.part.canChoose && !corner.part.isGiven
        colour: corner.look.isHighContrast ? corner.look.ink : corner.look.dots
        isSolid: corner.look.isHighContrast
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 10 * corner.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 28 * corner.look.textUnit
            height: width
            visible: corner.part.isGiven
            name: "check"
            colour: corner.look.brick
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: corner.part.canChoose
            look: corner.look
            size: 25
            isBold: corner.part.isGiven
            text: corner.part.meToo
        }

        Label {
            objectName: "stormCount-" + corner.part.number
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            look: corner.look
            size: 28
            isBold: true
            text: corner.part.count
        }
    }
}
