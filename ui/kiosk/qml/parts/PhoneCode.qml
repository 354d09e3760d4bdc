import QtQuick
import Teacup

// A code to take along on the phone, with two words beside it. Not there when nothing can be reached.
Row {
    id: code

    required property Look look
    required property string address
    required property string label
    property real side: 100 * look.unit

    objectName: "phoneCode"
    visible: address !== ""
    spacing: 16 * look.unit
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    QrCode {
        width: code.side
        height: code.side
        address: code.address
        colour: code.look.ink
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, 160 * code.look.textUnit)
        look: code.look
        size: 22
        color: code.look.inkSoft
        text: code.label
    }
}
