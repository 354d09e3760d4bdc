"""How long the kiosk rests before it asks a server again that was not there, or that was not well."""

from __future__ import annotations

from random import Random

from app.kiosk.ticks import Tick, Ticks

FIRST_SECONDS = 2.0
LONGEST_SECONDS = 30.0


class BackOff:
    """Where nobody is there, as often as where somebody is: a knock costs nothing, and who comes back is met
    at once. Where somebody refuses or is not well, twice as long each time, up to half a minute.

    A try in between, because something was given, makes no wait longer. Kiosks of one shop do not all come at
    the same moment.
    """

    def __init__(self, ticks: Ticks, chance: Random) -> None:
        self._ticks = ticks
        self._chance = chance
        self._failures = 0
        self._due: Tick | None = None
        self._asked_until: Tick | None = None

    def forget(self) -> None:
        """All is well again, or the server is another one."""
        self._failures = 0
        self._due = self._asked_until = None

    def asked_rest(self) -> float:
        """Seconds for which the server itself wants to be left alone from now, whoever gives what."""
        return self._until(self._asked_until)

    def nobody_there(self) -> float:
        """Seconds to the next try."""
        self.forget()
        return FIRST_SECONDS * self._chance.uniform(1.0, 1.25)

    def not_well(self, retry_after: float = 0.0) -> float:
        """Seconds to the next try, at least as many as the server asked for."""
        rest = self._until(self._due)
        if not rest:
            rest = min(FIRST_SECONDS * 2.0**self._failures, LONGEST_SECONDS) * self._chance.uniform(0.5, 1.0)
            self._failures = min(self._failures + 1, 16)
        rest = max(rest, retry_after)
        self._due = self._in(rest)
        self._asked_until = self._in(retry_after) if retry_after else None
        return rest

    def _in(self, seconds: float) -> Tick:
        now = self._ticks()
        return Tick(now.boot, now.milliseconds + round(seconds * 1000))

    def _until(self, moment: Tick | None) -> float:
        left = moment.since(self._ticks()) if moment is not None else None
        return max(left or 0, 0) / 1000
