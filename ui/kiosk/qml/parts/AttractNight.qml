import QtQuick
import Teacup

// Out of opening hours: dark, with a few quiet words that wander.
Rectangle {
    id: page

    required property AttractPage attract
    required property Look look
    readonly property real unit: look.unit

    color: "#14110F"

    Column {
        x: 64 * page.unit + page.attract.nightX * (page.width - width - 128 * page.unit)
        y: 64 * page.unit + page.attract.nightY * (page.height - height - 128 * page.unit)
        width: Math.min(page.width * 0.7, 720 * page.unit)
        spacing: 12 * page.unit

        Label {
            objectName: "nightName"
            width: parent.width
            look: page.look
            size: 44
            isBold: true
            color: "#8A7D70"
            text: page.attract.shopName
        }

        Label {
            width: parent.width
            look: page.look
            color: "#8A7D70"
            text: page.attract.hours
        }
    }
}
