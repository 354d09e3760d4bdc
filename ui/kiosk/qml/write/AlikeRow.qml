import QtQuick
import Teacup
import "../parts"

// One idea that says nearly the same, and what the shop answered. All of it is a button.
Touchable {
    id: row

    required property int index
    required property string said
    required property string answer
    required property string signed
    required property string line
    required property string votes
    required property string status
    required property string stamp
    required property string spoken

    objectName: "alike-" + index
    label: spoken
    height: body.height + 2 * body.y

    Rectangle {
        anchors.fill: parent
        visible: row.isPressed
        color: row.look.paper
    }

    Column {
        id: body

        y: 16 * row.look.unit
        width: parent.width
        spacing: 12 * row.look.unit

        Label {
            width: parent.width
            look: row.look
            lineHeight: Math.round(37 * row.look.textUnit)
            maximumLineCount: 3
            elide: Text.ElideRight
            text: row.said
        }

        AlikeAnswer {
            width: parent.width
            visible: row.answer !== ""
            look: row.look
            answer: row.answer
        }

        Item {
            width: parent.width
            height: Math.max(foot.height, stamp.visible ? stamp.height : 0)

            Row {
                id: foot

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                spacing: 12 * row.look.unit

                Label {
                    visible: row.signed !== ""
                    look: row.look
                    size: 22
                    isBold: true
                    color: row.look.brick
                    text: row.signed
                }

                Label {
                    look: row.look
                    size: 22
                    color: row.look.inkSoft
                    text: row.line
                }
            }

            Label {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                look: row.look
                size: 22
                isBold: true
                text: row.votes
            }

            Stamp {
                id: stamp

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: row.stamp !== ""
                width: implicitWidth
                height: implicitHeight
                look: row.look
                status: row.status
                word: row.stamp
                letterSize: 22
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: row.look.border
        color: row.look.hair
    }
}
