import QtQuick
import Teacup

// All text of the kiosk: letters, never markup, in the visit's ink and size.
Text {
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
}
