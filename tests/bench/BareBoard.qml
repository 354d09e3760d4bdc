import QtQuick

// The yardstick of the kiosk's wall: as many notes, each a text on paper, without anything of ours.
GridView {
    id: board

    property int notes: 10000

    width: 1920
    height: 1080
    cellWidth: 456
    cellHeight: 300
    reuseItems: true
    model: notes

    delegate: Rectangle {
        required property int index

        width: 424
        height: 268
        color: "#FCEFC8"

        Text {
            anchors.fill: parent
            anchors.margins: 24
            font.pixelSize: 25
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            text: "Idea " + parent.index + ": could you open at half past six? My bus goes at ten to seven."
        }
    }
}
