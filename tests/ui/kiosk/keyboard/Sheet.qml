import QtQuick
import Teacup
import "../../../../ui/kiosk/qml/keyboard"

// Two fields and our keyboard, for tests.
Rectangle {
    id: sheet

    required property KeyboardModel keyboard
    required property Look look

    color: look.wall
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true

    TypedText {
        objectName: "text"
        x: 64
        y: 20
        width: 800
        height: 300
        keyboard: sheet.keyboard
        look: sheet.look
        edit.focus: true
    }

    TypedLine {
        objectName: "line"
        x: 64
        y: 380
        width: 400
        keyboard: sheet.keyboard
        look: sheet.look
    }

    Keyboard {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        keyboard: sheet.keyboard
        look: sheet.look
    }
}
