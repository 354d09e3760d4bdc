import QtQuick
import Teacup
import "../parts"

// What a wall without notes says.
Column {
    id: empty

    required property WallPage wall
    required property Look look

    objectName: "emptyWall"
    visible: wall.emptyTitle !== ""
    spacing: 20 * look.unit

    Label {
        width: parent.width
        look: empty.look
        size: 44
        isBold: true
        horizontalAlignment: Text.AlignHCenter
        text: empty.wall.emptyTitle
    }

    Label {
        width: parent.width
        look: empty.look
        size: 28
        color: empty.look.inkSoft
        horizontalAlignment: Text.AlignHCenter
        text: empty.wall.emptyText
    }
}
