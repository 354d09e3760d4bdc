"""Watches which notes are really seen while the wall is shown, and tells it in batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from app.kiosk.notes import Look
from ui.kiosk.wall.hanging import HangingNotes
from ui.kiosk.wall.look_times import LookTimes, in_view

LOOK_EVERY_MS = 250
TELL_EVERY_MS = 30_000


class LookCounter(QObject):
    """`monotonic` answers in seconds; `tell` is given what was seen since the last time, if anything."""

    def __init__(
        self,
        hanging: HangingNotes,
        *,
        tell: Callable[[Sequence[Look]], None],
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__()
        self._hanging = hanging
        self._tell = tell
        self._monotonic = monotonic
        self._times = LookTimes()
        self._is_shown = False
        self._timers = [self._timer(LOOK_EVERY_MS, self.look), self._timer(TELL_EVERY_MS, self.tell)]

    def start(self) -> None:
        """The wall is shown."""
        self._is_shown = True
        self.look()
        for timer in self._timers:
            timer.start()

    def stop(self) -> None:
        """Something else is shown."""
        self._is_shown = False
        for timer in self._timers:
            timer.stop()
        self.tell()

    def look(self) -> None:
        top, height = int(self._hanging.top), int(self._hanging.view_height)
        seen = in_view(self._hanging.spans(), top, top + height) if self._is_shown else frozenset()
        self._times.show(seen, self._now_ms())

    def tell(self) -> None:
        self.look()
        looks = self._times.take(self._now_ms())
        if looks:
            self._tell(looks)

    def _timer(self, milliseconds: int, work: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(work)
        return timer

    def _now_ms(self) -> int:
        return round(self._monotonic() * 1000)
