"""Whether somebody is still at the kiosk: asks when nothing has moved for a while, then ends the visit."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.kiosks import IDLE_SECONDS
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

ASKING_SECONDS = 10
CHECK_MS = 250


@QmlElement
@QmlUncreatable("The program watches.")
class IdleWatch(QObject):
    """Counts from the visit's last sign of life, by `monotonic` in seconds.

    A visit in which nobody has touched anything yet is not asked for: there is nothing to lose. `ran_out`
    comes once; after it the watch rests until the next sign of life. Nobody is asked while it `wait`s.
    """

    changed = Signal()
    ran_out = Signal()

    def __init__(
        self,
        visit: Visit,
        *,
        seconds: int = IDLE_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._seconds = seconds
        self._monotonic = monotonic
        self._last = monotonic()
        self._was_touched = False
        self._is_asking = False
        self._is_waiting = False
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)
        visit.touched.connect(self._note)
        visit.ended.connect(self.begin)
        visit.changed.connect(self.changed)

    @property
    def is_used(self) -> bool:
        """Whether somebody has touched anything in this visit."""
        return self._was_touched

    @property
    def is_quiet(self) -> bool:
        """Whether nothing has moved for so long that somebody would be asked."""
        return self._timer.isActive() and self._monotonic() - self._last >= self._seconds

    def set_seconds(self, seconds: int) -> None:
        self._seconds = seconds

    @Slot()
    def begin(self) -> None:
        """Nobody has touched anything yet; count from now."""
        self._was_touched = False
        self._restart()

    def rest(self) -> None:
        """Stop counting until somebody touches something."""
        self._timer.stop()
        self._set_asking(False)

    def wait(self, is_waiting: bool) -> None:
        """Whether a page is shown that clears itself, and tells so."""
        self._is_waiting = is_waiting
        if is_waiting:
            self._set_asking(False)

    @Slot()
    def go_on(self) -> None:
        self._visit.touch()

    @Slot()
    def check(self) -> None:
        """Look at the clock; the timer does so four times a second."""
        quiet = self._monotonic() - self._last
        if quiet < self._seconds or self._is_waiting or not self._timer.isActive():
            return
        if not self._was_touched or quiet >= self._seconds + ASKING_SECONDS:
            self.rest()
            self.ran_out.emit()
            return
        left = ceil(self._seconds + ASKING_SECONDS - quiet)
        if not self._is_asking or left != self._left:
            self._left = left
            self._is_asking = True
            self.changed.emit()

    @Slot()
    def _note(self) -> None:
        self._was_touched = True
        self._restart()

    def _restart(self) -> None:
        self._last = self._monotonic()
        self._set_asking(False)
        if not self._timer.isActive():
            self._timer.start()

    def _set_asking(self, is_asking: bool) -> None:
        if is_asking != self._is_asking:
            self._is_asking = is_asking
            self.changed.emit()

    @Property(bool, notify=changed)
    def isAsking(self) -> bool:
        return self._is_asking

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much of the time to answer is left, 1 to 0."""
        return self._left / ASKING_SECONDS

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._visit.words.tr("Still there?")

    @Property(str, notify=changed)
    def warning(self) -> str:
        return self._visit.words.trn(
            "In %(count)s second this page begins anew, and what you typed is gone.",
            "In %(count)s seconds this page begins anew, and what you typed is gone.",
            self._left,
        )

    @Property(str, notify=changed)
    def answer(self) -> str:
        return self._visit.words.tr("Yes, go on")
