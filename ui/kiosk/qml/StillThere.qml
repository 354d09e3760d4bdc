import QtQuick
import Teacup
import "parts"

// Asks before a visit is ended. Any touch and any key says yes, which the window sees to; the focus stays with
// whoever was being written to.
Rectangle {
    id: page

    required property IdleWatch idle
    required property Look look
    readonly property real unit: look.unit

    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
    color: Qt.alpha(look.wall, 0.86)
    opacity: idle.isAsking ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: page.look.motionMs
        }
    }

    Paper {
        anchors.centerIn: parent
        width: Math.min(page.width - 64 * page.unit, 1040 * page.unit)
        height: words.height + 128 * page.unit
        look: page.look

        Column {
            id: words

            anchors.centerIn: parent
            width: parent.width - 128 * page.unit
            spacing: 32 * page.unit

            Label {
                width: parent.width
                look: page.look
                size: 80
                isBold: true
                lineHeightMode: Text.ProportionalHeight
                lineHeight: 1.1
                text: page.idle.question
            }

            Label {
                width: parent.width
                look: page.look
                size: 35
                color: page.look.inkSoft
                text: page.idle.warning
            }

            Rectangle {
                width: parent.width
                height: 8 * page.unit
                color: page.look.hair

                Rectangle {
                    anchors.left: parent.left
                    width: parent.width * page.idle.share
                    height: parent.height
                    color: page.look.brick
                }
            }

            PrimaryButton {
                objectName: "goOn"
                width: parent.width
                height: 128 * page.unit
                look: page.look
                label: page.idle.answer
                onActivated: page.idle.go_on()
            }
        }
    }
}
