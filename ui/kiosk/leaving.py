"""The owner's way out: a corner held for three seconds, the PIN, and then what she came for."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from math import ceil
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.kiosks import LONGEST_PIN, SHORTEST_PIN
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.background import Background

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_MS = 3000
# A finger that only rests somewhere sees nothing yet.
QUIET_MS = 500
SECOND_MS = 1000


class Answer(Protocol):
    """What became of a try: `wait_seconds` until the next one is looked at."""

    @property
    def is_right(self) -> bool: ...
    @property
    def wait_seconds(self) -> int: ...


class Guard(Protocol):
    @property
    def has_pin(self) -> bool: ...
    def wait_seconds(self) -> int: ...
    def try_pin(self, text: str) -> Answer: ...


class Step(StrEnum):
    AWAY = "away"
    HOLDING = "holding"
    PIN = "pin"
    CHOICES = "choices"


@QmlElement
@QmlUncreatable("The program leads the way out.")
class Leaving(QObject):
    """Where the owner has set no PIN, the held corner is enough. A try is looked at on the background thread,
    for that takes a while and is written down."""

    changed = Signal()
    opened = Signal()
    closed = Signal()
    close_requested = Signal()
    pairing_requested = Signal()

    def __init__(
        self,
        *,
        visit: Visit,
        background: Background,
        guard: Guard,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._background = background
        self._guard = guard
        self._monotonic = monotonic
        self._step = Step.AWAY
        self._typed = ""
        self._is_busy = False
        self._was_wrong = False
        self._free_at = 0.0
        self._holding = self._timer(QUIET_MS, self._show_ring, is_single=True)
        self._held = self._timer(HOLD_MS, self.open, is_single=True)
        self._ticking = self._timer(SECOND_MS, self._tick, is_single=False)
        visit.changed.connect(self.changed)
        visit.ended.connect(self._go_away)

    def _timer(self, milliseconds: int, work: Callable[[], None], *, is_single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(is_single)
        timer.timeout.connect(work)
        return timer

    # What the corner says.

    def hold(self) -> None:
        if self._step is Step.AWAY:
            self._holding.start()
            self._held.start()

    def let_go(self) -> None:
        self._holding.stop()
        self._held.stop()
        if self._step is Step.HOLDING:
            self._show(Step.AWAY)

    @Slot()
    def open(self) -> None:
        """The corner was held long enough."""
        self._holding.stop()
        self._held.stop()
        self._typed = ""
        self._wait_for(self._guard.wait_seconds())
        self._show(Step.PIN if self._guard.has_pin else Step.CHOICES)
        self.opened.emit()

    @Slot()
    def _show_ring(self) -> None:
        self._show(Step.HOLDING)

    # What the pad says.

    @Slot(str)
    def type_digit(self, digit: str) -> None:
        if self.canType and len(self._typed) < LONGEST_PIN and digit.isdecimal():
            self._typed += digit
            self._was_wrong = False
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        if not self.canConfirm:
            return
        typed, self._typed, self._is_busy = self._typed, "", True
        self.changed.emit()
        self._background.run(
            lambda: self._guard.try_pin(typed),
            self._take_answer,
            lambda _error: self._forget_try(),
            self._forget_try,
        )

    def _take_answer(self, answer: Answer) -> None:
        self._is_busy = False
        if self._step is not Step.PIN:
            return  # went away meanwhile
        self._was_wrong = not answer.is_right
        self._wait_for(answer.wait_seconds)
        self._show(Step.CHOICES if answer.is_right else Step.PIN)

    def _forget_try(self) -> None:
        self._is_busy = False
        self.changed.emit()

    def _wait_for(self, seconds: int) -> None:
        self._free_at = self._monotonic() + seconds
        if seconds > 0:
            self._ticking.start()

    @Slot()
    def _tick(self) -> None:
        if self._wait() == 0:
            self._ticking.stop()
        self.changed.emit()

    def _wait(self) -> int:
        return max(0, ceil(self._free_at - self._monotonic()))

    # What the owner chooses.

    @Slot()
    def go_back(self) -> None:
        self._go_away()
        self.closed.emit()

    @Slot()
    def close(self) -> None:
        if self._step is Step.CHOICES:
            self.close_requested.emit()

    @Slot()
    def pair_anew(self) -> None:
        if self._step is Step.CHOICES:
            self._go_away()
            self.pairing_requested.emit()

    @Slot()
    def _go_away(self) -> None:
        self._typed = ""
        self._was_wrong = False
        self._holding.stop()
        self._held.stop()
        self._ticking.stop()
        self._show(Step.AWAY)

    def _show(self, step: Step) -> None:
        self._step = step
        self.changed.emit()

    # What the page shows.

    @Property(str, notify=changed)
    def step(self) -> str:
        return str(self._step)

    @Property(bool, notify=changed)
    def isHolding(self) -> bool:
        return self._step is Step.HOLDING

    @Property(int, notify=changed)
    def holdMs(self) -> int:
        """How long the ring takes to close."""
        return HOLD_MS - QUIET_MS

    @Property(int, notify=changed)
    def dots(self) -> int:
        return len(self._typed)

    @Property(int, notify=changed)
    def places(self) -> int:
        return LONGEST_PIN

    @Property(bool, notify=changed)
    def canType(self) -> bool:
        return self._step is Step.PIN and not self._is_busy and self._wait() == 0

    @Property(bool, notify=changed)
    def canConfirm(self) -> bool:
        return self.canType and len(self._typed) >= SHORTEST_PIN

    @Property(str, notify=changed)
    def title(self) -> str:
        words = self._visit.words
        return (
            words.tr("The owner’s PIN") if self._step is Step.PIN else words.tr("What would you like to do?")
        )

    @Property(str, notify=changed)
    def sentence(self) -> str:
        words = self._visit.words
        if self._step is Step.CHOICES:
            return "" if self._guard.has_pin else words.tr("No PIN is set. One can be chosen at the desk.")
        if self._is_busy:
            return ""
        if wait := self._wait():
            return words.tr("That was not it. The next try counts in %(wait)s.", wait=self._in_words(wait))
        if self._was_wrong:
            return words.tr("That was not it. Please try again.")
        return words.tr("It was chosen at the desk, on the page of the kiosks.")

    def _in_words(self, seconds: int) -> str:
        words, minutes = self._visit.words, ceil(seconds / 60)
        if seconds <= 90:
            return words.trn("%(count)s second", "%(count)s seconds", seconds)
        if minutes <= 90:
            return words.trn("%(count)s minute", "%(count)s minutes", minutes)
        return words.trn("%(count)s hour", "%(count)s hours", ceil(minutes / 60))

    @Property(str, notify=changed)
    def confirmLabel(self) -> str:
        return self._visit.words.tr("Open")

    @Property(str, notify=changed)
    def eraseLabel(self) -> str:
        return self._visit.words.tr("Erase the last digit")

    @Property(str, notify=changed)
    def backLabel(self) -> str:
        return self._visit.words.tr("Back to the board")

    @Property(str, notify=changed)
    def closeLabel(self) -> str:
        return self._visit.words.tr("Close Teacup")

    @Property(str, notify=changed)
    def pairLabel(self) -> str:
        return self._visit.words.tr("Pair anew")
