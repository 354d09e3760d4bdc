"""What the kiosks of the shop tell, read again and again: often while somebody looks, else now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.kiosks import Kiosk, SetAside
from ui.desk.rereading import Rereading
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

LOOKED_AT_MS, OTHERWISE_MS = 2_000, 20_000
Told = tuple[list[Kiosk], list[SetAside]]


class KioskWatch(Rereading[Told]):
    """`read` comes after every reading, also when nothing is new: what is said of time grows old."""

    read = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__(tools, interval_ms=OTHERWISE_MS)
        self._owner = owner
        self.has_read = False
        self.kiosks: list[Kiosk] = []
        self.set_asides: list[SetAside] = []

    def be_looked_at(self, looked_at: bool) -> None:
        """Whether the person sees what is read."""
        self._timer.setInterval(LOOKED_AT_MS if looked_at else OTHERWISE_MS)
        if looked_at:
            self.look()

    def _find(self) -> Told:
        return self._owner.kiosks(), self._owner.set_asides()

    def _take(self, found: Told) -> None:
        self.has_read = True
        self.kiosks, self.set_asides = found
        self.read.emit()
