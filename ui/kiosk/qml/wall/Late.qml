import QtQuick
import Teacup

// A part that takes a while to make and is seldom seen: made from `file` with `given` once there are keys.
Loader {
    required property WallSearch search
    required property string file
    required property var given
    readonly property bool isWanted: search.hasKeys

    onIsWantedChanged: {
        if (isWanted)
            setSource(file, given);
    }
}
