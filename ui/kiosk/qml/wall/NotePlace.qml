import QtQuick
import Teacup

// A note on the wall: its picture, and over it what can be pressed. Goes from note to note as the wall scrolls.
Item {
    id: note

    required property Place place
    required property Look look
    required property bool showsFocus

    function isOnCorner(at: point): bool {
        return corner.contains(corner.mapFromItem(note, at));
    }

    signal opened
    signal meTooPressed

    objectName: "note-" + place.number
    x: place.paper.x
    y: place.paper.y
    width: place.paper.width
    height: place.height
    visible: place.isTaken && opacity > 0
    enabled: !place.isGone
    opacity: place.isGone ? 0 : 1

    // The corner is no handler of its own: a finger that may go on to scroll is held by nobody, so both would hear it.
    TapHandler {
        id: tap

        onTapped: point => note.isOnCorner(point.position) ? note.meTooPressed() : note.opened()
    }

    Behavior on opacity {
        enabled: note.place.isGone

        NumberAnimation {
            duration: note.look.motionMs
        }
    }

    NotePicture {
        x: -note.place.around
        y: -note.place.around
        width: note.width + 2 * note.place.around
        height: note.height + 2 * note.place.around
        place: note.place
    }

    Item {
        objectName: "open-" + note.place.number
        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: note.place.heard
        Accessible.onPressAction: note.opened()
    }

    Item {
        id: corner

        objectName: "meToo-" + note.place.number
        x: note.place.corner.x
        y: note.place.corner.y
        width: note.place.corner.width
        height: note.place.corner.height
        Accessible.role: Accessible.CheckBox
        Accessible.name: note.place.meToo
        Accessible.checkable: true
        Accessible.checked: note.place.isGiven
        Accessible.onPressAction: note.meTooPressed()

        Rectangle {
            anchors.fill: parent
            visible: tap.pressed && note.isOnCorner(tap.point.pressPosition)
            color: "#1A000000"
        }
    }

    Rectangle {
        readonly property Item target: note.place.isOnCorner ? corner : note

        x: (note.place.isOnCorner ? corner.x : 0) - 5
        y: (note.place.isOnCorner ? corner.y : 0) - 5
        width: target.width + 10
        height: target.height + 10
        visible: note.place.isCurrent && note.showsFocus
        color: "transparent"
        radius: 6
        border.color: note.look.focus
        border.width: 3
    }
}
