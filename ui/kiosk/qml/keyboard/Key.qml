import QtQuick
import Teacup
import "../parts"

// One key. It never takes the focus from the field, and hears its own finger even while others are down.
Item {
    id: key

    required property KeyboardModel keyboard
    required property Look look
    required property int index
    required property string kind
    required property string name
    required property string label
    required property string icon
    required property string spoken
    required property bool isLit
    required property bool isResting
    required property int gridRow
    required property real gridColumn
    required property real gridSpan
    readonly property bool isLetter: kind === "type" || kind === "space"
    readonly property color still: isLetter ? Qt.tint(look.wall, Qt.alpha(look.paper, 0.2)) : look.hair

    signal slid(point scene)

    objectName: name
    // Pages with fewer keys leave some blank.
    visible: kind !== ""
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: keyboard.tap(index)

    Rectangle {
        visible: key.isLetter && !key.look.isHighContrast
        anchors.fill: ground
        anchors.bottomMargin: -2 * key.look.unit
        radius: ground.radius
        color: Qt.darker(key.look.mat, 1.16)
    }

    Rectangle {
        id: ground

        anchors.fill: parent
        radius: 4
        color: finger.active || key.isLit ? key.look.paper : (key.look.isHighContrast ? key.look.paper : key.still)
        border.color: key.look.ink
        border.width: key.look.isHighContrast ? (finger.active || key.isLit ? 6 : 3) : (key.isLit ? 2 : 0)
    }

    Row {
        anchors.centerIn: parent
        spacing: 12 * key.look.unit

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: key.icon !== ""
            width: (key.label === "" ? 36 : 28) * key.look.unit
            height: width
            name: key.icon
            colour: key.look.ink
            isMirrored: key.kind === "backspace" && key.keyboard.isRightToLeft
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: key.label !== ""
            width: Math.min(implicitWidth, key.width - 16 * key.look.unit - (key.icon === "" ? 0 : 40 * key.look.unit))
            look: key.look
            size: key.keyboard.page === "emoji" && key.isLetter ? 44 : key.isLetter ? 35 : 25
            // Scripts differ in what they have above and below the line: each is centred as a whole.
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 14
            color: key.isResting ? key.look.inkSoft : key.look.ink
            horizontalAlignment: Text.AlignHCenter
            text: key.label
        }
    }

    PointHandler {
        id: finger

        onActiveChanged: active ? key.keyboard.press(key.index) : key.keyboard.release(key.index)
        onPointChanged: if (active) key.slid(point.scenePosition)
    }
}
