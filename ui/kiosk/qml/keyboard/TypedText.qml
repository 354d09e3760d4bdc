pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// A field of several lines that our keyboard and a real one write into. It scrolls with its cursor.
Flickable {
    id: field

    required property KeyboardModel keyboard
    required property Look look
    readonly property alias text: edit.text
    property alias edit: edit
    property real size: 44
    property bool isShowing: false

    signal edited(string text)

    // What nobody typed is told to the keys once, when all of it stands there.
    function show(text: string) {
        isShowing = true;
        edit.text = text;
        edit.cursorPosition = edit.length;
        isShowing = false;
        follow();
    }

    function follow() {
        if (edit.activeFocus && !isShowing)
            keyboard.follow(edit.text, edit.cursorPosition);
    }

    function showCursor() {
        const at = edit.cursorRectangle;
        contentY = Math.max(at.y + at.height - height, Math.min(contentY, at.y));
    }

    clip: true
    contentWidth: width
    contentHeight: edit.height
    boundsBehavior: Flickable.StopAtBounds

    TextEdit {
        id: edit

        width: field.width
        height: Math.max(field.height, implicitHeight)
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        // The first letter's direction leads; before there is one, that of the keys.
        horizontalAlignment: length === 0 && field.keyboard.isRightToLeft ? (field.look.isMirrored ? TextEdit.AlignLeft : TextEdit.AlignRight) : undefined
        color: field.look.ink
        // Room for the caret at the edge.
        rightPadding: 4 * field.look.unit
        selectionColor: field.look.focus
        selectedTextColor: field.look.paper
        font.pixelSize: Math.round(field.size * field.look.textUnit)
        activeFocusOnTab: true
        // Undoing could bring back the words of whoever stood here before.
        Keys.onPressed: event => event.accepted = event.matches(StandardKey.Undo) || event.matches(StandardKey.Redo)
        // Tab leads on, as everywhere; a note has no columns.
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.role: Accessible.EditableText
        Accessible.multiLine: true
        onTextChanged: {
            field.follow();
            field.edited(text);
        }
        onCursorPositionChanged: field.follow()
        onCursorRectangleChanged: field.showCursor()
        onActiveFocusChanged: {
            if (activeFocus) {
                field.keyboard.begin();
                field.follow();
            }
        }
        cursorDelegate: Caret {
            look: field.look
            shown: edit.activeFocus
        }
    }

    Connections {
        enabled: edit.activeFocus && !edit.readOnly
        target: field.keyboard

        function onTyped(text) {
            edit.remove(edit.selectionStart, edit.selectionEnd);
            edit.insert(edit.cursorPosition, text);
        }

        function onErased() {
            const end = edit.selectionEnd, start = edit.selectionStart;
            edit.remove(start === end ? end - field.keyboard.stepBack : start, end);
        }

        function onEntered() {
            edit.insert(edit.cursorPosition, "\n");
        }

        function onCleared() {
            edit.clear();
        }
    }
}
