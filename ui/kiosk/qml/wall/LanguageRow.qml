pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// The customers' languages, letters and contrast.
Row {
    id: row

    required property Bar bar
    required property Look look

    spacing: 24 * look.unit

    IconButton {
        objectName: "languages"
        look: row.look
        icon: "globe"
        iconSize: 28
        label: row.bar.languagesWord
        onActivated: row.bar.openList()
    }

    Repeater {
        model: row.bar.shownLanguages

        WordButton {
            required property LanguageChoice modelData

            objectName: "language-" + modelData.tag
            look: row.look
            label: modelData.name
            isChosen: modelData.isChosen
            onActivated: row.bar.chooseLanguage(modelData.tag)
        }
    }

    WordButton {
        objectName: "moreLanguages"
        visible: row.bar.moreWord !== ""
        look: row.look
        label: row.bar.moreWord
        onActivated: row.bar.openList()
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 1
        height: 40 * row.look.unit
        color: row.look.isHighContrast ? row.look.ink : row.look.hair
    }

    LettersButton {
        objectName: "large"
        look: row.look
        label: row.bar.largeWord
        isChosen: row.look.isLarge
        onActivated: row.bar.toggleLarge()
    }

    IconButton {
        objectName: "contrast"
        look: row.look
        icon: "contrast"
        iconSize: 30
        label: row.bar.contrastWord
        isChosen: row.look.isHighContrast
        onActivated: row.bar.toggleContrast()
    }
}
