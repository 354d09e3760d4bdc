import QtQuick
import Teacup
import "../parts"

// What the shop says about the note, and who says it.
SlipPaper {
    id: slip

    required property NotePage page
    readonly property real padding: 40 * look.unit

    spine: 12 * look.unit
    height: column.height

    Column {
        id: column

        x: slip.padding + slip.spine * (slip.look.isMirrored ? 0 : 1)
        width: parent.width - 2 * slip.padding - slip.spine
        topPadding: 32 * slip.look.unit
        bottomPadding: 32 * slip.look.unit
        spacing: 12 * slip.look.unit

        Label {
            objectName: "slipText"
            width: parent.width
            look: slip.look
            size: 35
            text: slip.page.slip
        }

        Row {
            anchors.left: parent.left
            spacing: 14 * slip.look.unit

            Label {
                objectName: "signed"
                look: slip.look
                isBold: true
                color: slip.look.brick
                text: slip.page.signed
            }

            Label {
                look: slip.look
                color: slip.look.inkSoft
                text: slip.page.forShop
            }
        }
    }
}
