import QtQuick
import Teacup

// Where the next letter goes. It does not blink.
Rectangle {
    required property Look look
    required property bool shown

    width: Math.max(3, 3 * look.unit)
    visible: shown
    color: look.brick
}
