import QtQuick
import "../parts"

// What was just pinned, as it will hang.
Paper {
    id: note

    property alias text: words.text

    objectName: "ownNote"
    height: words.height + 56 * look.unit
    color: look.butter
    rotation: look.isHighContrast ? 0 : (look.isMirrored ? 0.6 : -0.6)

    Label {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 32 * note.look.unit
        anchors.verticalCenter: parent.verticalCenter
        look: note.look
        maximumLineCount: note.look.isLarge ? 3 : 5
        elide: Text.ElideRight
    }
}
