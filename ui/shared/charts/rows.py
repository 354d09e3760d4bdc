"""Lying bars, one a row: its name, its length, its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.shared.charts.drawing import Bar, Drawing, Label, Rule, Spot, Thing, Type

ROW_HEIGHT = 34
BAR_HEIGHT = 14
NAME_SIZE = 16
CAPTION_SIZE = 13
GAP = 16
NAMES_SHARE = 0.42
CAPTIONS_SHARE = 0.32
# How far below the middle of its row a baseline lies, by the size of its letters.
MIDDLE_SHARE = 0.35


@dataclass(frozen=True, kw_only=True, slots=True)
class BarRow:
    """`caption` is what stands behind the bar, `said` what the row says when it is pointed at."""

    name: str
    value: float
    caption: str
    said: str
    ink: str = "ink_soft"
    hollow: bool = False


def draw_rows(rows: Sequence[BarRow], width: float, type_: Type, *, bar_share: float = 1.0) -> Drawing:
    """The longest bar fills `bar_share` of the room that names and captions leave."""
    return _Rows(rows, width, type_, bar_share).drawing()


class _Rows:
    def __init__(self, rows: Sequence[BarRow], width: float, type_: Type, bar_share: float) -> None:
        self._rows = rows
        self._width = width
        self._type = type_
        self._scale = type_.scale
        self._name_size, self._caption_size = NAME_SIZE * type_.scale, CAPTION_SIZE * type_.scale
        names = max((type_.width(row.name, self._name_size) for row in rows), default=0.0)
        captions = max((type_.width(row.caption, self._caption_size) for row in rows), default=0.0)
        self._names = min(names, width * NAMES_SHARE)
        self._captions = min(captions, width * CAPTIONS_SHARE)
        self._left = self._names + GAP * self._scale
        self._room = max(width - self._left - self._captions - GAP * self._scale, 0.0) * bar_share
        self._longest = max((row.value for row in rows), default=0.0) or 1.0

    def drawing(self) -> Drawing:
        height = ROW_HEIGHT * self._scale
        things = [thing for place, row in enumerate(self._rows) for thing in self._row(row, place * height)]
        spots = [
            Spot(0.0, place * height, self._width, height, row.said, place)
            for place, row in enumerate(self._rows)
        ]
        return Drawing(self._width, len(self._rows) * height, tuple(things), tuple(spots))

    def _row(self, row: BarRow, top: float) -> list[Thing]:
        middle, bar = top + ROW_HEIGHT * self._scale / 2, BAR_HEIGHT * self._scale
        length = self._room * max(row.value, 0.0) / self._longest
        name = self._type.cut(row.name, self._name_size, self._names)
        caption = self._type.cut(row.caption, self._caption_size, self._captions)
        beside = self._left + length + GAP * self._scale / 2
        return [
            Label(name, 0.0, middle + self._name_size * MIDDLE_SHARE, self._name_size, "ink"),
            Rule(self._left, middle - bar, self._left, middle + bar, "hair"),
            Bar(self._left, middle - bar / 2, length, bar, row.ink, row.hollow),
            Label(
                caption, beside, middle + self._caption_size * MIDDLE_SHARE, self._caption_size, "ink_soft"
            ),
        ]
