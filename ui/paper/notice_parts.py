"""The texts of a notice as pieces of its flow: quote, author, the shop's answer, the stamp.

Each design says where they stand, with which inks, and what lies under them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.ideas import Status
from app.domain.notices import NoticeContent
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.flow import Piece, keeping, with_gap
from ui.paper.flow_text import FlowText
from ui.paper.foot import PLACE, around
from ui.paper.notice_steps import Step
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style, is_right_to_left, isolated
from ui.paper.setting import UNBOUNDED, Block, PlacedLine, natural_width, set_text
from ui.paper.shapes import Stamp
from ui.paper.sheets import Role, Tag, Thing
from ui.shared.quotes import quotation_marks

QUOTE_TRACKING = -2.0
SIGNATURE_SHARE = 0.8
# A trial is seen from afar: its stamp is so much larger than the answer, if the measure lets it.
TRIAL_SHARE = 1.7


class NoticeFoot(Protocol):
    """What stands on the foot of a sheet or picture, and the height it takes with what keeps others away."""

    @property
    def room_before_others(self) -> float: ...

    @property
    def room_at_the_end(self) -> float: ...

    def things(self, number: int, count: int) -> list[Thing]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """What a notice is laid out on. `box` is its size where it `is_picture`: there its flow stands in the
    middle of what is free, colour goes to the edge, and the page is of `ground`, empty = bare."""

    measures: PageMeasures
    foot: Callable[[Page, PageMeasures], NoticeFoot]
    box: tuple[float, float] | None = None
    is_picture: bool = False
    ground: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Where texts stand, `page` by its margins, and how they are written. A mark hangs `outside` so far."""

    page: Page
    measures: PageMeasures
    leading: float
    ink: str = LIGHT.ink
    ink_soft: str = LIGHT.ink_soft
    outside: float = UNBOUNDED


class NoticeParts:
    """Sets the texts of one notice: what was said on one field, what is answered on another one.

    A quote is bold and in quotation marks, except on a note of the customer's own, which is regular.
    """

    def __init__(
        self,
        content: NoticeContent,
        words: Catalogue,
        said: Field,
        answered: Field,
        *,
        accent: str,
        is_own_note: bool = False,
    ) -> None:
        self._content = content
        self._words = words
        self._said = said
        self._answered = answered
        self._accent = accent
        self._is_own_note = is_own_note
        self._mirrored = words.is_right_to_left
        self._language = content.language
        self._said_text = self._text_on(said)
        self._answered_text = self._text_on(answered)
        self._quote_is_right_to_left = is_right_to_left(content.idea_text, self._mirrored)
        # Steps that differ in air alone share what was set.
        self._quotes: dict[float, tuple[Block, PlacedLine | None]] = {}
        self._em_width = natural_width(content.idea_text, self._quote_style(1.0), self._language)

    def is_short_at(self, step: Step) -> bool:
        """Whether the quote stands in few lines at this size."""
        return self._em_width * step.quote <= step.lines * self._said.page.measure

    def label(self, text: str, room: float) -> Piece:
        return self._said_text.label(text, room, Role.HEADING)

    def quote(self, step: Step) -> tuple[list[Piece], bool]:
        """Its lines, the marks hanging outside, and whether a word had to be broken."""
        if step.quote not in self._quotes:
            self._quotes[step.quote] = self._set_quote(self._quote_style(step.quote))
        block, hung = self._quotes[step.quote]
        tag = Tag(Role.QUOTE)
        lines = self._said_text.line_pieces(block, 0.0, Align.OWN, tag=tag)
        if hung:
            lines[0] = self._with_mark(lines[0], block, hung, tag)
        return lines, block.has_broken_word

    def _with_mark(self, first: Piece, block: Block, hung: PlacedLine, tag: Tag) -> Piece:
        page, baseline = self._said.page, block.lines[0].baseline
        x = page.left + (page.measure if self._quote_is_right_to_left else -hung.line.width)

        def draw(y: float) -> list[Thing]:
            return [page.words(hung, x, y + baseline, tag), *first.draw(y)]

        return replace(first, draw=draw)

    def _set_quote(self, style: Style) -> tuple[Block, PlacedLine | None]:
        """With its closing mark, and the mark that hangs before its first line if it has room there."""
        from_right = self._quote_is_right_to_left
        opening, closing = quotation_marks(self._words.language, right_to_left=from_right)
        text = self._content.idea_text
        if self._is_own_note:
            return self._set(text, style, from_right), None
        [hung] = self._set(opening, style, from_right).lines
        if hung.line.width > self._said.outside:
            return self._set(opening + text + closing, style, from_right, even=True), None
        return self._set(text + closing, style, from_right, even=True), hung

    def _set(self, text: str, style: Style, from_right: bool, *, even: bool = False) -> Block:
        measure = self._said.page.measure
        return set_text(text, style, measure, language=self._language, right_to_left=from_right, even=even)

    def _quote_style(self, size: float) -> Style:
        said = self._said
        if self._is_own_note:
            return Style(size, said.ink, leading=said.leading)
        return Style(size, said.ink, bold=True, leading=said.leading, tracking=QUOTE_TRACKING)

    def author(self) -> list[Piece]:
        """Who said it, and how many others."""
        text, spans, direction = self._author()
        style = Style(self._said.measures.label, self._said.ink_soft)
        block = self._said_text.set(text, style, spans=spans, direction=direction)
        return self._said_text.line_pieces(block, 0.0, Align.START)

    @property
    def name(self) -> str:
        return self._content.idea_name or self._words.tr("One customer")

    def _author(self) -> tuple[str, list[Span], bool]:
        """The line, what is bold in it, and whether it runs from right to left."""
        name, others, ink = self.name, self._content.others, self._said.ink
        if others <= 0:
            return name, [Span(0, len(name), True, ink)], is_right_to_left(name, self._mirrored)
        before, after = around(
            self._words.trn(
                "%(name)s and %(count)s other", "%(name)s and %(count)s others", others, name=PLACE
            )
        )
        direction = is_right_to_left(before + after, self._mirrored)
        if is_right_to_left(name, direction) != direction:
            name = isolated(name)
        return before + name + after, [Span(len(before), len(before) + len(name), True, ink)], direction

    def answer(self, step: Step) -> list[Piece]:
        """With the reason and what would change our mind, under labels."""
        content, style = self._content, self._answer_style(step)
        pieces = self._slip(content.answer, style)
        pieces[0] = replace(pieces[0], may_begin=True)
        for label, text in (
            (self._words.tr("Why not now"), content.reason),
            (self._words.tr("What would change our mind"), content.change_mind),
        ):
            if text:
                soft = Style(self._answered.measures.label, self._answered.ink_soft)
                above = self._slip(label, soft, Align.START, Role.HEADING)
                gap = self._answered.measures.gap(4 * step.air)
                pieces += with_gap([keeping(piece) for piece in above], gap)
                pieces += self._slip(text, style)
        return pieces

    def _answer_style(self, step: Step) -> Style:
        return Style(step.answer, self._answered.ink, leading=self._answered.leading)

    def signed_answer(self, step: Step) -> list[Piece]:
        """With the name of whoever answers under it; they stay together."""
        answer, signature = self.answer(step), self.signature(step)
        return [*answer[:-1], keeping(answer[-1]), *signature] if signature else answer

    def signature(self, step: Step) -> list[Piece]:
        """Empty when nobody signed."""
        signed = self.signature_block(step)
        if signed is None:
            return []
        lines = self._on_slip(self._answered_text.line_pieces(signed, 0.0, Align.START))
        return with_gap(lines, self._answered.measures.gap(3 * step.air))

    def signature_block(self, step: Step) -> Block | None:
        if not self._content.signed:
            return None
        style = Style(step.answer * SIGNATURE_SHARE, self._accent, bold=True)
        return self._answered_text.set(self._content.signed, style)

    def _slip(
        self, text: str, style: Style, align: Align = Align.OWN, role: Role = Role.PARAGRAPH
    ) -> list[Piece]:
        block = self._answered_text.set(text, style)
        return self._on_slip(self._answered_text.line_pieces(block, 0.0, align, role))

    def _on_slip(self, pieces: Sequence[Piece]) -> list[Piece]:
        return [replace(piece, has_spine=True) for piece in pieces]

    @property
    def has_stamp(self) -> bool:
        return self._content.status is not Status.NEW

    def stamp(self, step: Step, measure: float) -> Stamp:
        return Stamp(
            self._content.status,
            self._content.until,
            today=self._content.printed_on,
            size=step.answer * (TRIAL_SHARE if self._content.is_on_trial else 1.0),
            measure=measure,
            words=self._words,
        )

    def _text_on(self, field: Field) -> FlowText:
        return FlowText(
            field.page, field.measures, self._language, self._accent, right_to_left=self._mirrored
        )
