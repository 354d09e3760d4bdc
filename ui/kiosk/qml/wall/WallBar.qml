import QtQuick
import Teacup
import "../parts"

// Low on the screen, within reach of a wheelchair: switches, the way to the phone, and the one brick button.
Rectangle {
    id: wallBar

    required property Bar bar
    required property Look look
    readonly property real side: (look.isPortrait ? 48 : 64) * look.unit
    readonly property real lowRow: Math.max(look.touch, 76 * look.unit)

    implicitHeight: look.isPortrait ? 24 * look.unit + pin.height + 24 * look.unit + lowRow + 24 * look.unit : Math.max(128 * look.unit, pin.height + 24)
    color: look.wall

    MouseArea {
        anchors.fill: parent
    }

    LanguageRow {
        id: languages

        anchors.left: parent.left
        anchors.leftMargin: wallBar.side - 20 * wallBar.look.unit
        anchors.verticalCenter: wallBar.look.isPortrait ? undefined : parent.verticalCenter
        anchors.bottom: wallBar.look.isPortrait ? parent.bottom : undefined
        anchors.bottomMargin: 24 * wallBar.look.unit
        bar: wallBar.bar
        look: wallBar.look
    }

    OfflineSign {
        anchors.left: languages.right
        anchors.leftMargin: 32 * wallBar.look.unit
        anchors.verticalCenter: languages.verticalCenter
        look: wallBar.look
        words: wallBar.bar.offlineWord
        room: wallBar.width - 2 * wallBar.side - languages.width - 56 * wallBar.look.unit - (wallBar.look.isPortrait ? 0 : pin.width + (phone.visible ? phone.width + 40 * wallBar.look.unit : 0))
    }

    PhoneCode {
        id: phone

        anchors.right: wallBar.look.isPortrait || !pin.visible ? parent.right : pin.left
        anchors.rightMargin: wallBar.look.isPortrait || !pin.visible ? wallBar.side : 40 * wallBar.look.unit
        anchors.verticalCenter: pin.verticalCenter
        look: wallBar.look
        address: wallBar.bar.phoneAddress
        label: wallBar.bar.phoneWord
    }

    PrimaryButton {
        id: pin

        objectName: "pin"
        visible: label !== ""
        x: wallBar.look.isPortrait === wallBar.look.isMirrored ? wallBar.width - width - wallBar.side : wallBar.side
        y: wallBar.look.isPortrait ? 24 * wallBar.look.unit : (wallBar.height - height) / 2
        width: wallBar.look.isPortrait ? wallBar.width - 2 * wallBar.side - (phone.visible ? phone.width + 32 * wallBar.look.unit : 0) : implicitWidth
        height: wallBar.look.isPortrait ? Math.max(wallBar.look.touch, 104 * wallBar.look.unit) : implicitHeight
        look: wallBar.look
        icon: "pin"
        label: wallBar.bar.pinWord
        onActivated: wallBar.bar.pin()
    }

    Rectangle {
        width: parent.width
        height: wallBar.look.border
        color: wallBar.look.hair
    }
}
