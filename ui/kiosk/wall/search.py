"""Searching the wall: what somebody types there, and the keys to type it with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

if TYPE_CHECKING:
    from ui.kiosk.keyboard.model import KeyboardModel

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

DELAY_MS = 150


@QmlElement
@QmlUncreatable("The wall makes its search.")
class WallSearch(QObject):
    """`wanted`: look for `words` now. `make_keyboard` gives the keys, which take a while to make: they come
    with the first search, or by `warm_up`."""

    changed = Signal()
    wanted = Signal()

    def __init__(self, visit: Visit, make_keyboard: Callable[[], KeyboardModel]) -> None:
        super().__init__()
        self._visit = visit
        self._make_keyboard = make_keyboard
        self._keyboard: KeyboardModel | None = None
        self._is_open = False
        self._text = ""
        self._found = -1
        self._timer = QTimer(self)
        self._timer.setInterval(DELAY_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.wanted)
        visit.changed.connect(self.changed)

    @property
    def words(self) -> str:
        """What is looked for; empty while nothing is."""
        return self._text.strip()

    def tell_found(self, number: int) -> None:
        """How many notes have the words."""
        self._timer.stop()
        self._found = number
        self.changed.emit()

    def warm_up(self) -> None:
        if self._keyboard is None:
            self._keyboard = self._make_keyboard()
            self.changed.emit()

    def forget(self) -> None:
        """Nothing is looked for any more; whoever asks hangs the whole wall again."""
        self._is_open = False
        self._text = ""
        self._timer.stop()
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        self.warm_up()
        self._is_open = True
        self._visit.touch()
        self.changed.emit()

    @Slot(str)
    def type(self, words: str) -> None:
        if words != self._text:
            self._text = words
            self._visit.touch()
            self._timer.start()

    @Slot()
    def now(self) -> None:
        """Enter: do not wait for another letter."""
        if self._timer.isActive():
            self._timer.stop()
            self.wanted.emit()

    @Slot()
    def close(self) -> None:
        self._visit.touch()
        self.forget()
        self.wanted.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(bool, notify=changed)
    def hasKeys(self) -> bool:
        return self._keyboard is not None

    @Property(QObject, notify=changed)
    def keyboard(self) -> KeyboardModel | None:
        """A KeyboardModel, which QML does not know before there are keys."""
        return self._keyboard

    @Property(str, notify=changed)
    def openWord(self) -> str:
        return self._visit.words.tr("Search the wall")

    @Property(str, notify=changed)
    def closeWord(self) -> str:
        return self._visit.words.tr("Close the search")

    @Property(str, notify=changed)
    def foundWords(self) -> str:
        """How many notes have the words, while somebody searches."""
        if not self.words or self._found < 0:
            return ""
        return self._visit.words.trn("%(count)s note", "%(count)s notes", self._found)
