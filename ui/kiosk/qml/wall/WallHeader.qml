pragma ComponentBehavior: Bound

import QtQuick
import Teacup
import "../parts"

// Whose wall it is, its orders, and the search. Upright screens give the orders a row of their own.
Item {
    id: header

    required property WallPage wall
    required property Look look
    readonly property real side: (look.isPortrait ? 48 : 64) * look.unit
    readonly property real firstRow: Math.max(look.touch, (look.isPortrait ? 112 : 104) * look.unit)

    // Storms stand behind the orders where there is room, else in a row of their own.
    readonly property real beside: (look.isMirrored ? orders.x : width - orders.x - orders.width) - 36 * look.unit - side - 96 * look.unit
    readonly property bool hasStormRow: wall.hasStormTabs && (look.isPortrait || beside < wall.stormTabs * 460 * look.textUnit)

    implicitHeight: firstRow + (wall.search.isOpen ? 0 : (look.isPortrait ? look.touch + 8 * look.unit : 0) + (hasStormRow ? look.touch + 8 * look.unit : 0))

    Item {
        id: sign

        readonly property real markSide: 52 * header.look.unit

        anchors.left: parent.left
        anchors.leftMargin: header.side
        y: (header.firstRow - height) / 2
        width: logo.visible ? logo.width : markSide
        height: logo.visible ? logo.height : markSide

        Icon {
            objectName: "mark"
            anchors.fill: parent
            visible: !logo.visible
            name: "mark"
            colour: header.look.brick
        }

        ShopLogo {
            id: logo

            objectName: "shopLogo"
            visible: shape > 0
            height: 64 * header.look.unit
            width: Math.min(height * shape, 4 * sign.markSide)
            image: header.wall.shopLogo
        }
    }

    Label {
        id: name

        objectName: "shopName"
        anchors.left: sign.right
        anchors.leftMargin: 20 * header.look.unit
        y: (header.firstRow - height) / 2
        width: Math.min(implicitWidth, header.width * (header.look.isPortrait ? 0.7 : 0.3) - (sign.width - sign.markSide))
        visible: !header.wall.search.isOpen
        look: header.look
        isBold: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: header.wall.shopName
    }

    WallTabs {
        id: orders

        anchors.left: header.look.isPortrait ? parent.left : name.right
        anchors.leftMargin: header.look.isPortrait ? header.side : 64 * header.look.unit
        y: header.look.isPortrait ? header.firstRow : (header.firstRow - height) / 2
        visible: !header.wall.search.isOpen
        wall: header.wall
        look: header.look
    }

    LateStorms {
        x: header.hasStormRow ? header.side : header.look.isMirrored ? orders.x - 36 * header.look.unit - width : orders.x + orders.width + 36 * header.look.unit
        y: header.hasStormRow ? header.implicitHeight - header.look.touch - 8 * header.look.unit : (header.firstRow - header.look.touch) / 2
        width: header.hasStormRow ? header.width - 2 * header.side : header.beside
        visible: !header.wall.search.isOpen
        wall: header.wall
        look: header.look
        file: "../storm/StormTabRow.qml"
        knowsWall: true
    }

    IconButton {
        objectName: "search"
        anchors.right: parent.right
        anchors.rightMargin: header.side - (width - iconSize * header.look.unit) / 2
        y: (header.firstRow - height) / 2
        visible: !header.wall.search.isOpen
        look: header.look
        icon: "search"
        label: header.wall.search.openWord
        onActivated: {
            header.wall.search.open();
            (search.item as FocusScope).forceActiveFocus();
        }
    }

    Late {
        id: search

        anchors.left: sign.right
        anchors.leftMargin: 20 * header.look.unit
        anchors.right: parent.right
        anchors.rightMargin: header.side
        y: (header.firstRow - height) / 2
        visible: header.wall.search.isOpen
        search: header.wall.search
        file: "SearchRow.qml"
        given: ({
                search: header.wall.search,
                keyboard: header.wall.search.keyboard,
                look: header.look
            })
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: header.look.border
        visible: header.look.isPortrait || header.look.isHighContrast
        color: header.look.hair
    }
}
