"""What stands on the week's board: new ideas as notes, answers on their spine, and what most people want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from babel.numbers import format_decimal

from app.dates import locale_of
from app.domain.gathered import Told
from app.domain.notices import Design
from app.domain.text import clean_line
from app.theme import LIGHT, note_paper
from app.words import Words as Catalogue
from ui.paper.design import Dress
from ui.paper.fitting import Clipped, clipped
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Style
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Role, Stroke, Thing, mm, rectangle, segment
from ui.paper.storm_notes import TILTS, Note, NoteCard

NOTE_LINES, QUOTE_LINES, ANSWER_LINES, WANTED_LINES = 4, 2, 4, 2
# A line with many marks is higher, and fewer of them stand in the room of the others.
HIGHEST_LINE = 1.7
# By the size of the text of a note.
QUOTE, ANSWER, STAMP, WANTED, COUNT = 0.9, 0.88, 0.74, 0.92, 1.7
EDGE_MM, RULE_MM = 0.25, 1.2
BARE_PAPER = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where cards are set: how wide, and with which size of the text of a note."""

    page: Page
    measures: PageMeasures
    dress: Dress
    words: Catalogue
    width: float
    size: float
    today: date

    def clipped(self, text: str, style: Style, inset: float, lines: int) -> Clipped:
        """The beginning of a text in so many lines, with an ellipsis where there is more."""
        return clipped(
            clean_line(text),
            style,
            self.width - inset,
            self.words,
            most_lines=lines,
            room=lines * style.size * HIGHEST_LINE,
        )


class Card(Protocol):
    @property
    def idea_id(self) -> UUID: ...

    @property
    def height(self) -> float: ...

    def things(self, inset: float, top: float) -> Sequence[Thing]:
        """Drawn `inset` from the leading edge of the page."""
        ...


class NewCard:
    """A new idea on its note: tinted where the design is warm, else framed."""

    def __init__(self, told: Told, at: Setting) -> None:
        self._at = at
        self.idea_id = told.idea_id
        seed, is_warm = told.idea_id.hex, at.dress.design is Design.WARM
        paper = note_paper(LIGHT, seed) if is_warm else BARE_PAPER
        turn = TILTS[int(seed[-1], 16) % len(TILTS)] if is_warm else 0.0
        note = Note(clean_line(told.text), paper, turn, None, told.name)
        self._card = NoteCard(
            note, at.width, at.size, at.page, at.words, brick=at.dress.accent, most_lines=NOTE_LINES
        )

    @property
    def height(self) -> float:
        return self._card.height

    def things(self, inset: float, top: float) -> Sequence[Thing]:
        things = self._card.things(inset, top)
        if self._at.dress.design is Design.WARM:
            return things
        left = self._at.page.start(inset, self._at.width)
        box = rectangle(left, top, self._at.width, self.height)
        edge = Stroke(box, LIGHT.dots, mm(EDGE_MM), round_ends=False)
        if self._at.dress.is_plain:
            return [*things, edge]
        rule = Fill(rectangle(left, top, self._at.width, mm(RULE_MM)), self._at.dress.accent)
        return [*things, edge, rule]


class AnsweredCard:
    """The beginning of a quote, the beginning of its answer beside the spine, and the stamp."""

    def __init__(self, told: Told, at: Setting) -> None:
        self._at = at
        self.idea_id = told.idea_id
        size = at.size
        self._indent = at.measures.indent * 0.55
        quote = Style(size * QUOTE, LIGHT.ink, bold=True, leading=1.22)
        self._quote = at.clipped(told.text, quote, 0.0, QUOTE_LINES).block
        answer = Style(size * ANSWER, LIGHT.ink, leading=1.34)
        self._answer = at.clipped(told.answer, answer, self._indent, ANSWER_LINES).block
        self._stamp = Stamp(
            told.status,
            told.until,
            today=at.today,
            size=size * STAMP,
            measure=at.width - self._indent,
            words=at.words,
        )
        self._gap = size * 0.4

    @property
    def height(self) -> float:
        return self._quote.height + self._gap + self._slip_height

    @property
    def _slip_height(self) -> float:
        return self._answer.height + self._gap + self._stamp.height

    def things(self, inset: float, top: float) -> Sequence[Thing]:
        page, below = self._at.page, top + self._quote.height + self._gap
        width = self._at.measures.spine * 0.7
        within = inset + self._indent
        stamp_top = below + self._answer.height + self._gap
        spine = rectangle(page.start(inset, width), below, width, self._slip_height)
        return [
            *page.block(self._quote, inset, top, Align.OWN, Role.QUOTE),
            Fill(spine, self._at.dress.accent),
            *page.block(self._answer, within, below, Align.OWN),
            *self._stamp.things(page.start(within, self._stamp.width), stamp_top),
        ]


class WantedCard:
    """How many want it, large, beside the beginning of what they want; a hair below."""

    def __init__(self, told: Told, at: Setting) -> None:
        self._at = at
        self.idea_id = told.idea_id
        self._inset = at.size * 3.4
        count = format_decimal(told.others, locale=locale_of(at.words.language))
        style = Style(at.size * COUNT, at.dress.accent, bold=True, leading=1.0)
        self._count = at.page.fitting(count, style, self._inset * 0.86, at.size * 2)
        text = Style(at.size * WANTED, LIGHT.ink, leading=1.28)
        self._text = at.clipped(told.text, text, self._inset, WANTED_LINES).block
        self._padding = at.size * 0.45

    @property
    def height(self) -> float:
        return max(self._count.height, self._text.height) + self._padding

    def things(self, inset: float, top: float) -> Sequence[Thing]:
        page, inner = self._at.page, self.height - self._padding
        below = top + self.height
        hair = segment(page.at(inset), below, page.at(inset + self._at.width), below)
        return [
            *page.block(self._count, inset, top + (inner - self._count.height) / 2, Align.START),
            *page.block(self._text, inset + self._inset, top + (inner - self._text.height) / 2, Align.OWN),
            Stroke(hair, LIGHT.hair, mm(EDGE_MM), round_ends=False),
        ]
