import QtQuick
import Teacup
import "../parts"

// Low on the screen: back to the wall, along on the phone, and on with an own idea.
Rectangle {
    id: noteBar

    required property NotePage page
    required property Look look
    readonly property real side: (look.isPortrait ? 48 : 96) * look.unit
    readonly property real margin: 24 * look.unit

    implicitHeight: look.isPortrait ? build.height + back.height + 3 * margin : Math.max(136 * look.unit, build.height + 2 * margin)
    color: look.wall

    MouseArea {
        anchors.fill: parent
    }

    PlainButton {
        id: back

        objectName: "back"
        anchors.left: parent.left
        anchors.leftMargin: noteBar.side
        y: noteBar.look.isPortrait ? build.height + 2 * noteBar.margin : (noteBar.height - height) / 2
        look: noteBar.look
        icon: "back"
        iconTurns: true
        size: 35
        label: noteBar.page.backWord
        onActivated: noteBar.page.close()
    }

    PhoneCode {
        id: phone

        anchors.right: noteBar.look.isPortrait ? parent.right : build.left
        anchors.rightMargin: noteBar.look.isPortrait ? noteBar.side : 40 * noteBar.look.unit
        anchors.verticalCenter: build.verticalCenter
        look: noteBar.look
        address: noteBar.page.phoneAddress
        label: noteBar.page.phoneWord
    }

    PrimaryButton {
        id: build

        objectName: "build"
        visible: noteBar.page.takesBuilding
        x: noteBar.look.isPortrait === noteBar.look.isMirrored ? noteBar.width - width - noteBar.side : noteBar.side
        y: noteBar.look.isPortrait ? noteBar.margin : (noteBar.height - height) / 2
        width: noteBar.look.isPortrait ? noteBar.width - 2 * noteBar.side - (phone.visible ? phone.width + 32 * noteBar.look.unit : 0) : implicitWidth
        height: noteBar.look.isPortrait ? Math.max(noteBar.look.touch, 104 * noteBar.look.unit) : implicitHeight
        look: noteBar.look
        icon: "plus"
        label: noteBar.page.buildWord
        onActivated: noteBar.page.startBuilding()
    }

    Rectangle {
        width: parent.width
        height: noteBar.look.border
        color: noteBar.look.hair
    }
}
