"""Reads the day: at the start, when something was done, and each minute, for the clock changes it too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.desk.rereading import Rereading
from ui.desk.today.day import Day
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper
    from app.services.owner.owner import Owner

INTERVAL_MS = 60_000


class DayWatch(Rereading[Day]):
    """`read` comes after every reading. `day_turned`: midnight has passed, and with it what is due."""

    read = Signal()
    day_turned = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, keeper: Keeper) -> None:
        super().__init__(tools, interval_ms=INTERVAL_MS)
        self._owner = owner
        self._keeper = keeper
        self._address = ""
        self.day: Day | None = None
        self._date: date | None = None

    def take_address(self, address: str) -> None:
        """That for customers today: a sheet whose code leads elsewhere is told of. Empty while it is not
        known."""
        if address != self._address:
            self._address = address
            self.look()

    def _find(self) -> Day:
        return Day(self._owner.today.overview(address=self._address), self._keeper.newest_at())

    def _take(self, day: Day) -> None:
        has_turned = self._date is not None and self._date != day.overview.today
        self.day, self._date = day, day.overview.today
        self.read.emit()
        if has_turned:
            self.day_turned.emit()
