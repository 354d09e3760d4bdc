import QtQuick
import Teacup

// The note in front with the shop's slip hanging over its foot.
Item {
    id: card

    required property NotePage page
    required property Look look
    readonly property real overhang: 24 * look.unit
    readonly property real inset: 56 * look.unit
    readonly property real overlap: 10 * look.unit

    implicitHeight: sheet.height + (slip.visible ? slip.height - overlap : 0)

    NoteSheet {
        id: sheet

        width: parent.width
        look: card.look
        page: card.page
        hidden: slip.visible ? card.overlap : 0
    }

    AnswerSlip {
        id: slip

        x: card.look.isMirrored ? -card.overhang : card.inset
        y: sheet.height - card.overlap
        width: parent.width - card.inset + card.overhang
        visible: card.page.slip !== ""
        look: card.look
        page: card.page
    }
}
