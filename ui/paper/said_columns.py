"""The two columns of a "You said / We did" sheet in each design: where they stand, what lies under a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.notices import Design
from app.theme import LIGHT, note_paper
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, SLIP_TURN, Dress
from ui.paper.flow import Piece, height_of
from ui.paper.page import Page, PageMeasures
from ui.paper.said_pieces import Column
from ui.paper.said_rows import Row
from ui.paper.sheets import Fill, Stroke, Thing, Turned, mm, rectangle, segment

# The measure that the millimetres below are of.
MEASURE_MM = 170.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Millimetres of A4 from the leading edge: both columns, where their titles begin, the room above and
    below a row, the spine, and the papers under a row. `lower` is how much lower than the quote the answer
    begins."""

    said: tuple[float, float]
    done: tuple[float, float]
    titles: tuple[float, float]
    padding: float
    spine: float
    spine_width: float = 2.0
    note: tuple[float, float] = (0.0, 0.0)
    slip_end: float = 0.0
    lower: float = 0.0


_GRIDS = {
    Design.PLAIN: _Grid((0, 78), (98, 72), (0, 90), 4.8, 90),
    Design.WARM: _Grid((5.5, 73), (91.5, 72), (0, 83), 6.2, 83, 2.2, (0, 89), 170, 1.8),
    Design.BOLD: _Grid((0, 74), (92, 78), (0, 92), 5.0, 92),
}
# Between a note and the next, and how far the slip hangs out below its note.
BETWEEN_MM, OVERHANG_MM = 1.7, 1.2
HAIR_MM = 0.25
BETWEEN_TITLES_MM = 12.0


class Columns:
    """`air` scales the room above and below each row."""

    def __init__(self, page: Page, measures: PageMeasures, dress: Dress, air: float = 1.0) -> None:
        self._page = page
        self._measures = measures
        self._dress = dress
        self._grid = _GRIDS[dress.design]
        self._unit = page.measure / MEASURE_MM
        self._air = air
        inks = (dress.on_note, dress.on_note_soft)
        said, done = (self._column(start, width) for start, width in (self._grid.said, self._grid.done))
        self.said = replace(said, ink=inks[0], soft=inks[1])
        self.done = done

    @property
    def padding(self) -> float:
        """Room above and below the texts of a row."""
        return self._grid.padding * self._air * self._unit

    @property
    def around(self) -> float:
        """What a row takes beside its texts."""
        return 2 * self.padding + self._grid.lower * self._unit

    @property
    def titles(self) -> tuple[Column, Column]:
        """Where the titles over them stand, as wide as may be."""
        said, done = self._grid.titles
        end = min(self._grid.said[0] + self._grid.said[1], done - BETWEEN_TITLES_MM)
        first = self._column(said, end - said)
        return replace(first, ink=self.said.ink), replace(
            self._column(done, MEASURE_MM - done), ink=self._dress.accent
        )

    def under_all(self, top: float, bottom: float) -> list[Thing]:
        """The block of a bold sheet, under titles and quotes."""
        if self._dress.design is not Design.BOLD:
            return []
        before = self._measures.leading - BLOCK_MARGIN
        width = before + (self._grid.said[1] + 7.0) * self._unit
        return [Fill(rectangle(self._page.start(-before, width), top, width, bottom - top), self._dress.note)]

    def row(self, row: Row, top: float, height: float, *, is_first: bool) -> list[Thing]:
        """A row `height` high with all that it takes; a hair above it unless it is the first."""
        texts = top + self.padding
        said = _stacked(row.said, texts)
        lower = texts + self._grid.lower * self._unit
        done = _stacked(row.done, lower)
        if self._dress.design is Design.WARM:
            return self._papers(row, top, height, said, done)
        things: list[Thing] = [] if is_first else self._hairs(top)
        if row.done and self._dress.design is Design.PLAIN:
            things.append(self._spine(lower, height_of(row.done)))
        return [*things, *said, *done]

    def end(self, y: float) -> list[Thing]:
        """The hair that closes the rows of a plain sheet."""
        return [self._hair(0.0, MEASURE_MM, y, LIGHT.hair)] if self._dress.is_plain else []

    def _papers(
        self, row: Row, top: float, height: float, said: Sequence[Thing], done: Sequence[Thing]
    ) -> list[Thing]:
        """The quote on its note, the answer on a white slip that hangs out over the note's edge."""
        between, overhang = mm(BETWEEN_MM) * self._scale, mm(OVERHANG_MM) * self._scale
        start, width = (value * self._unit for value in self._grid.note)
        note_top, note_height = top + between, height - 2 * between
        left = self._page.start(start, width)
        note = Fill(rectangle(left, note_top, width, note_height), note_paper(LIGHT, row.seed))
        things: list[Thing] = []
        if row.said:
            things.append(_turned((note, *said), NOTE_TURN, left + width / 2, note_top + note_height / 2))
        if row.done:
            slip_top = note_top + (self._grid.lower * self._unit if row.said else 0.0)
            slip_height = note_top + note_height + overhang - slip_top
            things.append(self._slip(done, slip_top, slip_height))
        return things

    def _slip(self, done: Sequence[Thing], top: float, height: float) -> Thing:
        inset = self._grid.spine * self._unit
        width = self._grid.slip_end * self._unit - inset
        left = self._page.start(inset, width)
        box = rectangle(left, top, width, height)
        paper, edge = Fill(box, LIGHT.paper), Stroke(box, LIGHT.dots, mm(HAIR_MM), round_ends=False)
        spine = self._spine(top, height)
        return _turned((paper, edge, spine, *done), SLIP_TURN, left + width / 2, top + height / 2)

    def _spine(self, top: float, height: float) -> Fill:
        width = self._grid.spine_width * self._unit
        left = self._page.start(self._grid.spine * self._unit, width)
        return Fill(rectangle(left, top, width, height), self._dress.accent)

    def _hairs(self, y: float) -> list[Thing]:
        if self._dress.design is Design.PLAIN:
            return [self._hair(0.0, MEASURE_MM, y, LIGHT.hair)]
        start, width = self._grid.said
        return [
            self._hair(start, start + width, y, self._dress.on_note),
            self._hair(self._grid.done[0], MEASURE_MM, y, LIGHT.hair),
        ]

    def _hair(self, start: float, end: float, y: float, colour: str) -> Stroke:
        line = segment(self._page.at(start * self._unit), y, self._page.at(end * self._unit), y)
        return Stroke(line, colour, mm(HAIR_MM), round_ends=False)

    def _column(self, start: float, width: float) -> Column:
        return Column(start * self._unit, width * self._unit)

    @property
    def _scale(self) -> float:
        return self._measures.scale


def _stacked(pieces: Sequence[Piece], top: float) -> list[Thing]:
    things: list[Thing] = []
    for index, piece in enumerate(pieces):
        top += piece.gap if index else 0.0
        things += piece.draw(top)
        top += piece.height
    return things


def _turned(things: tuple[Thing, ...], degrees: float, x: float, y: float) -> Turned:
    return Turned(things, degrees, x, y)
