import QtQuick

// A sentence for whoever stands there, over the page for a moment.
Paper {
    id: sheet

    property alias text: words.text

    width: words.width + 96 * look.unit
    height: words.height + 48 * look.unit
    visible: text !== ""

    Label {
        id: words

        objectName: "told"
        anchors.centerIn: parent
        width: Math.min(implicitWidth, 1000 * sheet.look.unit)
        look: sheet.look
    }
}
