import QtQuick
import Teacup
import "../parts"

// The note in front on its paper: whole text, stamp, and the strip with name and "Me too".
Paper {
    id: sheet

    required property NotePage page
    // Hidden under the slip that hangs over the foot.
    property real hidden: 0
    readonly property real padding: 56 * look.unit

    height: column.height + foot.height + hidden
    color: page.paper

    Column {
        id: column

        x: sheet.padding
        width: parent.width - 2 * sheet.padding
        topPadding: 48 * sheet.look.unit
        bottomPadding: 24 * sheet.look.unit
        spacing: 20 * sheet.look.unit

        ParentLine {
            width: parent.width
            visible: sheet.page.parentWords !== ""
            look: sheet.look
            label: sheet.page.parentLink
            words: sheet.page.parentWords
            onActivated: sheet.page.openParent()
        }

        Label {
            objectName: "noteText"
            width: parent.width
            look: sheet.look
            size: 44
            lineHeight: Math.round(58 * sheet.look.textUnit)
            wrapMode: Text.Wrap
            text: sheet.page.text
        }

        Stamp {
            objectName: "noteStamp"
            anchors.right: parent.right
            width: implicitWidth
            height: implicitHeight
            visible: implicitWidth > 0
            look: sheet.look
            status: sheet.page.status
            word: sheet.page.stamp
            letterSize: 35
        }
    }

    Item {
        id: foot

        y: column.height
        width: parent.width
        height: Math.max(sheet.look.touch, 112 * sheet.look.textUnit)

        TearLine {
            width: parent.width
            height: sheet.look.isHighContrast ? 3 : 2
            colour: sheet.look.isHighContrast ? sheet.look.ink : sheet.look.dots
            isSolid: sheet.look.isHighContrast
        }

        Row {
            id: who

            anchors.left: parent.left
            anchors.leftMargin: sheet.padding
            anchors.right: corner.left
            anchors.rightMargin: 16 * sheet.look.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: 14 * sheet.look.unit

            Label {
                id: name

                objectName: "noteName"
                width: Math.min(implicitWidth, parent.width * 0.5)
                look: sheet.look
                isBold: true
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: sheet.page.name
            }

            Label {
                objectName: "noteCame"
                anchors.top: name.top
                width: Math.min(implicitWidth, who.width - name.width - who.spacing)
                look: sheet.look
                color: sheet.look.inkSoft
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: sheet.page.cameHow
            }
        }

        MeTooCorner {
            id: corner

            objectName: "noteMeToo"
            visible: sheet.page.takesMeToo
            inScroll: true
            anchors.right: parent.right
            height: parent.height
            look: sheet.look
            label: sheet.page.meToo
            page: sheet.page
            onActivated: sheet.page.toggleMeToo()
        }
    }
}
