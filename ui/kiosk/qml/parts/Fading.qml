import QtQuick
import Teacup

// Lets the next slide come up gently; at once where nothing shall move.
Item {
    id: fading

    required property AttractPage attract
    required property Look look

    NumberAnimation {
        id: rise

        target: fading
        property: "opacity"
        from: 0
        to: 1
        duration: fading.look.motionMs * 3
        easing.type: Easing.OutQuad
    }

    Connections {
        target: fading.attract

        function onTurned(): void {
            rise.restart();
        }
    }
}
