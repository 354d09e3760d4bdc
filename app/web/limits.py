"""Token buckets: how often one address may do one thing."""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable

from app.web.settings import Rate

MOST_KEYS = 10_000


class Buckets:
    """One bucket per key, all of the same rate. Forgets full buckets when there are too many."""

    def __init__(self, rate: Rate, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._monotonic = monotonic
        self._levels: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> int:
        """Take one; 0 when there was one, else the seconds until there will be (and nothing is taken)."""
        now = self._monotonic()
        level = self._level(key, now)
        if level < 1:
            return math.ceil((1 - level) / self._rate.per_second)
        self._levels[key] = (level - 1, now)
        if len(self._levels) > MOST_KEYS:
            self._forget(now)
        return 0

    def wait_for(self, key: str) -> int:
        """As `take`, without taking."""
        level = self._level(key, self._monotonic())
        return 0 if level >= 1 else math.ceil((1 - level) / self._rate.per_second)

    def _level(self, key: str, now: float) -> float:
        level, since = self._levels.get(key, (self._rate.burst, now))
        return min(self._rate.burst, level + (now - since) * self._rate.per_second)

    def _forget(self, now: float) -> None:
        """Drop what is full again; were all of them busy, the older half."""
        busy = {key: kept for key, kept in self._levels.items() if self._level(key, now) < self._rate.burst}
        if len(busy) > MOST_KEYS // 2:
            newest = sorted(busy.items(), key=lambda item: item[1][1])[-MOST_KEYS // 2 :]
            busy = dict(newest)
        self._levels = busy


def address_key(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 network that one IPv6 customer owns."""
    if ":" not in address:
        return address
    try:
        network = ipaddress.ip_network((address.partition("%")[0], 64), strict=False)
    except ValueError:
        return address
    mapped = ipaddress.IPv6Address(address.partition("%")[0]).ipv4_mapped
    return str(mapped) if mapped else str(network)
