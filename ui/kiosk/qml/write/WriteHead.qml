pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// The question that the note answers; who builds on another idea sees it and chooses how.
Column {
    id: head

    required property WritePage write
    required property Look look

    spacing: 16 * look.unit

    Label {
        width: parent.width
        look: head.look
        size: 35
        isBold: true
        font.letterSpacing: -0.4
        lineHeight: Math.round(42 * head.look.textUnit)
        Accessible.role: Accessible.Heading
        text: head.write.title
    }

    Paper {
        width: parent.width
        height: Math.max(said.implicitHeight + 32 * head.look.unit, links.height)
        visible: head.write.hasParent
        look: head.look
        color: [head.look.butter, head.look.blush, head.look.mint, head.look.sky][head.write.parentPaper]

        Label {
            id: said

            objectName: "parentText"
            anchors.left: parent.left
            anchors.leftMargin: 24 * head.look.unit
            anchors.right: links.left
            anchors.rightMargin: 24 * head.look.unit
            anchors.verticalCenter: parent.verticalCenter
            look: head.look
            size: 25
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            text: head.write.parentText
        }

        Row {
            id: links

            anchors.right: parent.right
            anchors.rightMargin: 24 * head.look.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: 32 * head.look.unit

            Repeater {
                model: head.write.links

                WordButton {
                    required property int index
                    required property string modelData

                    objectName: "link-" + modelData
                    look: head.look
                    label: head.write.linkWords[index]
                    size: 28
                    isChosen: head.write.link === modelData
                    onActivated: head.write.choose_link(modelData)
                }
            }
        }
    }
}
