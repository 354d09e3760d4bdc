pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "wall"

// The wall: whose it is, its notes, and what to do below.
FocusScope {
    id: page

    required property WallPage wall
    required property Look look

    readonly property bool showsStorm: wall.isStorm && !wall.search.isOpen
    readonly property bool showsNotes: visible && !showsStorm

    objectName: "wallPage"
    focus: true
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    onShowsNotesChanged: wall.setShown(showsNotes)
    Component.onCompleted: wall.setShown(showsNotes)
    Component.onDestruction: wall.setShown(false)
    Keys.onLeftPressed: (showsStorm ? storm : notes).forceActiveFocus()
    Keys.onRightPressed: (showsStorm ? storm : notes).forceActiveFocus()
    Keys.onUpPressed: (showsStorm ? storm : notes).forceActiveFocus()
    Keys.onDownPressed: (showsStorm ? storm : notes).forceActiveFocus()

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
        visible: !page.showsStorm
        wall: page.wall
        look: page.look
    }

    LateStorms {
        id: storm

        anchors.fill: notes
        visible: page.showsStorm
        wall: page.wall
        look: page.look
        file: "../storm/Storm.qml"
    }

    EmptyWall {
        anchors.centerIn: notes
        width: Math.min(notes.width * 0.8, 1100 * page.look.unit)
        opacity: page.showsStorm ? 0 : 1
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
