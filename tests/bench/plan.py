"""How much is measured, and what a measurement is told as."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Rounds are medians' rounds; `sizes` are boards, in ideas, growing."""

    rounds: int = 5
    writes: int = 4_000
    slow_writes: int = 2_000
    reads: int = 5_000
    starts: int = 7
    sheets: int = 30
    sizes: tuple[int, ...] = (100, 10_000, 100_000, 1_000_000)
    desk_size: int = 100_000
    watched_ms: int = 1_500
    kiosk_size: int = 10_000
    memory_size: int = 100_000
    frames: int = 400
    pins: int = 30
    changes: int = 5
    visits: int = 16


QUICK = Plan(
    rounds=1,
    writes=64,
    slow_writes=64,
    reads=64,
    starts=1,
    sheets=1,
    sizes=(100, 400),
    desk_size=100,
    watched_ms=100,
    kiosk_size=100,
    memory_size=100,
    frames=20,
    pins=2,
    changes=1,
    visits=2,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line of the table. `ratio` is to the limit measured in the same run."""

    figure: str
    what: str
    target: str
    measured: str
    ratio: str = "-"
    reached: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours and the limit, measured one after the other in each round."""

    ours: tuple[float, ...]
    limit: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median of the rounds' own ratios: what disturbs one round disturbs both sides of it."""
        return statistics.median(ours / limit for ours, limit in zip(self.ours, self.limit, strict=True))


def side_by_side(rounds: int, ours: Callable[[], float], limit: Callable[[], float]) -> Pair:
    """Measure both in turn; the first of each is for warming up and not kept."""
    if rounds > 1:
        ours(), limit()
    pairs = [(ours(), limit()) for _ in range(rounds)]
    return Pair(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))


def table(rows: Sequence[Row]) -> str:
    """Figure, target, measured, ratio; a row that is not reached says so."""
    cells = [("", "figure", "target", "measured", "ratio")]
    cells += [
        (row.figure, row.what, row.target, row.measured, row.ratio + ("" if row.reached else "  not reached"))
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )
