"""A board as it is drawn: sheets and free places in millimetres from its upper left corner. A wall is not
mirrored: what hangs at the left hangs there in every language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

# Paper hangs to the centimetre, and beside other paper to its edge.
GRID_MM = 10
NEAR_MM = 12
ROW_GAP_MM = 36


class Way(Enum):
    """Where an arrow key points, as steps to the right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnSheet:
    """`flag` is the word over a sheet that says what is not so any more, `described` all of it for those who
    cannot see it. `left` and `top` are None while nobody said where on the board it hangs."""

    id: UUID
    number: int
    headline: str
    says: str = ""
    width: int
    height: int
    left: int | None = None
    top: int | None = None
    flag: str = ""
    described: str = ""
    has_code: bool = True
    is_storm: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FreePlace:
    left: int
    top: int
    width: int
    height: int
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnWall:
    """Without measures it is a place like a window or a counter: what hangs there is laid in rows."""

    width: int | None = None
    height: int | None = None
    sheets: Sequence[DrawnSheet] = ()
    free: Sequence[FreePlace] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Sheets laid one beside the other, and how deep that is."""

    sheets: tuple[DrawnSheet, ...]
    height: int


def in_rows(sheets: Iterable[DrawnSheet], width: int, *, gap: int = ROW_GAP_MM) -> Rows:
    """From the upper left, a new row where there is no room."""
    left, top, deepest, laid = gap, gap, 0, []
    for sheet in sheets:
        if left > gap and left + sheet.width + gap > width:
            left, top, deepest = gap, top + deepest + gap, 0
        laid.append(replace(sheet, left=left, top=top))
        left += sheet.width + gap
        deepest = max(deepest, sheet.height)
    return Rows(tuple(laid), top + deepest + gap)


def snapped(sheet: DrawnSheet, left: int, top: int, wall: DrawnWall) -> tuple[int, int]:
    """The tidy place nearest to `left` and `top`: at an edge of another sheet where one is near, else on the
    grid, and always on the board."""
    others = [other for other in wall.sheets if other.id != sheet.id]
    lefts = [edge for other in others if other.left is not None
             for edge in (other.left, other.left + other.width - sheet.width)]  # fmt: skip
    tops = [edge for other in others if other.top is not None
            for edge in (other.top, other.top + other.height - sheet.height)]  # fmt: skip
    return (
        _within(_tidy(left, lefts), (wall.width or left) - sheet.width),
        _within(_tidy(top, tops), (wall.height or top) - sheet.height),
    )


def neighbour(sheets: Sequence[DrawnSheet], here: DrawnSheet, way: Way) -> DrawnSheet | None:
    """The nearest sheet in that direction, by the way its middle lies."""
    step_x, step_y = way.value

    def distance(sheet: DrawnSheet) -> int | None:
        x, y = _middle(sheet)
        from_x, from_y = _middle(here)
        along = (x - from_x) * step_x + (y - from_y) * step_y
        across = abs((x - from_x) * step_y) + abs((y - from_y) * step_x)
        return along + 2 * across if along > 0 and along >= across // 4 else None

    found = [(far, sheet) for sheet in sheets if (far := distance(sheet)) is not None]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _middle(sheet: DrawnSheet) -> tuple[int, int]:
    return (sheet.left or 0) + sheet.width // 2, (sheet.top or 0) + sheet.height // 2


def _tidy(at: int, edges: Iterable[int]) -> int:
    near = [edge for edge in edges if abs(edge - at) <= NEAR_MM]
    return min(near, key=lambda edge: abs(edge - at)) if near else round(at / GRID_MM) * GRID_MM


def _within(at: int, most: int) -> int:
    return max(0, min(at, most))
