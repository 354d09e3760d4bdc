pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// How an own idea goes on from this one: and, but, instead. Escape, or the button, leads back.
FocusScope {
    id: choices

    required property NotePage page
    required property Look look

    objectName: "choices"
    visible: page.isChoosing
    Keys.onEscapePressed: page.stopBuilding()
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
        else
            focus = false;
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * (choices.look.isPortrait ? 48 : 96) * choices.look.unit
        spacing: 48 * choices.look.unit

        Label {
            width: parent.width
            look: choices.look
            size: 44
            isBold: true
            horizontalAlignment: Text.AlignHCenter
            text: choices.page.choosingTitle
        }

        Grid {
            id: grid

            readonly property real gap: 32 * choices.look.unit

            width: parent.width
            columns: choices.look.isPortrait ? 1 : 3
            spacing: gap

            Repeater {
                model: choices.page.choices

                ChoiceCard {
                    required property BuildChoice modelData

                    objectName: "choose-" + modelData.link
                    width: (grid.width - (grid.columns - 1) * grid.gap) / grid.columns
                    look: choices.look
                    choice: modelData
                    onActivated: choices.page.build(modelData.link)
                }
            }
        }

        PlainButton {
            objectName: "stopBuilding"
            anchors.horizontalCenter: parent.horizontalCenter
            look: choices.look
            icon: "back"
            iconTurns: true
            label: choices.page.stopChoosingWord
            onActivated: choices.page.stopBuilding()
        }
    }
}
