import QtQuick
import Teacup
import "../parts"

// Pin it up or leave it; who leaves words behind is asked, once and gently.
Item {
    id: buttons

    required property WritePage write
    required property Look look

    implicitHeight: pin.implicitHeight + (why.visible ? why.height + 16 * look.unit : 0)

    Label {
        id: why

        readonly property bool isLate: buttons.write.isLate && !buttons.write.isAsking

        objectName: "whyNot"
        width: parent.width
        visible: text !== ""
        look: buttons.look
        size: buttons.write.isAsking ? 28 : isLate ? 25 : 22
        isBold: buttons.write.isAsking || isLate
        color: isBold ? buttons.look.ink : buttons.look.inkSoft
        horizontalAlignment: Text.AlignRight
        text: buttons.write.isAsking ? buttons.write.question : isLate ? buttons.write.lateWords : buttons.write.whyNot
    }

    Item {
        anchors.bottom: parent.bottom
        width: parent.width
        height: pin.implicitHeight
        visible: !buttons.write.isAsking

        LeaveButton {
            id: leave

            objectName: "leave"
            anchors.left: parent.left
            anchors.right: pin.left
            anchors.rightMargin: 16 * buttons.look.unit
            height: parent.height
            look: buttons.look
            label: buttons.write.leaveLabel
            onActivated: buttons.write.leave()
        }

        PrimaryButton {
            id: pin

            objectName: "pin"
            anchors.right: parent.right
            width: Math.max(implicitWidth, Math.min(403 * buttons.look.unit, parent.width - leave.implicitWidth - 24))
            look: buttons.look
            icon: "pin"
            label: buttons.write.pinLabel
            isResting: !buttons.write.canPin
            onActivated: buttons.write.pin()
        }
    }

    Item {
        anchors.bottom: parent.bottom
        width: parent.width
        height: keep.implicitHeight
        visible: buttons.write.isAsking

        PlainButton {
            objectName: "throwAway"
            anchors.left: parent.left
            anchors.right: keep.left
            anchors.rightMargin: 16 * buttons.look.unit
            look: buttons.look
            label: buttons.write.throwLabel
            onActivated: buttons.write.throw_away()
        }

        PrimaryButton {
            id: keep

            objectName: "keepWriting"
            anchors.right: parent.right
            look: buttons.look
            label: buttons.write.keepLabel
            onActivated: buttons.write.keep_writing()
        }
    }
}
