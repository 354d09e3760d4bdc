import QtQuick
import Teacup

// Everything that can be pressed: by finger, mouse, Enter or Space. `label` is what a screen reader says.
Item {
    id: touchable

    required property Look look
    required property string label
    readonly property bool isPressed: tap.pressed
    // Inside something that scrolls: a finger that moves on scrolls it instead.
    property bool inScroll: false

    signal activated

    implicitWidth: look.touch
    implicitHeight: look.touch
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: true
    Accessible.onPressAction: activated()
    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()
    Keys.onSpacePressed: activated()

    TapHandler {
        id: tap

        gesturePolicy: touchable.inScroll ? TapHandler.DragThreshold : TapHandler.ReleaseWithinBounds
        onTapped: touchable.activated()
    }

    FocusRing {
        look: touchable.look
    }
}
