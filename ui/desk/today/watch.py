"""Reads the day: at the start, when something was done, and each minute, for the clock changes it too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from ui.desk.today.day import Day
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper
    from app.services.owner.owner import Owner

INTERVAL_MS = 60_000


class DayWatch(QObject):
    """`read` comes after every reading. `day_turned`: midnight has passed, and with it what is due."""

    read = Signal()
    day_turned = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, keeper: Keeper) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._keeper = keeper
        self._is_reading = False
        self._read_again = False
        self.day: Day | None = None
        self._date: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Read now; while a reading is on its way, one more follows it."""
        if self._is_reading:
            self._read_again = True
            return
        self._is_reading = True
        self._tools.background.run(self._read, self._take, self._miss, self._end)

    def _read(self) -> Day:
        return Day(self._owner.today.overview(), self._keeper.newest_at())

    def _take(self, day: Day) -> None:
        has_turned = self._date is not None and self._date != day.overview.today
        self.day, self._date = day, day.overview.today
        self._end()
        self.read.emit()
        if has_turned:
            self.day_turned.emit()

    def _miss(self, _error: AppError) -> None:
        """The journal's own reader tells of a database that is away, once and not each minute."""
        self._end()

    def _end(self) -> None:
        self._is_reading = False
        if self._read_again:
            self._read_again = False
            self.look()
