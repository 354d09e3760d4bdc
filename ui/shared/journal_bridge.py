"""Tells the window what changed in the shop, whoever did it: once a second, and at once after an own verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.services.owner.reading import ChangesSince

INTERVAL_MS = 1000


class JournalBridge(QObject):
    """`changed` carries a ChangesSince; `lost` and `found`: the database stopped and began to answer."""

    changed = Signal(object)
    lost = Signal(object)
    found = Signal()

    def __init__(
        self,
        *,
        background: Background,
        newest: Callable[[], int],
        changes_since: Callable[[int], ChangesSince],
    ) -> None:
        super().__init__()
        self._background = background
        self._newest = newest
        self._changes_since = changes_since
        self._sequence: int | None = None
        self._asking = False
        self._ask_again = False
        self._is_lost = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """From now on; what was before is for the pages to read."""
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        self._timer.stop()

    def ask(self) -> None:
        """Look now. While one look is under way, one more follows it."""
        if self._asking:
            self._ask_again = True
            return
        self._asking = True
        self._background.run(self._look, self._hear, self._fail, self._break)

    def _look(self) -> ChangesSince | int:
        return self._newest() if self._sequence is None else self._changes_since(self._sequence)

    def _hear(self, answer: ChangesSince | int) -> None:
        self._asking = False
        if self._is_lost:
            self._is_lost = False
            self.found.emit()
        if isinstance(answer, int):
            self._sequence = answer
            more = False
        else:
            self._sequence = answer.sequence
            more = answer.more
            if answer.ideas or answer.board:
                self.changed.emit(answer)
        if more or self._ask_again:
            self._ask_again = False
            self.ask()

    def _break(self) -> None:
        """A mistake of ours, reported elsewhere: the next look comes with the timer all the same."""
        self._asking = False
        self._ask_again = False

    def _fail(self, error: AppError) -> None:
        self._asking = False
        self._ask_again = False
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(error)
