pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "parts"

// The whole kiosk: one page at a time, and what may lie over each of them.
Rectangle {
    id: main

    required property Kiosk kiosk
    required property Look look
    required property IdleWatch idle
    required property Leaving leaving

    color: look.wall

    Repeater {
        model: main.kiosk.pages

        PagePlace {
            required property string modelData

            objectName: "place-" + modelData
            look: main.look
            isShown: main.kiosk.page === modelData
        }
    }

    Told {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 160 * main.look.unit
        z: 2
        look: main.look
        text: main.kiosk.told
    }

    StillThere {
        anchors.fill: parent
        z: 3
        idle: main.idle
        look: main.look
    }

    HoldRing {
        x: 12 * main.look.unit
        y: 12 * main.look.unit
        z: 4
        leaving: main.leaving
        look: main.look
    }
}
