"""The notice: what a customer said, large, and what the shop says to it, on one sheet if that can be read.

One layout serves the PDF and the live preview. Long texts are set smaller within limits, then go on on
another sheet, and each sheet but the last says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtGui import QPainter, QPainterPath

from app import qr
from app.dates import short_day
from app.domain.ideas import Status
from app.domain.notices import NoticeContent, PaperSize
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.page import Align, Page, PageMeasures, page_measures
from ui.paper.pdf import draw_pdf
from ui.paper.picture import paint_sheet
from ui.paper.quotes import quotation_marks
from ui.paper.setting import (
    Block,
    PlacedLine,
    Span,
    Style,
    is_right_to_left,
    isolated,
    natural_width,
    set_text,
)
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Sheet, Thing, mm

QUOTE_LEADING, ANSWER_LEADING = 1.12, 1.335
QUOTE_TRACKING = -2.0
SIGNATURE_SHARE = 0.8
# A quote is set as large as lets it stand in about three lines.
LINES_OF_A_SHORT_QUOTE = 3.3


@dataclass(frozen=True, slots=True)
class Step:
    """Sizes that go together. `air` scales the room between the parts."""

    quote: float
    answer: float
    air: float = 1.0


# First the quote gets smaller by its length, then the air gets less, then both and the answer.
_LARGE_STEPS = (
    *(Step(quote, 25) for quote in (66, 60, 54, 49, 45, 41)),
    *(Step(41, 25, 0.75), Step(37, 23.5, 0.85), Step(37, 23.5, 0.65), Step(33, 22, 0.75)),
    *(Step(33, 22, 0.6), Step(29, 20.5, 0.65), Step(26, 19, 0.6), Step(23, 18, 0.5)),
)
STEPS = {
    PaperSize.A4: _LARGE_STEPS,
    PaperSize.LETTER: _LARGE_STEPS,
    PaperSize.A5: (
        *(Step(quote, 18) for quote in (46, 42, 38, 34, 31, 28)),
        *(Step(28, 18, 0.75), Step(25, 17, 0.85), Step(25, 17, 0.65), Step(22, 16, 0.7)),
        *(Step(20, 14.5, 0.65), Step(18, 13.5, 0.5)),
    ),
    PaperSize.A6: (
        *(Step(quote, 15) for quote in (30, 27)),
        *(Step(27, 15, 0.75), Step(24, 14.5, 0.85), Step(22, 14, 0.75), Step(20, 13.5, 0.7)),
        *(Step(18, 12.5, 0.65), Step(16, 11.5, 0.6), Step(14.5, 11, 0.5)),
    ),
}
# Of a text that takes several sheets anyway, no line is set smaller than this much air asks for.
AIR_OF_LONG_TEXTS = 0.9


def draw_notice(content: NoticeContent, size: PaperSize, words: Catalogue) -> bytes:
    """The notice as a PDF; the same content gives the same bytes."""
    return draw_notices([content], size, words)


def draw_notices(contents: Sequence[NoticeContent], size: PaperSize, words: Catalogue) -> bytes:
    """Several notices, at least one, one after the other in one PDF."""
    sheets = [sheet for content in contents for sheet in notice_sheets(content, size, words)]
    numbers = [_number(content, words) for content in contents]
    title = ", ".join((*numbers, contents[0].shop_name))
    return draw_pdf(sheets, title=title, language=contents[0].language)


def paint_notice(
    painter: QPainter, content: NoticeContent, size: PaperSize, words: Catalogue, sheet: int = 0
) -> None:
    """Paint one sheet of the notice, one unit a point. Who paints often keeps `notice_sheets` instead."""
    paint_sheet(painter, notice_sheets(content, size, words)[sheet])


def notice_sheets(content: NoticeContent, size: PaperSize, words: Catalogue) -> tuple[Sheet, ...]:
    """The notice laid out: one sheet, or as few as hold it. They belong to the thread that made them.

    Raises InvalidInput when no QR code is large enough for the address.
    """
    layout = _Notice(content, page_measures(size), words)
    steps = STEPS[size]
    full = _full_steps(steps)
    first = next((number for number in range(full) if layout.is_short_at(steps[number])), full - 1)
    tried = [_Attempt(layout, step) for step in steps[first:]]
    if tried[0].sheets == 1:
        return _without_broken_words(tried[0], steps).draw()
    fewest = tried[-1].sheets
    if fewest > 1:
        # No need to be small as well: the largest sizes that need no further sheet.
        tried = [attempt for attempt in tried if attempt.step.air <= AIR_OF_LONG_TEXTS]
    fitting = tried[bisect_left(tried, True, key=lambda attempt: attempt.sheets <= fewest)]
    return _without_broken_words(fitting, steps).draw()


def _without_broken_words(attempt: _Attempt, steps: Sequence[Step]) -> _Attempt:
    """The same with a quote so much smaller that its longest word stands on one line, if that is possible."""
    if not attempt.breaks_a_word:
        return attempt
    smaller = sorted({step.quote for step in steps if step.quote < attempt.step.quote}, reverse=True)
    others = (_Attempt(attempt.layout, replace(attempt.step, quote=quote)) for quote in smaller)
    return next((other for other in others if not other.breaks_a_word), attempt)


def _full_steps(steps: Sequence[Step]) -> int:
    """How many steps, at the beginning, leave all the air."""
    return sum(step.air == 1.0 for step in steps)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the flow that is never cut: usually a line. `gap` falls away on top of a sheet.

    `may_begin` marks where a sheet best begins: with the answer.
    """

    height: float
    draw: Callable[[float], Sequence[Thing]]
    gap: float = 0.0
    keeps_next: bool = False
    has_spine: bool = False
    may_begin: bool = False


class _Attempt:
    """The notice in the sizes of one step."""

    def __init__(self, layout: _Notice, step: Step) -> None:
        self.layout = layout
        self.step = step

    @cached_property
    def _parts(self) -> tuple[list[Piece], bool]:
        return self.layout.pieces(self.step)

    @property
    def breaks_a_word(self) -> bool:
        return self._parts[1]

    @cached_property
    def _cut(self) -> list[list[Piece]]:
        return _cut(
            self._parts[0],
            (self.layout.room_before_others, self.layout.room_at_the_end),
            self.layout.room_above_the_rest,
        )

    @property
    def sheets(self) -> int:
        return len(self._cut)

    def draw(self) -> tuple[Sheet, ...]:
        return tuple(
            self.layout.sheet(pieces, number, len(self._cut)) for number, pieces in enumerate(self._cut, 1)
        )


def _cut(pieces: Sequence[Piece], rooms: tuple[float, float], indent: float) -> list[list[Piece]]:
    """Divide the flow into sheets.

    `rooms` is the height before another sheet and on the last one, which has a higher foot. All but the first
    begin `indent` lower: there stands no label on top.
    """
    sheets: list[list[Piece]] = []
    rest = list(pieces)
    room, last_room = rooms
    while _height(rest) > last_room and len(rest) > 1:
        fitting = 1
        while fitting < len(rest) and _height(rest[: fitting + 1]) <= room:
            fitting += 1
        cut = _place_to_cut(rest, min(fitting, len(rest) - 1), rooms[1] - indent)
        sheets.append(rest[:cut])
        rest = rest[cut:]
        room, last_room = rooms[0] - indent, rooms[1] - indent
    return [*sheets, rest]


def _place_to_cut(pieces: Sequence[Piece], fitting: int, last_room: float) -> int:
    """How many pieces stay on the sheet: up to the answer if all of it then fits, else as many as may."""
    for cut in range(1, fitting + 1):
        if pieces[cut].may_begin and _height(pieces[cut:]) <= last_room:
            return cut
    cut = fitting
    while cut > 1 and pieces[cut - 1].keeps_next:
        cut -= 1
    return fitting if cut == 1 and pieces[0].keeps_next else cut


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height + piece.gap for piece in pieces) - (pieces[0].gap if pieces else 0.0)


class _Notice:
    """Sets the parts of one notice on one paper."""

    def __init__(self, content: NoticeContent, measures: PageMeasures, words: Catalogue) -> None:
        self._content = content
        self._words = words
        self._mirrored = words.is_right_to_left
        self._measures = measures
        self._page = Page(measures, words)
        self._brick = in_colour_of(content.shop_colour, LIGHT).brick
        self._language = content.language
        self._header = self._page.header(content.shop_name, self._brick)
        self._quote_is_right_to_left = is_right_to_left(content.idea_text, words.is_right_to_left)
        self._marks = quotation_marks(words.language, right_to_left=self._quote_is_right_to_left)
        self._code = qr.matrix(content.address) if content.address else None
        self._em_width = natural_width(content.idea_text, self._quote_style(1.0), self._language)

    def is_short_at(self, step: Step) -> bool:
        """Whether the quote stands in few lines at this size."""
        return self._em_width * step.quote <= LINES_OF_A_SHORT_QUOTE * self._page.measure

    @property
    def room_before_others(self) -> float:
        """Height for the flow on a sheet that another one follows."""
        foot = 2.2 * self._measures.small * 1.4 + self._measures.gap(6)
        return self._page.bottom - foot - self._flow_top

    @property
    def room_at_the_end(self) -> float:
        clear = self._measures.gap(7)
        if self._code:
            clear = max(clear, self._page.quiet(self._code))
        return self._page.bottom - self._foot_height - clear - self._flow_top

    @property
    def room_above_the_rest(self) -> float:
        """How much lower the flow begins on a sheet that goes on with it."""
        return self._measures.gap(7)

    @property
    def _flow_top(self) -> float:
        return self._header.bottom + self._measures.gap(6)

    @cached_property
    def _foot_height(self) -> float:
        words_height = 2.2 * self._measures.small * 1.4
        return max(self._measures.code, words_height) if self._code else words_height

    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        """Everything between head and foot in reading order, and whether a word had to be broken."""
        quote, breaks_a_word = self._quote_pieces(step)
        pieces = [*quote, *self._author_pieces(step), *self._answer_pieces(step)]
        if self._content.status is not Status.NEW:
            stamp = Stamp(
                self._content.status,
                self._content.until,
                step.answer,
                self._page.measure - self._measures.indent,
                self._words,
            )
            x = self._page.start(self._measures.indent, stamp.width)
            gap = self._measures.gap(5 * step.air)
            pieces.append(Piece(stamp.height, lambda y: stamp.things(x, y), gap))
        return pieces, breaks_a_word

    def sheet(self, pieces: Sequence[Piece], number: int, count: int) -> Sheet:
        things = [*self._header.things]
        y = self._flow_top + (self.room_above_the_rest if number > 1 else 0.0)
        spine: list[float] = []
        for index, piece in enumerate(pieces):
            y += piece.gap if index else 0.0
            if piece.has_spine:
                spine += [y, y + piece.height]
            things += piece.draw(y)
            y += piece.height
        if spine:
            things.append(self._spine(spine[0], spine[-1]))
        things += self._foot(number, count)
        return self._page.sheet(things)

    def _quote_pieces(self, step: Step) -> tuple[list[Piece], bool]:
        opening, closing = self._marks
        style = self._quote_style(step.quote)
        block = set_text(
            self._content.idea_text + closing,
            style,
            self._page.measure,
            language=self._language,
            right_to_left=self._quote_is_right_to_left,
            even=True,
        )
        lines = self._line_pieces(block, 0.0, Align.OWN)
        hung = set_text(
            opening,
            style,
            mm(100),
            language=self._language,
            right_to_left=self._quote_is_right_to_left,
        ).lines[0]
        first = lines[0]
        x = self._page.left + (self._page.measure if self._quote_is_right_to_left else -hung.line.width)
        baseline = block.lines[0].baseline

        def draw_first(y: float) -> list[Thing]:
            return [self._page.words(hung, x, y + baseline), *first.draw(y)]

        lines[0] = Piece(first.height, draw_first, self._measures.gap(2.8 * step.air), first.keeps_next)
        label = self._label(self._words.tr("You said"), self._measures.gap(9.7 * step.air**2))
        return [label, *lines], block.has_broken_word

    def _author_pieces(self, step: Step) -> list[Piece]:
        text, spans, direction = self._author()
        style = Style(self._measures.label, LIGHT.ink_soft)
        block = self._set(text, style, spans=spans, direction=direction)
        pieces = self._line_pieces(block, 0.0, Align.START)
        return _with_gap(pieces, self._measures.gap(5.2 * step.air))

    def _author(self) -> tuple[str, list[Span], bool]:
        """Who said it: the line, what is bold in it, and whether it runs from right to left."""
        name, others = self._content.idea_name or self._words.tr("One customer"), self._content.others
        if others <= 0:
            return name, [Span(0, len(name), True, LIGHT.ink)], is_right_to_left(name, self._mirrored)
        before, after = _around(
            self._words.trn(
                "%(name)s and %(count)s other", "%(name)s and %(count)s others", others, name=_PLACE
            )
        )
        direction = is_right_to_left(before + after, self._mirrored)
        if is_right_to_left(name, direction) != direction:
            name = isolated(name)
        return before + name + after, [Span(len(before), len(before) + len(name), True, LIGHT.ink)], direction

    def _answer_pieces(self, step: Step) -> list[Piece]:
        content, gap = self._content, self._measures.gap
        style = Style(step.answer, LIGHT.ink, leading=ANSWER_LEADING)
        pieces = _with_gap(self._slip_pieces(content.answer, style), gap(14.5 * step.air))
        pieces[0] = replace(pieces[0], may_begin=True)
        if content.reason:
            label_style = Style(self._measures.label, LIGHT.ink_soft)
            label = self._slip_pieces(self._words.tr("Why not now"), label_style, Align.START)
            pieces += _with_gap([_keeping(piece) for piece in label], gap(4 * step.air))
            pieces += self._slip_pieces(content.reason, style)
        if content.signed:
            pieces[-1] = _keeping(pieces[-1])
            signature = Style(step.answer * SIGNATURE_SHARE, self._brick, bold=True)
            signed = self._slip_pieces(content.signed, signature, Align.START)
            pieces += _with_gap(signed, gap(3 * step.air))
        pieces[-1] = _keeping(pieces[-1])
        return pieces

    def _slip_pieces(self, text: str, style: Style, align: Align = Align.OWN) -> list[Piece]:
        """Lines beside the spine."""
        indent = self._measures.indent
        block = self._set(text, style, indent)
        return [replace(piece, has_spine=True) for piece in self._line_pieces(block, indent, align)]

    def _label(self, text: str, room: float) -> Piece:
        """The first piece of all, with its own room above it."""
        block = self._set(text, Style(self._measures.label, LIGHT.ink_soft))
        return Piece(
            room + block.height,
            lambda y: self._page.block(block, 0.0, y + room, Align.START),
            keeps_next=True,
        )

    def _set(
        self,
        text: str,
        style: Style,
        indent: float = 0.0,
        spans: Sequence[Span] = (),
        direction: bool | None = None,
    ) -> Block:
        return set_text(
            text,
            style,
            self._page.measure - indent,
            language=self._language,
            spans=spans,
            right_to_left=self._mirrored,
            direction=direction,
        )

    def _line_pieces(self, block: Block, indent: float, align: Align) -> list[Piece]:
        """A piece for each line; the first two and the last two stay together."""
        last = len(block.lines) - 1
        return [
            Piece(
                placed.bottom - placed.top,
                self._line_drawer(block, placed, indent, align),
                keeps_next=number < last and number in {0, last - 1},
            )
            for number, placed in enumerate(block.lines)
        ]

    def _line_drawer(
        self, block: Block, placed: PlacedLine, indent: float, align: Align
    ) -> Callable[[float], Sequence[Thing]]:
        x = self._page.line_x(block, placed, indent, align)
        return lambda y: [self._page.words(placed, x, y + placed.baseline - placed.top)]

    def _spine(self, top: float, bottom: float) -> Fill:
        width = self._measures.spine
        path = QPainterPath()
        path.addRect(self._page.start(0.0, width), top, width, bottom - top)
        return Fill(path, self._brick)

    def _quote_style(self, size: float) -> Style:
        return Style(size, LIGHT.ink, bold=True, leading=QUOTE_LEADING, tracking=QUOTE_TRACKING)

    def _foot(self, number: int, count: int) -> list[Thing]:
        if number < count:
            return self._continues(number, count)
        words, taken = self._words, 0.0
        things: list[Thing] = []
        if self._code is not None:
            things.append(self._page.code(self._code, 0.0, self._page.bottom - self._measures.code))
            taken = self._measures.code + self._page.quiet(self._code)
        invitation = self._invitation()
        if self._has_roomy_foot and invitation:
            free = self._page.measure - taken - self._measures.gap(3)
            block = self._foot_block(invitation, Style(self._measures.label, LIGHT.ink), free * 0.5)
            things += self._page.block(block, taken, self._foot_top(block), Align.START)
            return [*things, *self._facts(self._number_and_sheet(number, count) + "\n", free * 0.46)]
        lead = f"{invitation}\n" if invitation else ""
        facts = self._number_and_sheet(number, count)
        lead += f"{facts}\n" if count > 1 else words.tr("%(one)s, %(other)s", one=facts, other="")
        return [*things, *self._facts(lead, self._page.measure - taken)]

    @property
    def _has_roomy_foot(self) -> bool:
        return self._measures.size is not PaperSize.A6

    def _invitation(self) -> str:
        if self._code is None:
            return ""
        if self._has_roomy_foot:
            return self._words.tr("Say more:\nscan, no account")
        return self._words.tr("Say more: scan.")

    def _number_and_sheet(self, number: int, count: int) -> str:
        words, notice = self._words, _number(self._content, self._words)
        if count == 1:
            return notice
        sheet = words.tr("sheet %(number)s of %(count)s", number=number, count=count)
        return words.tr("%(one)s, %(other)s", one=notice, other=sheet)

    def _facts(self, lead: str, width: float) -> Sequence[Thing]:
        """Number and day on the outer side: what whoever keeps the wall looks for."""
        day = short_day(self._content.take_down_on, self._words.language).replace(" ", NO_BREAK)
        before, after = _around(self._words.tr("hangs until %(day)s", day=_PLACE))
        start = len(lead) + len(before)
        spans = [Span(start, start + len(day), True, LIGHT.ink)]
        block = self._foot_block(lead + before + day + after, self._small_style, width, spans)
        return self._page.block(block, self._page.measure - width, self._foot_top(block), Align.END)

    def _continues(self, number: int, count: int) -> list[Thing]:
        lead = self._words.tr("Continues on sheet %(number)s", number=number + 1)
        text = f"{lead}\n{self._number_and_sheet(number, count)}"
        spans = [Span(0, len(lead), True, LIGHT.ink)]
        block = self._foot_block(text, self._small_style, self._page.measure, spans)
        return list(self._page.block(block, 0.0, self._foot_top(block), Align.END))

    @property
    def _small_style(self) -> Style:
        return Style(self._measures.small, LIGHT.ink_soft, leading=1.45)

    def _foot_block(self, text: str, style: Style, width: float, spans: Sequence[Span] = ()) -> Block:
        return set_text(
            text,
            style,
            width,
            language=self._words.language,
            spans=spans,
            right_to_left=self._mirrored,
        )

    def _foot_top(self, block: Block) -> float:
        """The last baseline stands on the lower edge of the code."""
        return self._page.bottom - block.lines[-1].baseline


def _number(content: NoticeContent, words: Catalogue) -> str:
    if content.number is None:
        return words.tr("Notice, not yet numbered")
    return words.tr("Notice %(number)s", number=content.number)


# Stands in a sentence for what looks different from the rest of it.
_PLACE = "\0"
NO_BREAK = "\u00a0"


def _around(sentence: str) -> tuple[str, str]:
    before, _, after = sentence.partition(_PLACE)
    return before, after


def _with_gap(pieces: list[Piece], gap: float) -> list[Piece]:
    """The same pieces, with room above the first."""
    return [replace(pieces[0], gap=gap), *pieces[1:]]


def _keeping(piece: Piece) -> Piece:
    return replace(piece, keeps_next=True)
