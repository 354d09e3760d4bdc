pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// What a held key offers, above it: to slide to, or to tap once the finger has left.
Paper {
    id: bubble

    required property KeyboardModel keyboard
    required property real cell

    function slide(scene: point) {
        const at = mapFromItem(null, scene);
        keyboard.slide(at.y < height + 16 && at.x >= 0 ? Math.floor(at.x / cell) : -1);
    }

    visible: keyboard.bubble.length > 0
    width: keyboard.bubble.length * cell
    color: look.raised
    border.color: look.isHighContrast ? look.ink : look.line
    border.width: look.isHighContrast ? 3 : 1

    TapHandler {
        // A touch anywhere else: none of them.
        margin: 10000
        enabled: bubble.visible
        onTapped: bubble.keyboard.dismiss()
    }

    Repeater {
        model: bubble.keyboard.bubble

        Rectangle {
            id: option

            required property int index
            required property string modelData

            objectName: "offer-" + modelData
            x: index * bubble.cell
            width: bubble.cell
            height: bubble.height
            radius: 4
            color: index === bubble.keyboard.chosen ? bubble.look.brick : "transparent"
            Accessible.role: Accessible.Button
            Accessible.name: modelData
            Accessible.onPressAction: bubble.keyboard.choose(index)

            Label {
                anchors.centerIn: parent
                look: bubble.look
                size: 35
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1
                color: option.index === bubble.keyboard.chosen ? bubble.look.onBrick : bubble.look.ink
                text: option.modelData
            }

            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds
                onTapped: bubble.keyboard.choose(option.index)
            }
        }
    }
}
