pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// "Is it one of these?": what others said already, those with an answer first.
Item {
    id: column

    required property WritePage write
    required property Look look

    visible: write.hasAlike

    Label {
        id: title

        width: parent.width
        look: column.look
        size: 28
        isBold: true
        Accessible.role: Accessible.Heading
        text: column.write.alikeTitle
    }

    Rectangle {
        id: rule

        anchors.top: title.bottom
        anchors.topMargin: 20 * column.look.unit
        width: parent.width
        height: column.look.border
        color: column.look.hair
    }

    ListView {
        objectName: "alike"
        anchors.top: rule.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: column.write.alike
        delegate: AlikeRow {
            width: ListView.view.width
            look: column.look
            onActivated: column.write.open_note(index)
        }
    }
}
