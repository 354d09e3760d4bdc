import QtQuick
import Teacup

// What may be longer than its place: moved by finger, wheel and keys, with a thin line that says where one is.
Flickable {
    id: scroll

    required property Look look

    function go(way: int) {
        contentY = Math.max(0, Math.min(contentHeight - height, contentY + way * height * 0.4));
    }

    // Scroll no farther than it takes to see all of what lies from `top` on.
    function reveal(top: real, length: real) {
        const lowest = Math.max(0, contentHeight - height);
        if (top < contentY || top + length > contentY + height)
            contentY = Math.max(0, Math.min(lowest, top < contentY || length > height ? top : top + length - height));
    }

    clip: true
    contentWidth: width
    interactive: contentHeight > height
    pixelAligned: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick

    Rectangle {
        x: scroll.look.isMirrored ? 0 : scroll.width - width
        y: scroll.contentY + scroll.visibleArea.yPosition * scroll.height
        width: 4
        height: scroll.visibleArea.heightRatio * scroll.height
        radius: 2
        visible: scroll.interactive
        color: scroll.look.dots
    }
}
