"""The parts of a notice, set in given sizes: quote, author, the answer beside its spine, the stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.ideas import Status
from app.domain.notices import NoticeContent
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.flow import Piece, keeping, with_gap
from ui.paper.flow_text import FlowText
from ui.paper.foot import PLACE, Foot, around, notice_facts
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style, is_right_to_left, isolated
from ui.paper.proof import Proof
from ui.paper.setting import Block, PlacedLine, natural_width, set_text
from ui.paper.shapes import Stamp
from ui.paper.sheets import Sheet, Thing, mm
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
        self._text = FlowText(
            self._page, measures, content.language, self._brick, right_to_left=self._mirrored
        )
        self._header = self._page.header(content.shop_name, self._brick, content.logo)
        self._quote_is_right_to_left = is_right_to_left(content.idea_text, words.is_right_to_left)
        self._marks = quotation_marks(words.language, right_to_left=self._quote_is_right_to_left)
        self._foot = Foot(notice_facts(content, words), measures, self._page, words)
        # Steps that differ in air alone share what was set.
        self._quotes: dict[float, tuple[Block, PlacedLine]] = {}
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
        y = self._flow_top + (self.room_above_the_rest if number > 1 else 0.0)
        things = [*self._header.things, *self._text.stack(pieces, y)]
        things += self._foot.things(number, count)
        return self._page.sheet(things)

    def _quote_pieces(self, step: Step) -> tuple[list[Piece], bool]:
        if step.quote not in self._quotes:
            self._quotes[step.quote] = self._set_quote(self._quote_style(step.quote))
        block, hung = self._quotes[step.quote]
        lines = self._text.line_pieces(block, 0.0, Align.OWN)
        first = lines[0]
        x = self._page.left + (self._page.measure if self._quote_is_right_to_left else -hung.line.width)
        baseline = block.lines[0].baseline

        def draw_first(y: float) -> list[Thing]:
            return [self._page.words(hung, x, y + baseline), *first.draw(y)]

        lines[0] = Piece(first.height, draw_first, self._measures.gap(2.8 * step.air), first.keeps_next)
        label = self._text.label(self._words.tr("You said"), self._measures.gap(9.7 * step.air**2))
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
        block = self._text.set(text, style, spans=spans, direction=direction)
        pieces = self._text.line_pieces(block, 0.0, Align.START)
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
        pieces = with_gap(self._text.slip_pieces(content.answer, style), gap(14.5 * step.air))
        pieces[0] = replace(pieces[0], may_begin=True)
        if content.reason:
            label_style = Style(self._measures.label, LIGHT.ink_soft)
            label = self._text.slip_pieces(self._words.tr("Why not now"), label_style, Align.START)
            pieces += with_gap([keeping(piece) for piece in label], gap(4 * step.air))
            pieces += self._text.slip_pieces(content.reason, style)
        if content.change_mind:
            label_style = Style(self._measures.label, LIGHT.ink_soft)
            change = self._words.tr("What would change our mind")
            label = self._text.slip_pieces(change, label_style, Align.START)
            pieces += with_gap([keeping(piece) for piece in label], gap(4 * step.air))
            pieces += self._text.slip_pieces(content.change_mind, style)
        if content.signed:
            pieces[-1] = keeping(pieces[-1])
            signature = Style(step.answer * SIGNATURE_SHARE, self._brick, bold=True)
            signed = self._text.slip_pieces(content.signed, signature, Align.START)
            pieces += with_gap(signed, gap(3 * step.air))
        pieces[-1] = keeping(pieces[-1])
        return pieces

    def _quote_style(self, size: float) -> Style:
        return Style(size, LIGHT.ink, bold=True, leading=QUOTE_LEADING, tracking=QUOTE_TRACKING)
