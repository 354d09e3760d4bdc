pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "wall"

// The wall: whose it is, its notes, and what to do below.
FocusScope {
    id: page

    required property WallPage wall
    required property Look look

    objectName: "wallPage"
    focus: true
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    onVisibleChanged: wall.setShown(visible)
    Component.onCompleted: wall.setShown(visible)
    Component.onDestruction: wall.setShown(false)
    Keys.onLeftPressed: notes.forceActiveFocus()
    Keys.onRightPressed: notes.forceActiveFocus()
    Keys.onUpPressed: notes.forceActiveFocus()
    Keys.onDownPressed: notes.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: page.look.wall
    }

    WallHeader {
        id: header

        width: parent.width
        height: implicitHeight
        wall: page.wall
        look: page.look
    }

    NoteWall {
        id: notes

        anchors.top: header.bottom
        anchors.bottom: page.wall.search.isOpen ? keys.top : bar.top
        width: parent.width
        wall: page.wall
        look: page.look
    }

    EmptyWall {
        anchors.centerIn: notes
        width: Math.min(notes.width * 0.8, 1100 * page.look.unit)
        wall: page.wall
        look: page.look
    }

    WallBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        bar: page.wall.bar
        look: page.look
    }

    Late {
        id: keys

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.wall.search.isOpen
        search: page.wall.search
        file: "../keyboard/Keyboard.qml"
        given: ({
                keyboard: page.wall.search.keyboard,
                look: page.look
            })
    }

    Loader {
        anchors.fill: notes
        active: page.wall.bar.isListOpen

        sourceComponent: LanguageList {
            bar: page.wall.bar
            look: page.look
        }
    }
}
