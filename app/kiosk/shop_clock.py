"""The kiosk's clock may be wrong by years; the server's, heard every two seconds, is the shop's own."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.clock import Clock
from app.kiosk.ticks import Tick, Ticks

TOLERATED = timedelta(minutes=1)


class ShopClock:
    """Goes by the machine's clock while that agrees with the server's to a minute, else by the server's."""

    def __init__(self, own: Clock, ticks: Ticks) -> None:
        self._own = own
        self._ticks = ticks
        self._heard: tuple[datetime, Tick] | None = None

    def now(self) -> datetime:
        own = self._own.now()
        shops = self._shops()
        return own if shops is None or abs(shops - own) <= TOLERATED else shops

    def hear(self, now: datetime) -> None:
        """What the server says the time is."""
        self._heard = (now, self._ticks())

    def _shops(self) -> datetime | None:
        if self._heard is None:
            return None
        told, tick = self._heard
        passed = self._ticks().since(tick)
        return None if passed is None else told + timedelta(milliseconds=passed)
