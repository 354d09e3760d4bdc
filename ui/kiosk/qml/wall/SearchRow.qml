import QtQuick
import Teacup
import "../keyboard"
import "../parts"

// The field to search in, how many notes it found, and the way out.
FocusScope {
    id: row

    required property WallSearch search
    required property KeyboardModel keyboard
    required property Look look

    implicitHeight: Math.max(look.touch, 72 * look.unit)
    Keys.onEscapePressed: search.close()
    onVisibleChanged: {
        if (!visible)
            focus = false;
    }

    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.right: close.left
        anchors.rightMargin: 16 * row.look.unit
        height: parent.height
        radius: 4
        color: row.look.paper
        border.color: field.activeFocus ? row.look.focus : row.look.line
        border.width: 3

        Icon {
            id: glass

            anchors.left: parent.left
            anchors.leftMargin: 20 * row.look.unit
            anchors.verticalCenter: parent.verticalCenter
            width: 32 * row.look.unit
            height: width
            name: "search"
            colour: row.look.inkSoft
        }

        TypedLine {
            id: field

            objectName: "searchField"
            anchors.left: glass.right
            anchors.leftMargin: 16 * row.look.unit
            anchors.right: found.left
            anchors.rightMargin: 16 * row.look.unit
            anchors.verticalCenter: parent.verticalCenter
            keyboard: row.keyboard
            look: row.look
            focus: true
            maximumLength: 200
            Accessible.name: row.search.openWord
            onTextChanged: row.search.type(text)
            onAccepted: row.search.now()
        }

        Label {
            anchors.fill: field
            visible: field.text === "" && field.preeditText === ""
            look: row.look
            color: row.look.inkSoft
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
            text: row.search.openWord
        }

        Label {
            id: found

            objectName: "found"
            anchors.right: parent.right
            anchors.rightMargin: 20 * row.look.unit
            anchors.verticalCenter: parent.verticalCenter
            look: row.look
            size: 22
            color: row.look.inkSoft
            text: row.search.foundWords
        }
    }

    IconButton {
        id: close

        objectName: "endSearch"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        look: row.look
        icon: "close"
        label: row.search.closeWord
        onActivated: row.search.close()
    }

    Connections {
        target: row.search

        function onChanged() {
            if (!row.search.isOpen)
                field.clear();
        }
    }
}
