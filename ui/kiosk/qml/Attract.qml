pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "parts"

// While nobody stands here: an open book with what was said and what was done; at night almost nothing.
Item {
    id: page

    required property AttractPage attract
    required property Look look

    focus: true
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Button
    Accessible.name: attract.touchHere
    Accessible.onPressAction: attract.touch()
    Keys.onPressed: attract.touch()

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: page.attract.touch()
    }

    Loader {
        anchors.fill: parent
        sourceComponent: page.attract.isNight ? night : page.attract.isEmpty ? invitation : page.attract.isStorm ? storm : book
    }

    Component {
        id: book

        AttractBook {
            attract: page.attract
            look: page.look
        }
    }

    Component {
        id: invitation

        AttractInvitation {
            attract: page.attract
            look: page.look
        }
    }

    Component {
        id: storm

        AttractStorm {
            attract: page.attract
            look: page.look
        }
    }

    Component {
        id: night

        AttractNight {
            attract: page.attract
            look: page.look
        }
    }
}
