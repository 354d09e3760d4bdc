import QtQuick
import Teacup
import "../parts"

// One contribution: the word that joins it to the one above, its note, and a corner where it can be chosen.
Item {
    id: contribution

    required property StormPart part
    required property Look look
    readonly property real indent: part.isFirst ? 0 : 48 * look.unit
    readonly property color threads: look.isHighContrast ? look.ink : look.line

    // The focus came by keys.
    signal reached
    signal opened
    signal meTooPressed

    objectName: "part-" + part.number
    enabled: !part.isGone
    implicitHeight: paper.y + paper.height + (part.isLast ? 40 : 16) * look.unit
    height: implicitHeight

    // From the note above down to the knot, and on where more follows.
    Rectangle {
        visible: !contribution.part.isFirst
        anchors.horizontalCenter: knot.horizontalCenter
        y: -16 * contribution.look.unit
        width: contribution.look.isHighContrast ? 3 : 2
        height: contribution.part.isLast ? knot.y - y : contribution.height - y
        color: contribution.threads
    }

    Label {
        id: leftOut

        x: contribution.look.isMirrored ? 0 : contribution.indent
        width: parent.width - contribution.indent
        height: visible ? implicitHeight + 12 * contribution.look.unit : 0
        visible: text !== ""
        look: contribution.look
        size: 22
        color: contribution.look.inkSoft
        text: contribution.part.leftOut
    }

    Rectangle {
        id: knot

        visible: !contribution.part.isFirst
        anchors.left: parent.left
        y: word.y + (word.height - height) / 2
        width: 22 * contribution.look.unit
        height: width
        radius: width / 2
        color: contribution.look.wall
        border.color: contribution.threads
        border.width: contribution.look.isHighContrast ? 3 : 2
    }

    Label {
        id: word

        anchors.left: parent.left
        anchors.leftMargin: contribution.indent
        y: leftOut.height
        visible: !contribution.part.isFirst
        look: contribution.look
        isBold: true
        color: contribution.look.brick
        text: contribution.part.link
    }

    Label {
        anchors.left: word.right
        anchors.leftMargin: 10 * contribution.look.unit
        anchors.right: parent.right
        anchors.baseline: word.baseline
        visible: text !== ""
        look: contribution.look
        size: 22
        color: contribution.look.inkSoft
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: contribution.part.to
    }

    Touchable {
        id: paper

        objectName: "openPart-" + contribution.part.number
        x: contribution.look.isMirrored ? 0 : contribution.indent
        y: contribution.part.isFirst ? 0 : word.y + word.height + 6 * contribution.look.unit
        width: parent.width - contribution.indent
        height: column.height
        look: contribution.look
        inScroll: true
        label: contribution.part.heard
        onActivated: contribution.opened()
        onActiveFocusChanged: if (activeFocus)
            contribution.reached()

        Paper {
            anchors.fill: parent
            look: contribution.look
            color: contribution.part.paper
        }

        Column {
            id: column

            readonly property real pad: 24 * contribution.look.unit

            width: parent.width
            topPadding: 20 * contribution.look.unit

            Label {
                x: column.pad
                width: parent.width - 2 * column.pad
                look: contribution.look
                size: contribution.part.isShort ? 35 : contribution.part.isFirst ? 28 : 25
                maximumLineCount: 6
                elide: Text.ElideRight
                text: contribution.part.text
            }

            Item {
                width: parent.width
                height: contribution.part.canChoose ? Math.max(contribution.look.touch, 76 * contribution.look.textUnit) : 60 * contribution.look.textUnit

                Label {
                    id: name

                    anchors.left: parent.left
                    anchors.leftMargin: column.pad
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, parent.width - 2 * column.pad - age.implicitWidth - corner.room - 12 * contribution.look.unit)
                    look: contribution.look
                    size: 22
                    isBold: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    text: contribution.part.name
                }

                Label {
                    id: age

                    anchors.left: name.right
                    anchors.leftMargin: 12 * contribution.look.unit
                    anchors.verticalCenter: parent.verticalCenter
                    look: contribution.look
                    size: 22
                    color: contribution.look.inkSoft
                    wrapMode: Text.NoWrap
                    text: contribution.part.age
                }

                StormCorner {
                    id: corner

                    readonly property real room: visible ? width : 0

                    anchors.right: parent.right
                    height: parent.height
                    visible: contribution.part.canChoose || contribution.part.count !== ""
                    look: contribution.look
                    part: contribution.part
                    onActivated: contribution.meTooPressed()
                }
            }
        }

        TearLine {
            y: parent.height - corner.height
            width: parent.width
            height: contribution.look.isHighContrast ? 3 : 2
            visible: contribution.part.canChoose
            colour: contribution.look.isHighContrast ? contribution.look.ink : contribution.look.dots
            isSolid: contribution.look.isHighContrast
        }
    }
}
