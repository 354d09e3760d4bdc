import QtQuick
import Teacup

// Around what the keys have reached. Fingers bring no focus, so they never see it.
Rectangle {
    required property Look look

    anchors.fill: parent
    anchors.margins: -5
    visible: parent !== null && parent.activeFocus
    color: "transparent"
    radius: 6
    border.color: look.focus
    border.width: 3
    z: 10
}
