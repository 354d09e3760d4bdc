pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../note"
import "../parts"

// What was said, in columns of chains; or a kind word where nothing was.
Item {
    id: chains

    required property StormPage page
    required property Look look
    // What is far outside of it is not drawn.
    required property Scroll view

    implicitHeight: empty.visible ? empty.height + 48 * look.unit : columns.height
    height: implicitHeight
    onWidthChanged: page.setWidth(width)
    Component.onCompleted: page.setWidth(width)

    Label {
        id: empty

        objectName: "stormEmpty"
        width: parent.width
        visible: text !== "" && (chains.page.isEmpty || chains.page.telling.phase === "choosing")
        look: chains.look
        size: 35
        color: chains.look.inkSoft
        text: chains.page.telling.emptyWords
    }

    Row {
        id: columns

        readonly property real gap: 32 * chains.look.unit

        width: parent.width
        spacing: gap

        Repeater {
            id: several

            model: chains.page.columns

            Column {
                id: column

                required property StormColumn modelData

                width: (columns.width - (several.count - 1) * columns.gap) / Math.max(1, several.count)

                Repeater {
                    model: column.modelData

                    StormContribution {
                        readonly property real upper: chains.y + column.y + y

                        width: column.width
                        look: chains.look
                        opacity: part.isGone ? 0 : upper + height > chains.view.contentY - chains.view.height && upper < chains.view.contentY + 2 * chains.view.height ? 1 : 0
                        onReached: chains.view.reveal(upper, height)
                        onOpened: chains.page.open(part.number)
                        onMeTooPressed: chains.page.toggleMeToo(part.number)
                    }
                }
            }
        }
    }
}
