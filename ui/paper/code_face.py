"""A face to read from near by: words on the leading side, the code on bare paper on the other.

Table tents, business cards and labels are such faces of different size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import qr
from app.domain.notices import Design
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import NOTE_TURN, Dress
from ui.paper.fitting import SMALLEST, fitted
from ui.paper.page import WHITE, Align, Header, Page, PageMeasures
from ui.paper.paragraph import Style
from ui.paper.place_content import PlaceContent, opens
from ui.paper.setting import Block
from ui.paper.sheets import Fill, Role, Thing, Turned, rectangle

# The smallest type that is read from a hand's breadth away, in points.
SMALLEST_TYPE = 5.2
# Two lines of the smaller type and a little, and what they get of the room under a code.
LINES_ROOM, FOOT_SHARE = 2.9, 0.34


@dataclass(frozen=True, kw_only=True, slots=True)
class FaceText:
    """What a face says: the headline above, and `lines` on the foot, each bold or soft. With `has_head` the
    shop's sign and name stand above the headline."""

    headline: str
    lines: tuple[tuple[str, bool], ...]
    has_head: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FaceMeasures:
    """In points, beside those of the page: size of the headline, how far what lies under the words keeps from
    the edge of the face, how far the words keep from its end, and the least room beside the code."""

    page: PageMeasures
    box: tuple[float, float]
    headline: float
    edge: float
    inner: float
    gutter: float = 0.0


class CodeFace:
    """Laid out from the upper left corner of its box."""

    def __init__(
        self, content: PlaceContent, text: FaceText, measures: FaceMeasures, worn: Dress, words: Catalogue
    ) -> None:
        self._content = content
        self._text = text
        self._measures = measures
        self._worn = worn
        self._words = words
        self._page = Page(measures.page, words, measures.box)
        self._matrix = qr.matrix(content.address)
        side = measures.page.code
        self._code_inset = self._page.measure - side
        self._code_top = (measures.box[1] - side) / 2
        # As far as the code's quiet border, and no nearer than the measures want.
        self._wide = self._code_inset - max(measures.gutter, self._page.quiet(self._matrix))

    def things(self) -> tuple[Thing, ...]:
        code = self._page.code(
            self._matrix, self._code_inset, self._code_top, opens(self._content, self._words)
        )
        return (*self._on_its_ground(self._said()), code)

    def _on_its_ground(self, said: Sequence[Thing]) -> Sequence[Thing]:
        """On bare paper, on a note that lies a little turned, or on a block."""
        if self._worn.is_plain:
            return said
        edge, height = self._measures.edge, self._measures.box[1]
        outside = self._measures.page.leading - edge
        width = outside + self._wide
        left = self._page.start(-outside, width)
        ground = Fill(rectangle(left, edge, width, height - 2 * edge), self._worn.note)
        if self._worn.design is Design.BOLD:
            return [ground, *said]
        turn = -NOTE_TURN if self._words.is_right_to_left else NOTE_TURN
        return [Turned((ground, *said), turn, left + width / 2, height / 2)]

    @property
    def _text_measure(self) -> float:
        return self._wide - (0.0 if self._worn.is_plain else self._measures.inner)

    def _said(self) -> Sequence[Thing]:
        """The headline on a level with the upper edge of the code, the last line with the lower one."""
        lines = [self._line(text, bold=bold) for text, bold in self._text.lines if text]
        bottom = self._lower_edge
        placed: list[Thing] = []
        for number, block in enumerate(reversed(lines)):
            last = block.lines[-1].baseline if number == 0 else block.height
            bottom -= last
            placed[:0] = self._page.block(block, 0.0, bottom, Align.START)
        head = self._head() if self._text.has_head else None
        top = head.bottom + self._measures.page.gap(7) if head else self._code_top
        return [*(head.things if head else ()), *self._headline(top, bottom), *placed]

    @property
    def _lower_edge(self) -> float:
        if self._text.has_head:
            return self._page.bottom
        return self._code_top + self._measures.page.code

    def _head(self) -> Header:
        worn = self._worn
        kept = self._page.measure - self._text_measure
        ink, plate = (LIGHT.ink, "") if worn.is_plain else (worn.on_note, WHITE)
        sign = worn.on_note if worn.design is Design.BOLD else worn.accent
        name, logo = self._content.shop_name, self._content.logo
        return self._page.header(name, sign, logo, kept, ink=ink, plate=plate)

    def _headline(self, top: float, bottom: float) -> Sequence[Thing]:
        style = Style(self._measures.headline, self._worn.on_note, bold=True, leading=1.02, tracking=-2.0)
        room = bottom - self._measures.page.gap(5) - top
        block = self._fitting(self._text.headline, style, room)
        raised = block.lines[0].cap_top if block.lines and not self._text.has_head else 0.0
        return self._page.block(block, 0.0, top - raised, Align.START, Role.TITLE)

    def _line(self, text: str, *, bold: bool, room: float = 0.0) -> Block:
        colour = self._worn.on_note if bold else self._worn.on_note_soft
        style = Style(self._measures.page.label, colour, bold=bold, leading=1.35)
        return self._fitting(text, style, room or style.size * LINES_ROOM)

    def _fitting(self, text: str, style: Style, room: float) -> Block:
        """As large as it may be; what would be too small to read is cut instead."""
        smallest = max(SMALLEST, min(1.0, SMALLEST_TYPE / style.size))
        return fitted(text, style, self._text_measure, room, self._words, smallest=smallest)


class StandingFace(CodeFace):
    """For a box about as high as wide: the code above, the words below it."""

    def things(self) -> tuple[Thing, ...]:
        page, worn = self._page, self._worn
        top = self._measures.page.top
        code = page.code(self._matrix, 0.0, top, opens(self._content, self._words))
        below = top + self._measures.page.code + page.quiet(self._matrix)
        words = self._below(below + (0.0 if worn.is_plain else self._measures.inner))
        if worn.is_plain:
            return (code, *words)
        edge = self._measures.edge
        width, height = self._measures.box
        ground = Fill(rectangle(edge, below, width - 2 * edge, height - edge - below), worn.note)
        return (code, ground, *words)

    @property
    def _text_measure(self) -> float:
        return self._page.measure

    def _below(self, top: float) -> Sequence[Thing]:
        room = (self._page.bottom - top) * FOOT_SHARE
        lines = [self._line(text, bold=bold, room=room) for text, bold in self._text.lines if text]
        bottom = self._page.bottom
        placed: list[Thing] = []
        for block in reversed(lines):
            bottom -= block.height
            placed[:0] = self._page.block(block, 0.0, bottom, Align.START)
        return [*self._headline(top, bottom), *placed]
