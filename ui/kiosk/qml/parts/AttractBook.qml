import QtQuick
import Teacup

// Two pages and the spine between them; on a tall screen one above the other.
Item {
    id: book

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit
    readonly property bool isTall: look.isPortrait
    // The side where reading begins, unless the sides have changed places.
    readonly property bool saidComesFirst: attract.isSwapped === (look.isMirrored && !isTall)
    readonly property real spine: 16 * unit
    readonly property real saidLength: (isTall ? height : width) * 0.5 - spine / 2

    Rectangle {
        anchors.fill: parent
        color: book.look.wall
    }

    AttractSaid {
        id: said

        attract: book.attract
        look: book.look
        width: book.isTall ? book.width : book.saidLength
        height: book.isTall ? book.saidLength : book.height
        x: book.isTall || book.saidComesFirst ? 0 : book.width - width
        y: !book.isTall || book.saidComesFirst ? 0 : book.height - height
    }

    Rectangle {
        width: book.isTall ? book.width : book.saidLength
        height: book.isTall ? book.saidLength : book.height
        x: book.isTall || !book.saidComesFirst ? 0 : book.width - width
        y: !book.isTall || !book.saidComesFirst ? 0 : book.height - height
        color: book.look.paper

        AttractDid {
            anchors.fill: parent
            attract: book.attract
            look: book.look
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: book.isTall ? parent.width : book.spine
        height: book.isTall ? book.spine : parent.height
        color: book.look.brick
    }
}
