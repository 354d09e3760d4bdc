"""The way out of the kiosk opens to a PIN, and whoever guesses waits twice as long each time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.errors import StorageProblem
from app.domain.kiosks import PinHash, pin_matches
from app.kiosk.file import KioskFile
from app.kiosk.kept import keep, kept
from app.kiosk.ticks import Tick, Ticks

_log = logging.getLogger(__name__)

FREE_TRIES = 5
MOST_TRIES_A_DAY = 60
_FIRST_WAIT = 60_000
_LONGEST_WAIT = 4 * 60 * 60_000
_DAY = 24 * 60 * 60_000
_KEPT = "guard"


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """`wait_seconds` until the next try is looked at, 0 = at once."""

    is_right: bool
    wait_seconds: int


@dataclass(frozen=True, slots=True)
class _Tally:
    """Wrong tries in a row, the milliseconds to wait since `at`, and wrong tries of a day since `day_at`."""

    wrong: int
    wait: int
    at: Tick
    today: int
    day_at: Tick


class PinGuard:
    """Usable from any thread. Every try is counted on the disk before it is looked at, and waits go by the
    machine's own ticks: neither a kill nor a changed clock shortens them, a restart begins the wait again."""

    def __init__(
        self,
        file: KioskFile,
        *,
        ticks: Ticks,
        pin: Callable[[], PinHash | None],
        matches: Callable[[str, PinHash], bool] = pin_matches,
    ) -> None:
        self._file = file
        self._ticks = ticks
        self._pin = pin
        self._matches = matches
        self._lock = threading.Lock()
        self._tally = file.read(lambda connection: _tally_of(kept(connection, _KEPT))) or _fresh(ticks())

    @property
    def has_pin(self) -> bool:
        """Without a PIN the way out is open, and every try is right."""
        return self._pin() is not None

    def wait_seconds(self) -> int:
        """How long until the next try is looked at."""
        with self._lock:
            return _seconds(self._wait())

    def try_pin(self, text: str) -> PinAnswer:
        """Whether `text` is the PIN. While there is a wait nothing is looked at, and every try is wrong."""
        with self._lock:
            pin = self._pin()
            if pin is None:
                return PinAnswer(True, 0)
            wait = self._wait()
            if wait > 0:
                return PinAnswer(False, _seconds(wait))
            before = self._tally
            self._set(self._counted(before))
            if self._matches(text, pin):
                # Forgiven, but for the day's tally: nobody guesses more often because the owner comes by.
                self._set(replace(before, wrong=0, wait=0))
                return PinAnswer(True, 0)
            return PinAnswer(False, _seconds(self._wait()))

    def keep_again(self) -> None:
        """In a new file. Without the lock: whoever tries a PIN while the file is begun anew holds it."""
        self._set(self._tally)

    def _wait(self) -> int:
        """Milliseconds still to wait."""
        now = self._ticks()
        if now.boot != self._tally.at.boot or now.boot != self._tally.day_at.boot:
            # How long the machine was off nobody knows: all of it begins again.
            self._set(replace(self._tally, at=now, day_at=now))
        tally = self._tally
        left = tally.wait - (now.since(tally.at) or 0)
        left_of_day = _DAY - (now.since(tally.day_at) or 0)
        return max(left, left_of_day if tally.today >= MOST_TRIES_A_DAY else 0, 0)

    def _counted(self, tally: _Tally) -> _Tally:
        now = self._ticks()
        wrong = tally.wrong + 1
        over = wrong - FREE_TRIES
        wait = min(_FIRST_WAIT << min(over, 30), _LONGEST_WAIT) if over >= 0 else 0
        is_new_day = tally.today == 0 or (now.since(tally.day_at) or 0) >= _DAY
        today, day_at = (1, now) if is_new_day else (tally.today + 1, tally.day_at)
        return _Tally(wrong, wait, now, today, day_at)

    def _set(self, tally: _Tally) -> None:
        """In the file; on a full disk at least here, so that the owner can still leave."""
        self._tally = tally
        try:
            self._file.write(lambda connection: keep(connection, _KEPT, _value_of(tally)))
        except StorageProblem as problem:
            _log.error("A try of the PIN could not be counted on the disk: %s", problem)


def _fresh(now: Tick) -> _Tally:
    return _Tally(0, 0, now, 0, now)


def _value_of(tally: _Tally) -> list[int | str]:
    at, day_at = tally.at, tally.day_at
    return [tally.wrong, tally.wait, at.boot, at.milliseconds, tally.today, day_at.boot, day_at.milliseconds]


def _tally_of(value: object) -> _Tally | None:
    match value:
        case [int(wrong), int(wait), str(boot), int(at), int(today), str(day_boot), int(day_at)]:
            return _Tally(wrong, wait, Tick(boot, at), today, Tick(day_boot, day_at))
        case _:
            return None


def _seconds(milliseconds: int) -> int:
    return -(-milliseconds // 1000)
