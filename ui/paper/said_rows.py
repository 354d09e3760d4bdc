"""Rows of a "You said / We did" sheet: what was said and what was done, side by side, cut over sheets between
rows, and within a row only where it is higher than a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ui.paper.flow import Piece, height_of

# How full the sheets may be at least when several are made about equally full.
EVENER = (0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """Two stacks of pieces from one top. `seed` chooses the paper of the note it stands on."""

    said: tuple[Piece, ...]
    done: tuple[Piece, ...]
    seed: str

    @property
    def height(self) -> float:
        return max(height_of(self.said), height_of(self.done))

    def cut(self, room: float, least: int) -> tuple[Row, Row]:
        """What of both stacks fits into `room`, `least` pieces of each anyway, and the rest."""
        said, done = (max(_fitting(stack, room), least) for stack in (self.said, self.done))
        above = replace(self, said=self.said[:said], done=self.done[:done])
        return above, replace(self, said=self.said[said:], done=self.done[done:])

    @property
    def is_empty(self) -> bool:
        return not (self.said or self.done)


def cut_rows(rows: Sequence[Row], rooms: tuple[float, float], around: float) -> list[list[Row]]:
    """Divide rows into as few sheets as hold them, about equally full.

    `rooms` is the height before another sheet and on the last one; `around` is what each row takes more.
    """
    fewest = len(_filled(rows, rooms, around))
    if fewest < 2:
        return [list(rows)]
    evener = (_filled(rows, (rooms[0] * share, rooms[1]), around) for share in EVENER)
    return next(sheets for sheets in evener if len(sheets) == fewest)


def _filled(rows: Sequence[Row], rooms: tuple[float, float], around: float) -> list[list[Row]]:
    sheets: list[list[Row]] = [[]]
    rest, used = list(rows), 0.0
    while rest and sum(row.height + around for row in rest) > rooms[1] - used:
        row, left = rest[0], rooms[0] - used - around
        if row.height <= left and len(rest) > 1:
            sheets[-1].append(rest.pop(0))
            used += row.height + around
            continue
        if row.height + around > rooms[0 if len(rest) > 1 else 1]:
            rest[0] = _begin(row, sheets[-1], left, rooms[1] - around)
        sheets.append([])
        used = 0.0
    sheets[-1] += [row for row in rest if not row.is_empty]
    return sheets


def _begin(row: Row, sheet: list[Row], left: float, last: float) -> Row:
    """Put on the sheet what of the row it can hold; the rest of the row. A sheet that is empty takes a piece
    at least, and leaves one for the last sheet, whose foot is higher."""
    least = 0 if sheet else 1
    above, rest = row.cut(left, least)
    if rest.is_empty:
        above, rest = row.cut(last, least)
    if not above.is_empty:
        sheet.append(above)
    return rest


def _fitting(pieces: Sequence[Piece], room: float) -> int:
    """How many of them, from the first, stand in `room`; none is left alone that keeps the next."""
    count = len(pieces)
    while count and height_of(pieces[:count]) > room:
        count -= 1
    kept = count
    while 0 < kept < len(pieces) and pieces[kept - 1].keeps_next:
        kept -= 1
    return kept or count
