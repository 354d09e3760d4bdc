import QtQuick

// A few kind words when something of ours went wrong.
Paper {
    id: sheet

    property alias text: words.text

    width: words.width + 96 * look.unit
    height: words.height + 48 * look.unit
    visible: text !== ""

    Label {
        id: words

        objectName: "apology"
        anchors.centerIn: parent
        width: Math.min(implicitWidth, 1000 * sheet.look.unit)
        look: sheet.look
    }
}
