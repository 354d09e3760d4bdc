"""Reads something again and again in the background: by the clock, and when it is asked to."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import AppError
from ui.desk.tools import Tools

T = TypeVar("T")


class Rereading(QObject, Generic[T]):
    """What it reads and what becomes of it is said by the one that is made of it."""

    def __init__(self, tools: Tools, *, interval_ms: int) -> None:
        super().__init__()
        self._tools = tools
        self._is_reading = False
        self._read_again = False
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._look_by_the_clock)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Read now. A reading that is on its way may have begun before what was just done, so one more
        follows it."""
        if self._is_reading:
            self._read_again = True
            return
        self._is_reading = True
        self._tools.background.run(self._find, self._take_found, self._miss, self._end)

    def _find(self) -> T:
        """Called off the GUI thread."""
        raise NotImplementedError

    def _take(self, found: T) -> None:
        raise NotImplementedError

    def _look_by_the_clock(self) -> None:
        """Nothing was done: what is on its way is enough."""
        if not self._is_reading:
            self.look()

    def _take_found(self, found: T) -> None:
        self._end()
        self._take(found)

    def _miss(self, _error: AppError) -> None:
        """The journal's own reader tells of a database that is away, once and not each time."""
        self._end()

    def _end(self) -> None:
        self._is_reading = False
        if self._read_again:
            self._read_again = False
            self.look()
