import QtQuick
import Teacup
import "../parts"

// A quiet word that the server is away; everything goes on without it.
Row {
    id: sign

    required property Look look
    required property string words
    // For icon and words; where the words have none, the icon says it alone.
    required property real room

    objectName: "offline"
    visible: words !== ""
    spacing: 12 * look.unit
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: 32 * sign.look.unit
        height: width
        name: "offline"
        colour: sign.look.inkSoft
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, 300 * sign.look.textUnit, sign.room - 44 * sign.look.unit)
        visible: sign.room > 220 * sign.look.textUnit
        look: sign.look
        size: 22
        color: sign.look.inkSoft
        text: sign.words
    }
}
