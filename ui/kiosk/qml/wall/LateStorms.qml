import QtQuick
import Teacup

// A part of the storms, made from `file` once the wall has been painted and there are storms to know of.
Loader {
    required property WallPage wall
    required property Look look
    required property string file
    property bool knowsWall: false
    readonly property bool isWanted: wall.hasStorms

    function make() {
        const given = {
            storms: wall.storms,
            look: look
        };
        setSource(file, knowsWall ? Object.assign(given, {
            wall: wall
        }) : given);
    }

    onIsWantedChanged: if (isWanted)
        make()
    Component.onCompleted: if (isWanted)
        make()
}
