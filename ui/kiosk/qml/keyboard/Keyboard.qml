pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// Our keyboard. The field with the focus obeys it (TypedText, TypedLine); its own keys never take the focus.
// Letters lie in their customary places, whichever way the page reads.
Rectangle {
    id: board

    required property KeyboardModel keyboard
    required property Look look
    property real side: (look.isPortrait ? 32 : 64) * look.unit
    readonly property real gap: (look.isPortrait ? 8 : 12) * look.unit
    readonly property real pitch: (width - 2 * side + gap) / keyboard.columnCount
    readonly property real keyHeight: Math.max(look.touch, 92 * look.unit)
    readonly property real rowPitch: keyHeight + gap

    objectName: "keyboard"
    implicitHeight: keyboard.rowCount * rowPitch - gap + 48 * look.unit
    color: look.mat
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        width: parent.width
        height: board.look.border
        visible: board.look.isHighContrast
        color: board.look.ink
    }

    Repeater {
        id: keys

        model: board.keyboard.keys

        Key {
            keyboard: board.keyboard
            look: board.look
            x: board.side + gridColumn * board.pitch
            y: 24 * board.look.unit + gridRow * board.rowPitch
            width: gridSpan * board.pitch - board.gap
            height: board.keyHeight
            onSlid: scene => bubble.slide(scene)
        }
    }

    PhoneOffer {
        visible: board.keyboard.isByPhone
        x: board.side
        y: 24 * board.look.unit
        width: board.width - 2 * board.side
        height: 3 * board.rowPitch - board.gap
        keyboard: board.keyboard
        look: board.look
    }

    Bubble {
        id: bubble

        readonly property Item anchor: visible ? keys.itemAt(board.keyboard.bubbleKey) : null

        keyboard: board.keyboard
        look: board.look
        cell: Math.max(board.look.touch, 92 * board.look.unit)
        height: board.keyHeight
        x: anchor ? Math.max(8, Math.min(board.width - width - 8, anchor.x + (anchor.width - cell) / 2)) : 0
        y: anchor ? anchor.y - height - board.gap : 0
        z: 2
    }
}
