"""Which ideas come to the front: support is judged per view, and what was hardly shown gets its turn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from math import sqrt
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

# The normal quantile of a two-sided 95 % interval.
Z = 1.96


def support(votes: int, views: int) -> float:
    """How many of those who see an idea say "me too", cautiously: 0 to 1, low while few have seen it.

    The lower bound of Wilson's score interval (E. B. Wilson, "Probable Inference, the Law of Succession, and
    Statistical Inference", Journal of the American Statistical Association 22, 1927, pages 209-212). Votes
    also come from phones, which count no views: whoever voted has seen it.
    """
    votes = max(votes, 0)
    seen = max(views, votes)
    if seen == 0:
        return 0.0
    share, z2 = votes / seen, Z * Z
    centre = share + z2 / (2 * seen)
    margin = Z * sqrt((share * (1 - share) + z2 / (4 * seen)) / seen)
    return max(0.0, (centre - margin) / (1 + z2 / seen))


def mix(leading: Iterable[T], least_shown: Iterable[T], every: int = 4) -> list[T]:
    """The items of both, each once: in the order of `leading`, but each `every`-th place goes to the next of
    `least_shown` that has none yet."""
    if every < 2:
        raise ValueError("the leading ones keep a place between two of the least shown")
    placed: dict[T, None] = {}
    leaders, waiting = iter(leading), iter(least_shown)
    while True:
        first, second = (waiting, leaders) if (len(placed) + 1) % every == 0 else (leaders, waiting)
        item = _next_unplaced(first, placed)
        if item is None:
            item = _next_unplaced(second, placed)
        if item is None:
            return list(placed)
        placed[item[0]] = None


def _next_unplaced(items: Iterator[T], placed: dict[T, None]) -> tuple[T] | None:
    """Wrapped, for an item may be anything."""
    return next(((item,) for item in items if item not in placed), None)
