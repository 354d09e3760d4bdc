"""The storms that have a place on the kiosk: read in the background, followed by dates and clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.clock import Clock
from app.domain.open_time import TimeLeft, time_left
from app.domain.storms import Phase, ends_at
from app.kiosk.storms import ToldStorm
from ui.kiosk.shop_side import shop_of
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore

TICK_MS = 15_000


class RunningStorms(QObject):
    """`changed` comes when there are others, when something of one changed, and as time goes on."""

    changed = Signal()

    def __init__(self, *, core: KioskCore, background: Background, clock: Clock) -> None:
        super().__init__()
        self._core = core
        self._background = background
        self._clock = clock
        self._storms: Sequence[ToldStorm] = ()
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.ask)

    @property
    def all(self) -> Sequence[ToldStorm]:
        return self._storms

    def of(self, code: str) -> ToldStorm | None:
        return next((storm for storm in self._storms if storm.code == code), None)

    def phase(self, storm: ToldStorm) -> Phase:
        return storm.phase(self._clock.now())

    def left(self, storm: ToldStorm) -> TimeLeft | None:
        """Of a phase that ends by itself, as the shop counts time."""
        now = self._clock.now()
        until = ends_at(storm.storm, storm.phase(now))
        return time_left(shop_of(self._core), now, until) if until else None

    def gathers(self, code: str) -> bool:
        storm = self.of(code)
        return storm is not None and self.phase(storm) is Phase.GATHERING

    @Slot()
    def ask(self) -> None:
        """Read them anew; also only to follow the clock."""
        self._ticking.start()
        # Where the disk says no, what is known stays; the courier tells of the disk.
        self._background.run(self._core.storms, self._take, lambda _error: None)

    def rest(self) -> None:
        self._ticking.stop()

    def _take(self, storms: Sequence[ToldStorm]) -> None:
        self._storms = storms
        self.changed.emit()
