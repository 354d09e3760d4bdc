"""Looks for ideas that say the same as what is being typed, away from the frames."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.clock import Clock
from app.domain.text import graphemes
from app.kiosk.notes import Note
from ui.kiosk.shop_side import shop_of
from ui.kiosk.visit import Visit
from ui.kiosk.write.alike import AlikeList, alike_of
from ui.kiosk.write.core import WritingCore
from ui.shared.background import Background

# How long a hand rests before the wall is searched.
REST_MS = 300
LEAST_TO_COMPARE = 3


class Comparing(QObject):
    """Fills `found`. `changed` comes when there are others than before."""

    changed = Signal()

    def __init__(self, *, core: WritingCore, visit: Visit, background: Background, clock: Clock) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._background = background
        self._clock = clock
        self.found = AlikeList()
        self._notes: list[Note] = []
        self._text = ""
        self._but: UUID | None = None
        self._resting = QTimer(self)
        self._resting.setInterval(REST_MS)
        self._resting.setSingleShot(True)
        self._resting.timeout.connect(self.ask)
        visit.changed.connect(self._speak_anew)

    def follow(self, text: str, *, but: UUID | None) -> None:
        """Ask once the hand rests; the idea `but` is known already."""
        self._text, self._but = text, but
        self._resting.start()

    def forget(self) -> None:
        self._resting.stop()
        self._text = ""
        self._show([])

    @Slot()
    def ask(self) -> None:
        """Search the wall now."""
        self._resting.stop()
        text = self._text
        if graphemes(text.strip()) < LEAST_TO_COMPARE:
            self._show([])
            return
        self._background.run(
            lambda: self._core.board.similar(text),
            lambda notes: self._take(notes, text),
            # Without proposals the page works all the same.
            lambda _error: None,
        )

    def _take(self, notes: list[Note], text: str) -> None:
        """What was asked for other words comes too late."""
        if text == self._text:
            self._show([note for note in notes if note.id != self._but])

    def _show(self, notes: list[Note]) -> None:
        self._notes = notes
        self._speak_anew()

    @Slot()
    def _speak_anew(self) -> None:
        shop, words, now = shop_of(self._core), self._visit.words, self._clock.now()
        self.found.show([alike_of(note, shop=shop, words=words, now=now) for note in self._notes])
        self.changed.emit()
