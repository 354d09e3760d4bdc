pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// What others built on the note in front, oldest first.
Column {
    id: chain

    required property NotePage page
    required property Look look

    spacing: 0

    Label {
        objectName: "chainTitle"
        width: parent.width
        bottomPadding: 24 * chain.look.unit
        look: chain.look
        isBold: true
        color: chain.page.chain.length > 0 ? chain.look.ink : chain.look.inkSoft
        text: chain.page.chainTitle
    }

    Repeater {
        id: links

        model: chain.page.chain

        ChainLink {
            required property ChainNote modelData
            required property int index

            objectName: "chain-" + index
            width: chain.width
            note: modelData
            look: chain.look
            isLast: index === links.count - 1
            onActivated: chain.page.openBuilt(index)
        }
    }
}
