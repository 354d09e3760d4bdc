"""Somebody before an open kiosk: touches what is seen, types on its keys or on real ones, reads what is there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.stage import visible_items
from ui.kiosk.builder import OpenKiosk, RestingKiosk
from ui.kiosk.kiosk import Page

PATIENCE_MS = 15_000
_NAMES = {" ": "key-space", "\n": "key-enter"}


class Visitor:
    """Waits for what is to come, and touches the window itself: what lies above takes the touch."""

    def __init__(self, kiosk: OpenKiosk | RestingKiosk, qtbot: QtBot) -> None:
        self._front = kiosk.front
        self._qtbot = qtbot
        self._device = QTest.createTouchDevice()

    @property
    def page(self) -> Page:
        return self._front.kiosk.now

    def wait_for(self, page: Page) -> None:
        """Until it is the only one to be seen."""

        def stands_alone() -> bool:
            places = [item for item in self.items() if item.objectName().startswith("place-")]
            return [place.objectName() for place in places] == [f"place-{page}"]

        self._qtbot.waitUntil(stands_alone, timeout=PATIENCE_MS)

    # Reading.

    def items(self) -> Iterator[QQuickItem]:
        return visible_items(self._front.main)

    def sees(self, name: str) -> bool:
        return any(item.objectName() == name for item in self.items())

    def texts(self) -> list[str]:
        return [str(item.property("text")) for item in self.items() if item.property("text")]

    def text_of(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def wait_for_text(self, name: str, words: str) -> None:
        """Until these are among the words there."""
        self._qtbot.waitUntil(lambda: words in self.text_of(name), timeout=PATIENCE_MS)

    def item(self, name: str) -> QQuickItem:
        self._qtbot.waitUntil(lambda: self.sees(name), timeout=PATIENCE_MS)
        return next(item for item in self.items() if item.objectName() == name)

    def note_saying(self, text: str) -> str:
        """The name of the note on the wall that is read aloud with these words."""

        def found() -> list[str]:
            notes = [item for item in self.items() if item.objectName().startswith("open-")]
            return [note.objectName() for note in notes if text in heard(note)]

        self._qtbot.waitUntil(lambda: found() != [], timeout=PATIENCE_MS)
        return found()[0]

    # By finger.

    def tap(self, name: str) -> None:
        self.tap_at(self._centre(name))

    def tap_at(self, point: QPoint) -> None:
        window = self._front.window
        QTest.touchEvent(window, self._device).press(0, point, window).commit()
        QTest.touchEvent(window, self._device).release(0, point, window).commit()

    def touch_down(self, point: QPoint) -> None:
        QTest.touchEvent(self._front.window, self._device).press(0, point, self._front.window).commit()

    def lift(self, point: QPoint) -> None:
        QTest.touchEvent(self._front.window, self._device).release(0, point, self._front.window).commit()

    def write(self, text: str) -> None:
        """Letter by letter on the keys of the screen, which are turned over for what is not on them."""
        for letter in text:
            name = _NAMES.get(letter, f"key-{letter.lower()}")
            for leaf in ("key-letters", "key-numbers"):
                if not self.sees(name) and self.sees(leaf):
                    self.tap(leaf)
            self.tap(name)

    # By mouse and by real keys.

    def click(self, name: str) -> None:
        QTest.mouseClick(
            self._front.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self._centre(name),
        )

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._front.window, key)

    def key_in(self, text: str) -> None:
        """In small letters."""
        for letter in text:
            self.press(Qt.Key(ord(letter.upper())))

    def _centre(self, name: str) -> QPoint:
        """Where it is painted: columns are laid out anew just before a frame."""
        window = self._front.window
        item = self.item(name)
        with self._qtbot.waitSignal(window.frameSwapped):
            window.update()
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def heard(item: QQuickItem) -> str:
    """What assistive technology reads there."""
    interface = QAccessible.queryAccessibleInterface(item)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
