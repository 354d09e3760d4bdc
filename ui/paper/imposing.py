"""Several sheets on one: side by side to be cut, or as a booklet to be folded and stitched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.notices import PaperSize
from app.theme import LIGHT
from ui.paper.sheets import Part, Sheet, Stroke, Thing, all_moved, mm, segment, sheet_size

# A part of a point: the double of a half letter is a letter, but for the last digit.
BARELY = 0.01
HAIRLINE = 0.5
# How long the marks at the corners are, and how far from what stays.
MARK, MARK_GAP = mm(4), mm(1)
# Less than this at the edge of the paper nobody cuts off.
NARROW = mm(2)
# Two of the former on one of the latter, folded.
FOLDED = {
    PaperSize.A5: PaperSize.A4,
    PaperSize.A6: PaperSize.A5,
    PaperSize.HALF_LETTER: PaperSize.LETTER,
}
Measures = tuple[float, float]


def landscape(size: PaperSize) -> Measures:
    """Width and height in points, lying."""
    width, height = sheet_size(size)
    return height, width


def how_many_up(sheet: Measures, onto: PaperSize | Measures) -> int:
    """How many sheets of these measures one paper holds; at least one."""
    return _grid(sheet, onto).places


def holds(paper: PaperSize, sheet: PaperSize) -> bool:
    """Whether a sheet fits on a paper, upright or lying."""
    sides = zip(sorted(sheet_size(sheet)), sorted(sheet_size(paper)), strict=True)
    return all(side <= room + BARELY for side, room in sides)


def several_up(sheets: Sequence[Sheet], onto: PaperSize | Measures, *, cut_marks: bool = True) -> list[Sheet]:
    """As many on each paper as it holds, upright or lying, in their order from the upper left; to be cut.

    All are as large as the first. Where a paper holds only one they stay as they are. A paper that is not
    full carries no marks around nothing.
    """
    if not sheets:
        return []
    grid = _grid((sheets[0].width, sheets[0].height), onto)
    if grid.places == 1:
        return list(sheets)
    return [
        grid.paper(sheets[start : start + grid.places], cut_marks=cut_marks)
        for start in range(0, len(sheets), grid.places)
    ]


def booklet(
    sheets: Sequence[Sheet], onto: PaperSize | Measures | None = None, *, right_to_left: bool = False
) -> list[Sheet]:
    """Two pages on each side of lying papers: front, back, front, back.

    They are printed on both sides, turned over the short edge, folded in the middle and stitched there.

    Blank pages fill it up to a multiple of four, at its end. Without `onto` the paper is as large as two
    pages. What is read aloud goes by the pages, not by the papers.
    """
    if not sheets:
        return []
    size = (sheets[0].width, sheets[0].height)
    paper = _lying(onto) if onto is not None else (size[0] * 2, size[1])
    pages = [*sheets, *[Sheet(*size, ())] * (-len(sheets) % 4)]
    return [_opened(pages, sides[::-1] if right_to_left else sides, paper) for sides in sides_of(len(pages))]


def sides_of(pages: int) -> Iterator[tuple[int, int]]:
    """For each side of each paper the pages on its left and right, counted from nought; `pages` by fours."""
    for paper in range(pages // 4):
        outer, inner = pages - 1 - 2 * paper, 2 * paper
        yield outer, inner
        yield inner + 1, outer - 1


def _opened(pages: Sequence[Sheet], sides: tuple[int, int], paper: Measures) -> Sheet:
    """Two pages beside the fold, in the middle of the paper."""
    width, height = paper
    lefts = {sides[0]: width / 2 - pages[0].width, sides[1]: width / 2}
    things: list[Thing] = []
    parts: list[Part] = []
    for number in sorted(sides):
        parts.append(Part(number, len(things), pages[number].names))
        things += all_moved(pages[number].things, lefts[number], (height - pages[0].height) / 2)
    return Sheet(width, height, tuple(things), parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cells of one size in the middle of a paper."""

    width: float
    height: float
    cell: Measures
    across: int
    down: int

    @property
    def places(self) -> int:
        return max(self.across * self.down, 1)

    @property
    def _left(self) -> float:
        return (self.width - self.across * self.cell[0]) / 2

    @property
    def _top(self) -> float:
        return (self.height - self.down * self.cell[1]) / 2

    def paper(self, sheets: Sequence[Sheet], *, cut_marks: bool) -> Sheet:
        things: list[Thing] = []
        for place, sheet in enumerate(sheets):
            row, column = divmod(place, self.across)
            x, y = self._left + column * self.cell[0], self._top + row * self.cell[1]
            things += all_moved(sheet.things, x, y)
        if cut_marks:
            things += self._cuts(len(sheets))
        names = tuple(name for sheet in sheets for name in sheet.names)
        return Sheet(self.width, self.height, tuple(things), names)

    def _cuts(self, count: int) -> Iterator[Stroke]:
        columns, rows = min(count, self.across), -(-count // self.across)
        lefts = [self._left + column * self.cell[0] for column in range(columns + 1)]
        tops = [self._top + row * self.cell[1] for row in range(rows + 1)]
        across, down = (lefts[0], lefts[-1]), (tops[0], tops[-1])
        for start, end, at in _lines(lefts, down, self.width, self.height):
            yield _hairline(at, start, at, end)
        for start, end, at in _lines(tops, across, self.height, self.width):
            yield _hairline(start, at, end, at)


def _lines(
    cuts: Sequence[float], covered: Measures, room: float, other_room: float
) -> Iterator[tuple[float, float, float]]:
    """The lines of one direction: (start, end, where). `covered` is how far the cells reach along them,
    `room` is the paper across them and `other_room` along them.

    Between cells a line runs through. At their outer edges marks stand outside what stays; where the paper
    has no room for those, a line again; at the edge of the paper nothing.
    """
    start, end = covered
    has_room = min(start, other_room - end) >= MARK + MARK_GAP
    for at in cuts:
        is_outer = at in (cuts[0], cuts[-1])
        if is_outer and min(at, room - at) < NARROW:
            continue
        if has_room:
            yield start - MARK_GAP - MARK, start - MARK_GAP, at
            yield end + MARK_GAP, end + MARK_GAP + MARK, at
        if not is_outer or not has_room:
            yield start, end, at


def _hairline(x: float, y: float, to_x: float, to_y: float) -> Stroke:
    return Stroke(segment(x, y, to_x, to_y), LIGHT.dots, HAIRLINE, round_ends=False)


def _grid(cell: Measures, onto: PaperSize | Measures) -> _Grid:
    """Upright if that holds as many."""
    width, height = sheet_size(onto) if isinstance(onto, PaperSize) else onto
    return max(_cells(cell, width, height), _cells(cell, height, width), key=lambda grid: grid.places)


def _cells(cell: Measures, width: float, height: float) -> _Grid:
    across, down = (int((room + BARELY) // one) for room, one in zip((width, height), cell, strict=True))
    return _Grid(width, height, cell, across, down)


def _lying(onto: PaperSize | Measures) -> Measures:
    sides = sheet_size(onto) if isinstance(onto, PaperSize) else onto
    return max(sides), min(sides)
