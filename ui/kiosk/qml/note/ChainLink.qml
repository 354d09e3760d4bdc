import QtQuick
import Teacup
import "../parts"

// An idea that builds on the one in front: a knot on the line, the word that joins them, and its note.
Item {
    id: link

    required property ChainNote note
    required property Look look
    required property bool isLast

    signal activated

    readonly property real indent: 48 * look.unit

    implicitHeight: word.height + 8 * look.unit + paper.height + 28 * look.unit

    Rectangle {
        anchors.horizontalCenter: knot.horizontalCenter
        anchors.top: knot.bottom
        width: 3
        height: link.implicitHeight - knot.height
        visible: !link.isLast
        color: link.look.line
    }

    Rectangle {
        id: knot

        anchors.left: parent.left
        y: (word.height - height) / 2
        width: 24 * link.look.unit
        height: width
        radius: width / 2
        color: link.look.wall
        border.color: link.look.line
        border.width: link.look.isHighContrast ? 3 : 2
    }

    Label {
        id: word

        anchors.left: parent.left
        anchors.leftMargin: link.indent
        look: link.look
        isBold: true
        color: link.look.brick
        text: link.note.link
    }

    Touchable {
        id: paper

        anchors.left: parent.left
        anchors.leftMargin: link.indent
        anchors.right: parent.right
        y: word.height + 8 * link.look.unit
        height: column.height
        look: link.look
        inScroll: true
        label: link.note.link + ": " + link.note.text
        onActivated: link.activated()

        Paper {
            anchors.fill: parent
            look: link.look
            color: link.note.paper
        }

        Column {
            id: column

            x: 24 * link.look.unit
            width: parent.width - 2 * x
            topPadding: 18 * link.look.unit
            bottomPadding: 16 * link.look.unit
            spacing: 8 * link.look.unit

            Label {
                width: parent.width
                look: link.look
                maximumLineCount: 5
                elide: Text.ElideRight
                text: link.note.text
            }

            Item {
                width: parent.width
                height: count.height

                Label {
                    id: name

                    anchors.left: parent.left
                    width: Math.min(implicitWidth, parent.width * 0.4)
                    look: link.look
                    size: 22
                    isBold: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    text: link.note.name
                }

                Label {
                    anchors.left: name.right
                    anchors.leftMargin: 12 * link.look.unit
                    look: link.look
                    size: 22
                    color: link.look.inkSoft
                    text: link.note.age
                }

                Label {
                    visible: link.note.hasCount
                    anchors.right: count.left
                    anchors.rightMargin: 8 * link.look.unit
                    look: link.look
                    size: 22
                    color: link.look.inkSoft
                    text: link.note.meToo
                }

                Label {
                    id: count

                    visible: link.note.hasCount
                    anchors.right: parent.right
                    look: link.look
                    size: 22
                    isBold: true
                    text: link.note.votes
                }
            }
        }
    }
}
