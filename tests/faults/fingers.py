"""`teacup kiosk` itself with a crowd of careless fingers on its window: a program of its own.

Usage: fingers FOLDER COUNT SEED. Writes how often it has touched and typed to FOLDER/touched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.command_line import parse
from app.paths import DataFolder
from tests.ui.kiosk.stage import visible_items
from ui.kiosk.leaving import HOLD_MS
from ui.kiosk.window import KioskWindow
from ui.kiosk_program import run_kiosk

# As many between two looks at the event loop, so that not each of them waits for a picture.
AT_ONCE = 8
CORNER = QPoint(15, 15)
# A whole look at the page takes longer than a touch.
LOOK_EVERY = 16
HOLD_EVERY = 2500
TOUCHED = "touched"
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Menu),
    *(Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_Print),
    *(Qt.Key.Key_Insert, Qt.Key.Key_Help, Qt.Key.Key_Back, Qt.Key.Key_HomePage, Qt.Key.Key_Launch0),
    *map(Qt.Key, range(Qt.Key.Key_Exclam, Qt.Key.Key_QuoteLeft + 1)),
)
MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


class Fingers(QObject):
    """Taps, drags, pinches, rests and types, as `chance` has it, until it was done `count` times."""

    def __init__(self, chance: Random, count: int, progress: Path) -> None:
        super().__init__()
        self._chance = chance
        self._count = count
        self._progress = progress
        self._done = 0
        self._device = QTest.createTouchDevice()
        self._targets: list[QPoint] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play)
        self._timer.start()

    def _play(self) -> None:
        window = self._window()
        if window is None:
            return
        for _ in range(min(AT_ONCE, self._count - self._done)):
            if self._done % LOOK_EVERY == 0:
                self._look(window)
            self._done += 1
            if self._done % HOLD_EVERY == HOLD_EVERY // 4:
                self._hold_corner(window)
                break
            self._chance.choices((self._tap, self._drag, self._pinch, self._type), (10, 2, 1, 7))[0](window)
        self._progress.write_text(str(self._done))
        if self._done >= self._count:
            self._timer.stop()

    def _window(self) -> KioskWindow | None:
        windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
        assert len(windows) <= 1, f"other windows: {windows}"
        return windows[0] if windows and isinstance(windows[0], KioskWindow) else None

    def _look(self, window: KioskWindow) -> None:
        """Where there is something to touch: by chance alone the pages further back are seldom reached."""
        named = [item for item in visible_items(window.contentItem()) if item.objectName()]
        self._targets = [_middle(item) for item in named]

    def _somewhere(self, window: KioskWindow) -> QPoint:
        if self._targets and self._chance.random() < 0.6:
            return self._chance.choice(self._targets)
        return QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))

    def _touch(self, window: KioskWindow) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(window, self._device, False)

    def _tap(self, window: KioskWindow) -> None:
        point = self._somewhere(window)
        self._touch(window).press(0, point, window).commit(False)
        self._touch(window).release(0, point, window).commit(False)

    def _drag(self, window: KioskWindow) -> None:
        self._touch(window).press(0, self._somewhere(window), window).commit(False)
        for _ in range(self._chance.randrange(1, 6)):
            self._touch(window).move(0, self._somewhere(window), window).commit(False)
        self._touch(window).release(0, self._somewhere(window), window).commit(False)

    def _pinch(self, window: KioskWindow) -> None:
        one, two = self._somewhere(window), self._somewhere(window)
        self._touch(window).press(0, one, window).commit(False)
        self._touch(window).stationary(0).press(1, two, window).commit(False)
        self._touch(window).move(0, two, window).move(1, one, window).commit(False)
        self._touch(window).release(0, two, window).stationary(1).commit(False)
        self._touch(window).release(1, one, window).commit(False)

    def _type(self, window: KioskWindow) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        if self._chance.random() < 0.2:
            modifiers = self._chance.choice(MODIFIERS)
        QTest.keyClick(window, self._chance.choice(KEYS), modifiers)

    def _hold_corner(self, window: KioskWindow) -> None:
        """As long as the way out asks for; then whatever comes meets the pad of the PIN."""
        self._timer.stop()
        self._touch(window).press(0, CORNER, window).commit(False)

        def lift() -> None:
            self._touch(window).release(0, CORNER, window).commit(False)
            self._timer.start()

        self._later(HOLD_MS + 500, lift)

    def _later(self, milliseconds: int, what: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, what)


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def main(folder: str, count: str, seed: str) -> int:
    app = QGuiApplication(sys.argv[:1])
    fingers = Fingers(Random(seed), int(count), Path(folder, TOUCHED))
    fingers.setParent(app)
    arguments = parse(["--data", folder, "kiosk", "--watched"])
    return run_kiosk(arguments, DataFolder.choose_for_kiosk(arguments.data))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
