import QtQuick
import Teacup
import "../parts"

// The torn corner of the note in front: the whole of it is the button. A given vote has tick and frame.
Touchable {
    id: corner

    required property NotePage page

    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: page.isGiven
    implicitWidth: row.implicitWidth + 80 * look.unit

    Rectangle {
        anchors.fill: parent
        color: corner.isPressed ? "#1A000000" : "transparent"
        border.color: corner.look.ink
        border.width: corner.page.isGiven ? 4 : 0
    }

    TearLine {
        anchors.left: parent.left
        width: corner.look.isHighContrast ? 3 : 2
        height: parent.height
        visible: !corner.page.isGiven
        colour: corner.look.isHighContrast ? corner.look.ink : corner.look.dots
        isSolid: corner.look.isHighContrast
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 16 * corner.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 40 * corner.look.textUnit
            height: width
            visible: corner.page.isGiven
            name: "check"
            colour: corner.look.brick
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            look: corner.look
            size: 35
            isBold: corner.page.isGiven
            text: corner.page.meToo
        }

        Label {
            objectName: "votes"
            visible: corner.page.hasCount
            anchors.verticalCenter: parent.verticalCenter
            look: corner.look
            size: 44
            isBold: true
            text: corner.page.votes
        }
    }
}
