"""A row of a sheet of several answers: the quote with who said it, the answer with its stamp."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.gathered import Told
from app.note_words import change_mind_line
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.flow import Piece, with_gap
from ui.paper.page import Align, Page
from ui.paper.paragraph import Style, is_right_to_left, isolated
from ui.paper.said_rows import Row
from ui.paper.setting import Block, PlacedLine, set_text
from ui.paper.shapes import Stamp
from ui.paper.sheets import Role, Tag, Thing

QUOTE_LEADING, ANSWER_LEADING = 1.22, 1.36
QUOTE_TRACKING = -1.0
# Of the size of the answer.
STAMP_SHARE, SOFT_SHARE, NAME_SHARE = 0.88, 0.82, 0.71
# No word is broken as long as it may get so much smaller.
SMALLEST = 0.72


@dataclass(frozen=True, slots=True)
class Step:
    """Sizes that go together, in points on A4; `air` scales the room around a row."""

    quote: float
    answer: float
    air: float = 1.0

    def at(self, scale: float) -> Step:
        return Step(self.quote * scale, self.answer * scale, self.air)


@dataclass(frozen=True, slots=True)
class Column:
    """Where texts stand, from the leading edge, and in which inks."""

    inset: float
    measure: float
    ink: str = LIGHT.ink
    soft: str = LIGHT.ink_soft


class SaidPieces:
    """Sets answers in two columns, or one below the other where both are the same."""

    def __init__(
        self, page: Page, said: Column, done: Column, step: Step, words: Catalogue, today: date
    ) -> None:
        self._page = page
        self._said = said
        self._done = done
        self._step = step
        self._words = words
        self._today = today

    def row(self, told: Told) -> Row:
        return Row(tuple(self.said(told)), tuple(self.done(told)), told.idea_id.hex)

    def said(self, told: Told) -> list[Piece]:
        """The customer's words, and who said them."""
        size, column = self._step.quote, self._said
        style = Style(size, column.ink, bold=True, leading=QUOTE_LEADING, tracking=QUOTE_TRACKING)
        quote = self.lines(told.text, style, column, Align.OWN, Role.QUOTE, even=True)
        name_size = self._step.answer * NAME_SHARE
        name = self._name(told, Style(name_size, column.soft))
        quote[-1] = replace(quote[-1], keeps_next=True)
        return [*quote, *with_gap(name, name_size * 0.55)]

    def done(self, told: Told) -> list[Piece]:
        """What the shop says, why not where it refused, and the stamp."""
        size, column = self._step.answer, self._done
        style = Style(size, column.ink, leading=ANSWER_LEADING)
        soft = Style(size * SOFT_SHARE, column.soft, leading=ANSWER_LEADING)
        pieces = self.lines(told.answer, style, column, Align.OWN)
        if told.reason:
            pieces += with_gap(self.lines(told.reason, style, column, Align.OWN), size * 0.3)
        if told.change_mind:
            line = change_mind_line(told.change_mind, self._words)
            pieces += with_gap(self.lines(line, soft, column, Align.OWN), size * 0.35)
        pieces[-1] = replace(pieces[-1], keeps_next=True)
        return [*pieces, self.stamp(told, size * STAMP_SHARE, size * 0.45)]

    def stamp(self, told: Told, size: float, gap: float) -> Piece:
        stamp = Stamp(
            told.status,
            told.until,
            today=self._today,
            size=size,
            measure=self._done.measure,
            words=self._words,
        )
        x = self._page.start(self._done.inset, stamp.width)
        return Piece(stamp.height, lambda y: stamp.things(x, y), gap)

    def lines(
        self,
        text: str,
        style: Style,
        column: Column,
        align: Align,
        role: Role = Role.PARAGRAPH,
        *,
        even: bool = False,
    ) -> list[Piece]:
        """A piece for each line; the first two and the last two stay together."""
        block = self._page.fitting(text, style, column.measure, math.inf, smallest=SMALLEST, even=even)
        return self._pieces(block, column, align, role)

    def directed(
        self, text: str, style: Style, column: Column, right_to_left: bool | None = None
    ) -> list[Piece]:
        """Lines of a sentence of ours that begins with a name: they run as the page does, unless it is said
        how."""
        words = self._words
        direction = words.is_right_to_left if right_to_left is None else right_to_left
        block = set_text(text, style, column.measure, language=words.language, direction=direction)
        return self._pieces(block, column, Align.START, Role.PARAGRAPH)

    def _name(self, told: Told, style: Style) -> list[Piece]:
        text, direction = who_said(told, self._words)
        return self.directed(text, style, self._said, direction)

    def _pieces(self, block: Block, column: Column, align: Align, role: Role) -> list[Piece]:
        last, tag = len(block.lines) - 1, Tag(role)
        return [
            Piece(
                placed.bottom - placed.top,
                self._drawer(block, placed, column.inset, align, tag),
                keeps_next=number < last and number in {0, last - 1},
            )
            for number, placed in enumerate(block.lines)
        ]

    def _drawer(
        self, block: Block, placed: PlacedLine, inset: float, align: Align, tag: Tag
    ) -> Callable[[float], Sequence[Thing]]:
        x = self._page.line_x(block, placed, inset, align)
        return lambda y: [self._page.words(placed, x, y + placed.baseline - placed.top, tag)]


def who_said(told: Told, words: Catalogue) -> tuple[str, bool]:
    """Who said it and how many others, and whether that line runs from right to left."""
    name = told.name or words.tr("One customer")
    mirrored = words.is_right_to_left
    if told.others <= 0:
        return name, is_right_to_left(name, mirrored)
    text = words.trn(
        "%(name)s and %(count)s other", "%(name)s and %(count)s others", told.others, name=isolated(name)
    )
    return text, mirrored
