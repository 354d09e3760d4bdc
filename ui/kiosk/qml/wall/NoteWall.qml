pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Teacup

// The notes, scrolled by finger, wheel and keys. Which of them hang where is the wall's own affair.
Flickable {
    id: view

    required property WallPage wall
    required property Look look

    function measure() {
        wall.setView(y, width, height, Screen.devicePixelRatio);
    }

    function scrollTo(top: real) {
        cancelFlick();
        contentY = Math.max(0, Math.min(top, contentHeight - height));
    }

    objectName: "noteWall"
    clip: true
    contentWidth: width
    contentHeight: wall.contentHeight
    pixelAligned: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    onContentYChanged: wall.moveTo(contentY)
    onMovingChanged: wall.hold(moving)
    onWidthChanged: measure()
    onHeightChanged: measure()
    onYChanged: measure()
    onActiveFocusChanged: activeFocus ? wall.enterWall() : wall.leaveWall()
    Component.onCompleted: measure()
    Keys.onTabPressed: event => event.accepted = wall.goToCorner(true)
    Keys.onBacktabPressed: event => event.accepted = wall.goToCorner(false)
    Keys.onReturnPressed: wall.press()
    Keys.onEnterPressed: wall.press()
    Keys.onSpacePressed: wall.press()
    Keys.onLeftPressed: wall.step("left")
    Keys.onRightPressed: wall.step("right")
    Keys.onUpPressed: wall.step("up")
    Keys.onDownPressed: wall.step("down")

    Connections {
        target: view.wall

        function onScrollRequested(top) {
            view.scrollTo(top);
        }
    }

    Repeater {
        model: view.wall.places

        NotePlace {
            required property Place modelData

            place: modelData
            look: view.look
            showsFocus: view.activeFocus
            onOpened: view.wall.open(place.number)
            onMeTooPressed: view.wall.toggleMeToo(place.number)
        }
    }
}
