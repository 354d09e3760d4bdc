"""Capitals: for the next letter, for all that follow, or for none."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

DOUBLE_TAP_SECONDS = 0.4


class State(Enum):
    OFF = auto()
    ONCE = auto()
    LOCKED = auto()


class Shift:
    """`monotonic` gives seconds; two taps within a moment lock."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._tapped_at = -DOUBLE_TAP_SECONDS
        self.state = State.OFF

    @property
    def is_on(self) -> bool:
        return self.state is not State.OFF

    @property
    def is_locked(self) -> bool:
        return self.state is State.LOCKED

    def tap(self) -> None:
        now = self._monotonic()
        is_double = now - self._tapped_at < DOUBLE_TAP_SECONDS
        self._tapped_at = now
        if is_double and not self.is_locked:
            self.state = State.LOCKED
        else:
            self.state = State.OFF if self.is_on else State.ONCE

    def use(self) -> None:
        """A letter was typed with it."""
        if self.state is State.ONCE:
            self.state = State.OFF

    def follow(self, *, is_wanted: bool) -> None:
        """The text wants a capital next, or none; who locked it knows better."""
        if not self.is_locked:
            self.state = State.ONCE if is_wanted else State.OFF

    def reset(self, *, is_wanted: bool) -> None:
        self._tapped_at = -DOUBLE_TAP_SECONDS
        self.state = State.ONCE if is_wanted else State.OFF
