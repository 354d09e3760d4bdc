import QtQuick
import Teacup

// The paper of the note on its way from the wall to the front, without letters: they come when it has arrived.
Rectangle {
    id: growing

    required property NotePage page
    required property Look look
    required property real forward
    required property rect target
    readonly property rect origin: page.origin.width > 0 ? page.origin : target

    function between(from: real, to: real): real {
        return from + (to - from) * forward;
    }

    x: between(origin.x, target.x)
    y: between(origin.y, target.y)
    width: between(origin.width, target.width)
    height: between(origin.height, target.height)
    visible: page.isReady && forward < 1
    radius: 2
    color: page.paper
    border.color: look.ink
    border.width: look.isHighContrast ? 3 : 0
}
