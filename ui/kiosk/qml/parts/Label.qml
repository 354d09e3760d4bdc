import QtQuick
import Teacup

// All text of the kiosk: letters, never markup, in the visit's ink and size.
Text {
    id: label

    required property Look look
    // Of the 1920 x 1080 drawing; large type and the screen do the rest.
    property real size: 28
    property bool isBold: false

    color: look.ink
    font.pixelSize: Math.round(size * look.textUnit)
    font.bold: isBold
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeight: Math.round(size * 1.36 * look.textUnit)
    lineHeightMode: Text.FixedHeight
    // Scripts with high letters begin lower in their line; here all of them stand on the one of the Latin letters.
    transform: Translate {
        y: label.lineHeightMode === Text.FixedHeight ? Math.min(0, Math.round(label.look.latinAscent * label.font.pixelSize) - label.baselineOffset) : 0
    }
}
