import QtQuick
import Teacup
import "keyboard"
import "write"

// Where an idea is written: the note to type on, beside it what others said already, below it the keys.
Rectangle {
    id: page

    required property WritePage write
    required property Look look
    readonly property real u: look.unit
    readonly property real side: (look.isPortrait ? 32 : 64) * u
    readonly property real columnGap: 64 * u
    readonly property real besideWidth: look.isPortrait ? width - 2 * side : 592 * u
    readonly property real noteWidth: look.isPortrait ? width - 2 * side : width - 2 * side - columnGap - besideWidth

    function refill() {
        sheet.fill(write.text, write.name);
    }

    objectName: "writePage"
    color: look.wall
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: refill()
    onVisibleChanged: if (visible) sheet.take_focus()

    Connections {
        target: page.write

        function onRefilled() {
            page.refill();
        }
    }

    WriteHead {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.top: parent.top
        anchors.topMargin: (page.look.isPortrait ? 48 : 56) * page.u
        width: page.noteWidth
        write: page.write
        look: page.look
    }

    WriteSheet {
        id: sheet

        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: 20 * page.u
        width: page.noteWidth
        height: page.look.isPortrait ? 620 * page.u : keys.y - 24 * page.u - y
        write: page.write
        look: page.look
    }

    AlikeColumn {
        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.top: page.look.isPortrait ? sheet.bottom : parent.top
        anchors.topMargin: (page.look.isPortrait ? 40 : 60) * page.u
        anchors.bottom: buttons.top
        anchors.bottomMargin: 24 * page.u
        width: page.besideWidth
        write: page.write
        look: page.look
    }

    WriteButtons {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.bottom: keys.top
        anchors.bottomMargin: 24 * page.u
        width: page.besideWidth
        write: page.write
        look: page.look
    }

    Keyboard {
        id: keys

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        side: page.side
        keyboard: page.write.keyboard
        look: page.look
    }
}
