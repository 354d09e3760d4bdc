"""Numbers over time: a row of small standing bars for each kind, all kinds together above, one calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.shared.charts.drawing import Anchor, Bar, Drawing, Label, Rule, Spot, Thing, Type

TOTAL_HEIGHT = 88
ROW_HEIGHT = 40
ROW_GAP = 8
FOOT = 28
NAME_SIZE = 16
SIZE = 13
GAP = 16
BAR_SHARE = 0.72
NAMES_SHARE = 0.34


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """One kind and its number in each step of time."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A word of the calendar at the beginning of a step."""

    step: int
    text: str


Say = Callable[[GridRow, int], str]


def draw_grid(
    total: GridRow, rows: Sequence[GridRow], ticks: Sequence[Tick], width: float, type_: Type, say: Say
) -> Drawing:
    """`say(row, step)` tells what one bar says. The rows share one measure, the total has its own."""
    return _Grid(total, rows, ticks, width, type_, say).drawing()


class _Grid:
    def __init__(
        self,
        total: GridRow,
        rows: Sequence[GridRow],
        ticks: Sequence[Tick],
        width: float,
        type_: Type,
        say: Say,
    ) -> None:
        self._rows = [total, *rows]
        self._ticks = ticks
        self._width = width
        self._type = type_
        self._say = say
        self._scale = type_.scale
        sums = [f"{sum(row.numbers):,}" for row in self._rows]
        names = max(type_.width(row.name, NAME_SIZE * self._scale, bold=True) for row in self._rows)
        self._names = min(names, width * NAMES_SHARE)
        self._left = self._names + GAP * self._scale
        sums_width = max(type_.width(number, NAME_SIZE * self._scale, bold=True) for number in sums)
        self._right = width - sums_width - GAP * self._scale
        self._step = (self._right - self._left) / max(len(total.numbers), 1)

    def drawing(self) -> Drawing:
        things: list[Thing] = []
        spots: list[Spot] = []
        highest = max((max(row.numbers, default=0) for row in self._rows[1:]), default=0) or 1
        top = 0.0
        for place, row in enumerate(self._rows):
            height = (ROW_HEIGHT if place else TOTAL_HEIGHT) * self._scale
            measure = highest if place else max(row.numbers, default=0) or 1
            things += self._row(row, top, height, measure, is_total=place == 0)
            spots += [
                Spot(self._left + step * self._step, top, self._step, height, self._say(row, step), place)
                for step in range(len(row.numbers))
            ]
            top += height + ROW_GAP * self._scale
        things += self._calendar(top)
        return Drawing(self._width, top + FOOT * self._scale, tuple(things), tuple(spots))

    def _row(self, row: GridRow, top: float, height: float, measure: int, *, is_total: bool) -> list[Thing]:
        ground, size = top + height, NAME_SIZE * self._scale
        ink = "ink" if is_total else "ink_soft"
        bar = max(self._step * BAR_SHARE, 1.0)
        name = self._type.cut(row.name, size, self._names, bold=is_total)
        things: list[Thing] = [
            Label(name, 0.0, ground - 3 * self._scale, size, "ink", Anchor.START, is_total),
            Rule(self._left, ground, self._right, ground, "line" if is_total else "hair"),
            Label(
                f"{sum(row.numbers):,}",
                self._width,
                ground - 3 * self._scale,
                size,
                "ink",
                Anchor.END,
                is_total,
            ),
        ]
        for step, number in enumerate(row.numbers):
            if number:
                tall = max(height * number / measure, 2.0)
                x = self._left + step * self._step + (self._step - bar) / 2
                things.append(Bar(x, ground - tall, bar, tall, ink))
        return things

    def _calendar(self, top: float) -> list[Thing]:
        """Words of the calendar, as far as they do not run into each other."""
        size, free = SIZE * self._scale, self._left
        things: list[Thing] = []
        for tick in self._ticks:
            x = self._left + tick.step * self._step
            wide = self._type.width(tick.text, size)
            if x >= free and x + wide <= self._width:
                things.append(Label(tick.text, x, top + 12 * self._scale, size, "ink_soft"))
                free = x + wide + GAP * self._scale
        return things
