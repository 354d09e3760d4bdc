import QtQuick

// The owner's voice: white, with a spine of the shop's colour on the side where reading begins.
Paper {
    id: slip

    property real spine: 8 * look.unit

    color: look.raised

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: slip.spine
        color: slip.look.brick
    }
}
