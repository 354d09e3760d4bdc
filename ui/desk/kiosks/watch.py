"""What the kiosks of the shop tell, read again and again: often while somebody looks, else now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk, SetAside
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

LOOKED_AT_MS, OTHERWISE_MS = 2_000, 20_000


class KioskWatch(QObject):
    """`read` comes after every reading, also when nothing is new: what is said of time grows old."""

    read = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._is_reading = False
        self.has_read = False
        self.kiosks: list[Kiosk] = []
        self.set_asides: list[SetAside] = []
        self._timer = QTimer(self)
        self._timer.setInterval(OTHERWISE_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def be_looked_at(self, looked_at: bool) -> None:
        """Whether the person sees what is read."""
        self._timer.setInterval(LOOKED_AT_MS if looked_at else OTHERWISE_MS)
        if looked_at:
            self.look()

    def look(self) -> None:
        """Read now; while a reading is on its way it is the one."""
        if self._is_reading:
            return
        self._is_reading = True
        self._tools.background.run(
            lambda: (self._owner.kiosks(), self._owner.set_asides()), self._take, self._miss, self._end
        )

    def _take(self, found: tuple[list[Kiosk], list[SetAside]]) -> None:
        self._end()
        self.has_read = True
        self.kiosks, self.set_asides = found
        self.read.emit()

    def _miss(self, _error: AppError) -> None:
        """The journal's own reader tells of a database that is away, once and not each second."""
        self._end()

    def _end(self) -> None:
        self._is_reading = False
