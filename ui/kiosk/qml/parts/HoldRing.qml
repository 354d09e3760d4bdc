import QtQuick
import Teacup

// A quiet ring that closes while the corner is held.
Item {
    id: ring

    required property Leaving leaving
    required property Look look
    property real share: 0

    width: 96 * look.unit
    height: width
    visible: leaving.isHolding
    onVisibleChanged: visible ? closing.restart() : closing.stop()

    NumberAnimation {
        id: closing

        target: ring
        property: "share"
        from: 0
        to: 1
        duration: ring.leaving.holdMs
    }

    RingArc {
        anchors.fill: parent
        share: 1
        colour: ring.look.hair
        thickness: 6 * ring.look.unit
    }

    RingArc {
        anchors.fill: parent
        share: ring.share
        colour: ring.look.brick
        thickness: 6 * ring.look.unit
    }
}
