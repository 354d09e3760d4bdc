"""What was read or made before, for as long as it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_KEPT = 256


class Stamp:
    """The database's stamp, asked once a turn of the event loop: whatever a caller can have heard of was
    stored before the turn that brings his request."""

    def __init__(self, ask: Callable[[], Hashable]) -> None:
        self._ask = ask
        self._now: Hashable = None

    def get(self) -> Hashable:
        if self._now is None:
            self._now = self._ask()
            asyncio.get_running_loop().call_soon(self._forget)
        return self._now

    def _forget(self) -> None:
        self._now = None


class Kept(Generic[T]):
    """What was read before and still holds, for nothing was stored since."""

    def __init__(self, read: Callable[[str], T], stamp: Stamp) -> None:
        self._read = read
        self._stamp = stamp
        self._held: Hashable = None
        self._kept: dict[str, T] = {}

    def get(self, name: str = "") -> T:
        stamp = self._stamp.get()
        if stamp != self._held or len(self._kept) >= MOST_KEPT:
            self._held = stamp
            self._kept.clear()
        if name not in self._kept:
            self._kept[name] = self._read(name)
        return self._kept[name]


class OfVersion(Generic[T]):
    """What was made of one version of the board. When that moves all of it goes: erased words, too."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._version: Hashable = None
        self._made: dict[Hashable, T] = {}

    def get(self, version: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        if version != self._version:
            self._version = version
            self._made.clear()
        if key not in self._made:
            if len(self._made) >= self._most:
                del self._made[next(iter(self._made))]
            self._made[key] = make()
        return self._made[key]
