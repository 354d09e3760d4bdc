pragma ComponentBehavior: Bound

import QtQuick
import Teacup

// A field of one line that our keyboard and a real one write into; Enter on either means `accepted`.
TextInput {
    id: field

    required property KeyboardModel keyboard
    required property Look look
    property real size: 28
    property bool isShowing: false

    // What nobody typed is told to the keys once, when all of it stands there.
    function show(text: string) {
        isShowing = true;
        field.text = text;
        isShowing = false;
        follow();
    }

    function follow() {
        if (activeFocus && !isShowing)
            keyboard.follow(text, cursorPosition);
    }

    clip: true
    // The first letter's direction leads; before there is one, that of the keys.
    horizontalAlignment: length === 0 && keyboard.isRightToLeft ? (look.isMirrored ? TextInput.AlignLeft : TextInput.AlignRight) : undefined
    color: look.ink
    // Room for the caret at the edge.
    rightPadding: 4 * look.unit
    selectionColor: look.focus
    selectedTextColor: look.paper
    font.pixelSize: Math.round(size * look.textUnit)
    activeFocusOnTab: true
    // Undoing could bring back the words of whoever stood here before.
    Keys.onPressed: event => event.accepted = event.matches(StandardKey.Undo) || event.matches(StandardKey.Redo)
    Accessible.role: Accessible.EditableText
    onTextChanged: follow()
    onCursorPositionChanged: follow()
    onActiveFocusChanged: {
        if (activeFocus) {
            keyboard.begin();
            follow();
        }
    }
    cursorDelegate: Caret {
        look: field.look
        shown: field.activeFocus
    }

    Connections {
        enabled: field.activeFocus && !field.readOnly
        target: field.keyboard

        function onTyped(text) {
            field.remove(field.selectionStart, field.selectionEnd);
            field.insert(field.cursorPosition, text);
        }

        function onErased() {
            const end = field.selectionEnd, start = field.selectionStart;
            field.remove(start === end ? end - field.keyboard.stepBack : start, end);
        }

        function onEntered() {
            field.accepted();
        }

        function onCleared() {
            field.clear();
        }
    }
}
