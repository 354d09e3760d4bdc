import QtQuick
import Teacup
import "../keyboard"
import "../parts"

// The note itself: words in the middle, the name on the strip that tears off.
Paper {
    id: sheet

    required property WritePage write
    readonly property real pad: 48 * look.unit
    readonly property real strip: Math.max(look.touch, 87 * look.unit)

    function fill(text: string, name: string) {
        words.show(text);
        nameLine.show(name);
        take_focus();
    }

    function take_focus() {
        words.edit.forceActiveFocus();
    }

    color: look.butter

    TypedText {
        id: words

        objectName: "ideaText"
        anchors.fill: parent
        anchors.margins: sheet.pad
        anchors.topMargin: (sheet.look.isLarge ? 30 : 40) * sheet.look.unit
        anchors.bottomMargin: sheet.strip + (notice.visible ? notice.height + 16 * sheet.look.unit : 12 * sheet.look.unit)
        look: sheet.look
        keyboard: sheet.write.keyboard
        edit.readOnly: sheet.write.isPinning
        edit.Accessible.name: sheet.write.textLabel
        onEdited: text => sheet.write.set_text(text)
    }

    Label {
        anchors.left: words.left
        anchors.leftMargin: 8 * sheet.look.unit
        anchors.right: words.right
        anchors.top: words.top
        visible: words.text === "" && words.edit.preeditText === ""
        look: sheet.look
        size: 44
        lineHeightMode: Text.ProportionalHeight
        lineHeight: 1
        color: sheet.look.inkSoft
        text: sheet.write.textLabel
    }

    // What is wrong, or how much room is left.
    Label {
        id: notice

        readonly property bool isWrong: sheet.write.problem !== ""

        objectName: "notice"
        anchors.left: words.left
        anchors.right: words.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: sheet.strip + 12 * sheet.look.unit
        visible: text !== ""
        look: sheet.look
        size: isWrong ? 25 : 22
        isBold: isWrong
        color: isWrong ? sheet.look.brick : sheet.look.inkSoft
        horizontalAlignment: isWrong ? Text.AlignLeft : Text.AlignRight
        Accessible.role: Accessible.AlertMessage
        text: isWrong ? sheet.write.problem : sheet.write.count
    }

    TearLine {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: sheet.strip
        height: sheet.look.isHighContrast ? 3 : 2
        colour: sheet.look.isHighContrast ? sheet.look.ink : sheet.look.dots
        isSolid: sheet.look.isHighContrast
    }

    NameLine {
        id: nameLine

        anchors.left: parent.left
        anchors.leftMargin: sheet.pad
        anchors.bottom: parent.bottom
        width: Math.min(400 * sheet.look.textUnit, (sheet.width - 3 * sheet.pad) / 2)
        height: sheet.strip
        look: sheet.look
        write: sheet.write
        // Later, or the text would take the same Enter for a new line.
        onAccepted: Qt.callLater(words.edit.forceActiveFocus)
    }

    Label {
        anchors.left: nameLine.right
        anchors.leftMargin: sheet.pad
        anchors.right: parent.right
        anchors.rightMargin: sheet.pad
        anchors.verticalCenter: nameLine.verticalCenter
        look: sheet.look
        size: 28
        lineHeight: Math.round(34 * sheet.look.textUnit)
        color: sheet.look.inkSoft
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 2
        fontSizeMode: Text.Fit
        minimumPixelSize: 18
        height: Math.min(implicitHeight, sheet.strip)
        text: sheet.write.fate
    }
}
