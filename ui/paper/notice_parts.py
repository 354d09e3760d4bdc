"""The parts of a notice, set in given sizes: quote, author, the answer beside its spine, the stamp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPainterPath

from app.domain.ideas import Status
from app.domain.notices import NoticeContent
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.flow import Piece, keeping, with_gap
from ui.paper.foot import PLACE, Foot, around
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style, is_right_to_left, isolated
from ui.paper.proof import Proof
from ui.paper.setting import Block, PlacedLine, natural_width, set_text
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Sheet, Thing, mm
from ui.shared.quotes import quotation_marks

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


class NoticeParts:
    """Sets the parts of one notice on one paper."""

    def __init__(self, content: NoticeContent, measures: PageMeasures, words: Catalogue) -> None:
        self._content = content
        self._words = words
        self._mirrored = words.is_right_to_left
        self._measures = measures
        self._page = Page(measures, words)
        self._brick = in_colour_of(content.shop_colour, LIGHT).brick
        self._language = content.language
        self._header = self._page.header(content.shop_name, self._brick, content.logo)
        self._quote_is_right_to_left = is_right_to_left(content.idea_text, words.is_right_to_left)
        self._marks = quotation_marks(words.language, right_to_left=self._quote_is_right_to_left)
        self._foot = Foot(content, measures, self._page, words)
        # Steps that differ in air alone share what was set.
        self._quotes: dict[float, tuple[Block, PlacedLine]] = {}
        self._blocks: dict[tuple[str, Style, float, tuple[Span, ...]], Block] = {}
        self._em_width = natural_width(content.idea_text, self._quote_style(1.0), self._language)

    def is_short_at(self, step: Step) -> bool:
        """Whether the quote stands in few lines at this size."""
        return self._em_width * step.quote <= LINES_OF_A_SHORT_QUOTE * self._page.measure

    @property
    def rooms(self) -> tuple[float, float]:
        """Height for the flow on a sheet that another one follows, and on the last one."""
        room = self._page.bottom - self._flow_top
        return room - self._foot.room_before_others, room - self._foot.room_at_the_end

    @property
    def room_above_the_rest(self) -> float:
        """How much lower the flow begins on a sheet that goes on with it."""
        return self._measures.gap(7)

    @property
    def _flow_top(self) -> float:
        return self._header.bottom + self._measures.gap(6)

    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        """Everything between head and foot in reading order, and whether a word had to be broken."""
        quote, breaks_a_word = self._quote_pieces(step)
        pieces = [*quote, *self._author_pieces(step), *self._answer_pieces(step)]
        if self._content.status is not Status.NEW:
            stamp = self._stamp(step)
            x = self._page.start(self._measures.indent, stamp.width)
            gap = self._measures.gap(5 * step.air)
            pieces.append(Piece(stamp.height, lambda y: stamp.things(x, y), gap))
        return pieces, breaks_a_word

    def proof(self, step: Step) -> Proof | None:
        """The photo, which takes the stamp along; None when there is none."""
        if not self._content.photo or self._content.status is Status.NEW:
            return None
        return Proof(self._content.photo, self._stamp(step), self._page, self._measures)

    def _stamp(self, step: Step) -> Stamp:
        return Stamp(
            self._content.status,
            self._content.until,
            today=self._content.printed_on,
            size=step.answer,
            measure=self._page.measure - self._measures.indent,
            words=self._words,
        )

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
        things += self._foot.things(number, count)
        return self._page.sheet(things)

    def _quote_pieces(self, step: Step) -> tuple[list[Piece], bool]:
        if step.quote not in self._quotes:
            self._quotes[step.quote] = self._set_quote(self._quote_style(step.quote))
        block, hung = self._quotes[step.quote]
        lines = self._line_pieces(block, 0.0, Align.OWN)
        first = lines[0]
        x = self._page.left + (self._page.measure if self._quote_is_right_to_left else -hung.line.width)
        baseline = block.lines[0].baseline

        def draw_first(y: float) -> list[Thing]:
            return [self._page.words(hung, x, y + baseline), *first.draw(y)]

        lines[0] = Piece(first.height, draw_first, self._measures.gap(2.8 * step.air), first.keeps_next)
        label = self._label(self._words.tr("You said"), self._measures.gap(9.7 * step.air**2))
        return [label, *lines], block.has_broken_word

    def _set_quote(self, style: Style) -> tuple[Block, PlacedLine]:
        """With its closing mark, and the mark that hangs before its first line."""
        opening, closing = self._marks
        block = set_text(
            self._content.idea_text + closing,
            style,
            self._page.measure,
            language=self._language,
            right_to_left=self._quote_is_right_to_left,
            even=True,
        )
        hung = set_text(
            opening,
            style,
            mm(100),
            language=self._language,
            right_to_left=self._quote_is_right_to_left,
        )
        return block, hung.lines[0]

    def _author_pieces(self, step: Step) -> list[Piece]:
        text, spans, direction = self._author()
        style = Style(self._measures.label, LIGHT.ink_soft)
        block = self._set(text, style, spans=spans, direction=direction)
        pieces = self._line_pieces(block, 0.0, Align.START)
        return with_gap(pieces, self._measures.gap(5.2 * step.air))

    def _author(self) -> tuple[str, list[Span], bool]:
        """Who said it: the line, what is bold in it, and whether it runs from right to left."""
        name, others = self._content.idea_name or self._words.tr("One customer"), self._content.others
        if others <= 0:
            return name, [Span(0, len(name), True, LIGHT.ink)], is_right_to_left(name, self._mirrored)
        before, after = around(
            self._words.trn(
                "%(name)s and %(count)s other", "%(name)s and %(count)s others", others, name=PLACE
            )
        )
        direction = is_right_to_left(before + after, self._mirrored)
        if is_right_to_left(name, direction) != direction:
            name = isolated(name)
        return before + name + after, [Span(len(before), len(before) + len(name), True, LIGHT.ink)], direction

    def _answer_pieces(self, step: Step) -> list[Piece]:
        content, gap = self._content, self._measures.gap
        style = Style(step.answer, LIGHT.ink, leading=ANSWER_LEADING)
        pieces = with_gap(self._slip_pieces(content.answer, style), gap(14.5 * step.air))
        pieces[0] = replace(pieces[0], may_begin=True)
        if content.reason:
            label_style = Style(self._measures.label, LIGHT.ink_soft)
            label = self._slip_pieces(self._words.tr("Why not now"), label_style, Align.START)
            pieces += with_gap([keeping(piece) for piece in label], gap(4 * step.air))
            pieces += self._slip_pieces(content.reason, style)
        if content.change_mind:
            label_style = Style(self._measures.label, LIGHT.ink_soft)
            change = self._words.tr("What would change our mind")
            label = self._slip_pieces(change, label_style, Align.START)
            pieces += with_gap([keeping(piece) for piece in label], gap(4 * step.air))
            pieces += self._slip_pieces(content.change_mind, style)
        if content.signed:
            pieces[-1] = keeping(pieces[-1])
            signature = Style(step.answer * SIGNATURE_SHARE, self._brick, bold=True)
            signed = self._slip_pieces(content.signed, signature, Align.START)
            pieces += with_gap(signed, gap(3 * step.air))
        pieces[-1] = keeping(pieces[-1])
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
        wanted = (text, style, indent, tuple(spans))
        if wanted not in self._blocks:
            self._blocks[wanted] = set_text(
                text,
                style,
                self._page.measure - indent,
                language=self._language,
                spans=spans,
                right_to_left=self._mirrored,
                direction=direction,
            )
        return self._blocks[wanted]

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
