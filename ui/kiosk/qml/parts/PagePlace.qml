import QtQuick
import Teacup

// Where one page of the kiosk stands; the program puts it in when it is first wanted.
FocusScope {
    id: place

    required property Look look
    required property bool isShown

    anchors.fill: parent
    opacity: isShown ? 1 : 0
    visible: opacity > 0
    enabled: isShown
    focus: isShown
    z: isShown ? 1 : 0
    onChildrenChanged: if (children.length > 0)
        children[0].anchors.fill = place

    Behavior on opacity {
        NumberAnimation {
            duration: place.look.motionMs
            easing.type: Easing.OutQuad
        }
    }
}
