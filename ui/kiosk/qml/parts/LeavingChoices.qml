import QtQuick
import Teacup

// What the owner may do once she has shown who she is.
Column {
    id: choices

    required property Leaving leaving
    required property Look look

    spacing: 24 * look.unit

    PrimaryButton {
        objectName: "closeTeacup"
        width: parent.width
        height: 128 * choices.look.unit
        look: choices.look
        label: choices.leaving.closeLabel
        onActivated: choices.leaving.close()
    }

    PlainButton {
        objectName: "pairAnew"
        width: parent.width
        look: choices.look
        label: choices.leaving.pairLabel
        onActivated: choices.leaving.pair_anew()
    }
}
