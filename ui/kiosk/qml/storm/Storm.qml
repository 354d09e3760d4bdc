pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../note"

// A storm in the place of the wall's notes: its question, what can be done now, and what was said so far.
FocusScope {
    id: place

    required property StormRoom storms
    required property Look look
    readonly property StormPage page: storms.page
    readonly property real side: (look.isPortrait ? 48 : 64) * look.unit

    objectName: "stormPage"
    focus: true
    Keys.onUpPressed: scroll.go(-1)
    Keys.onDownPressed: scroll.go(1)

    Scroll {
        id: scroll

        objectName: "stormScroll"
        anchors.fill: parent
        contentHeight: content.height + 48 * place.look.unit
        look: place.look
        onContentYChanged: place.page.moveTo(contentY)

        Column {
            id: content

            x: place.side
            width: place.width - 2 * place.side
            topPadding: 20 * place.look.unit
            spacing: 40 * place.look.unit

            StormHead {
                width: parent.width
                page: place.page
                look: place.look
            }

            StormSlip {
                width: parent.width
                visible: place.page.ending.isThere
                ending: place.page.ending
                look: place.look
            }

            StormChains {
                width: parent.width
                page: place.page
                look: place.look
                view: scroll
            }
        }
    }

    Connections {
        target: place.page

        function onRisen() {
            scroll.contentY = 0;
        }
    }
}
