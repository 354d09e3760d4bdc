import QtQuick
import Teacup
import "../parts"

// Where the keys would be, for scripts that are written on a phone.
Paper {
    id: offer

    required property KeyboardModel keyboard
    readonly property bool hasCode: keyboard.phoneAddress !== ""

    objectName: "phoneOffer"

    Row {
        anchors.centerIn: parent
        spacing: 48 * offer.look.unit

        QrCode {
            objectName: "phoneOfferCode"
            visible: offer.hasCode
            width: offer.height - 48 * offer.look.unit
            height: width
            address: offer.keyboard.phoneAddress
            colour: offer.look.ink
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, offer.width - (offer.hasCode ? offer.height : 0) - 96 * offer.look.unit)
            look: offer.look
            size: 35
            text: offer.keyboard.phoneSentence
        }
    }
}
