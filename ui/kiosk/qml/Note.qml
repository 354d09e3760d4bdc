import QtQuick
import Teacup
import "note"

// The note that came forward from the wall.
FocusScope {
    id: page

    required property NotePage note
    required property Look look
    readonly property real side: (look.isPortrait ? 48 : 96) * look.unit
    readonly property real noteWidth: look.isPortrait ? width - 2 * side : Math.min(1000 * look.unit, width * 0.53)
    readonly property real overhang: 24 * look.unit
    // 0: still on the wall, 1: in front.
    property real forward: note.isReady ? 1 : 0

    objectName: "notePage"
    focus: true
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    Keys.onEscapePressed: note.close()
    Keys.onUpPressed: left.go(-1)
    Keys.onDownPressed: left.go(1)

    Behavior on forward {
        enabled: page.note.isReady

        NumberAnimation {
            duration: page.look.motionMs
            easing.type: Easing.OutQuad
        }
    }

    SteppedBackWall {
        anchors.fill: parent
        page: page.note
        look: page.look
    }

    GrowingPaper {
        page: page.note
        look: page.look
        forward: page.forward
        target: Qt.rect(left.x + (page.look.isMirrored ? page.overhang : 0), left.y + 72 * page.look.unit, page.noteWidth, Math.min(card.height, left.height))
    }

    Scroll {
        id: left

        objectName: "noteScroll"
        x: page.look.isMirrored ? page.width - width - page.side : page.side
        width: page.noteWidth + page.overhang + 24 * page.look.unit
        anchors.top: parent.top
        anchors.bottom: bar.top
        contentHeight: below.y + below.height + 48 * page.look.unit
        visible: !page.note.isChoosing
        opacity: Math.max(0, 2 * page.forward - 1)
        look: page.look

        NoteCard {
            id: card

            x: page.look.isMirrored ? left.width - width : 0
            y: 72 * page.look.unit
            width: page.noteWidth
            height: implicitHeight
            page: page.note
            look: page.look
        }

        Item {
            id: below

            x: card.x
            y: card.y + card.height
            width: card.width
            height: page.look.isPortrait ? chainBelow.height + 56 * page.look.unit : 0

            NoteChain {
                id: chainBelow

                y: 56 * page.look.unit
                width: parent.width
                visible: page.look.isPortrait && page.note.isReady
                page: page.note
                look: page.look
            }
        }
    }

    Scroll {
        id: right

        // Beside the chain, whose edge is that of the page.
        readonly property real lineRoom: 16 * page.look.unit

        objectName: "chainScroll"
        x: page.look.isMirrored ? page.side - lineRoom : left.x + left.width + 64 * page.look.unit
        width: page.width - left.width - 2 * page.side - 64 * page.look.unit + lineRoom
        anchors.top: parent.top
        anchors.bottom: bar.top
        visible: !page.look.isPortrait && page.note.isReady && !page.note.isChoosing
        contentHeight: chain.height + 96 * page.look.unit
        opacity: Math.max(0, 2 * page.forward - 1)
        look: page.look

        NoteChain {
            id: chain

            x: page.look.isMirrored ? right.lineRoom : 0
            y: 72 * page.look.unit
            width: right.width - right.lineRoom
            page: page.note
            look: page.look
        }
    }

    NoteBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        visible: !page.note.isChoosing
        page: page.note
        look: page.look
    }

    BuildChoices {
        anchors.fill: parent
        page: page.note
        look: page.look
    }
}
