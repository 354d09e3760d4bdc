pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// All languages, over the wall, made when they are asked for. A touch beside it, or Escape, puts it away.
FocusScope {
    id: list

    required property Bar bar
    required property Look look

    objectName: "languageList"
    Keys.onEscapePressed: bar.closeList()
    Component.onCompleted: forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: list.look.wall
        opacity: 0.66
    }

    MouseArea {
        anchors.fill: parent
        onClicked: list.bar.closeList()
    }

    Paper {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40 * list.look.unit
        width: grid.width + 64 * list.look.unit
        height: grid.height + 64 * list.look.unit
        look: list.look
        color: list.look.raised

        MouseArea {
            anchors.fill: parent
        }

        Grid {
            id: grid

            anchors.centerIn: parent
            columns: list.look.isPortrait ? 2 : 3
            spacing: 16 * list.look.unit

            Repeater {
                model: list.bar.languages

                PlainButton {
                    required property LanguageChoice modelData

                    objectName: "listed-" + modelData.tag
                    width: 320 * list.look.textUnit
                    height: Math.max(list.look.touch, 80 * list.look.unit)
                    look: list.look
                    icon: modelData.isChosen ? "check" : ""
                    label: modelData.name
                    onActivated: list.bar.chooseLanguage(modelData.tag)
                }
            }
        }
    }
}
