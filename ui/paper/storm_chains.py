"""Chains of a storm beside each other in columns: each first note, and what builds on it on a line below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QPainterPath

from app.domain.chains import Building, Chain
from app.note_words import link_word
from app.theme import LIGHT
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Stroke, Thing
from ui.paper.storm_head import StormPage
from ui.paper.storm_notes import NoteCard, note_of

# Measures by the size of the text.
INDENT, TRUNK = 1.6, 0.55
BEFORE_WORD, AFTER_WORD = 0.5, 0.25
BETWEEN_CHAINS, GUTTER = 1.7, 1.6
# What builds is a little smaller than what begins.
BUILD_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Lay:
    """How chains are laid out: in how many columns, in which size, and after how many lines a text ends."""

    columns: int
    size: float
    most_lines: float = math.inf


def column_width(measure: float, lay: Lay) -> float:
    return (measure - GUTTER * lay.size * (lay.columns - 1)) / lay.columns


@dataclass(slots=True)
class _Column:
    inset: float
    bottom: float
    used: float = 0.0
    things: list[Thing] = field(default_factory=list)


class ChainColumns:
    """`things` of as many chains as find room between `top` and `bottom`.

    The last column keeps `kept` points free below its chains, from `free_top` on.
    """

    def __init__(
        self, page: StormPage, chains: Sequence[Chain], lay: Lay, top: float, bottom: float, kept: float
    ) -> None:
        self._page = page
        self._lay = lay
        self._top = top
        gutter = GUTTER * lay.size
        self.width = column_width(page.page.measure, lay)
        self._columns = [
            _Column(number * (self.width + gutter), bottom - top) for number in range(lay.columns)
        ]
        self._columns[-1].bottom -= kept
        self.left_out = 0
        self.cuts_a_text = False
        for chain in chains:
            self._add(chain)

    @property
    def things(self) -> list[Thing]:
        return [thing for column in self._columns for thing in column.things]

    @property
    def free_inset(self) -> float:
        return self._columns[-1].inset

    @property
    def free_top(self) -> float:
        column = self._columns[-1]
        return self._top + column.used + (BETWEEN_CHAINS * self._lay.size if column.used else 0.0)

    def _add(self, chain: Chain) -> None:
        """Into the column that is filled least, the whole chain or its beginning."""
        column = min(self._columns, key=lambda column: (column.used, column.inset))
        gap = BETWEEN_CHAINS * self._lay.size if column.used else 0.0
        room = column.bottom - column.used - gap
        parts = list(self._fitting(chain, room))
        self.left_out += len(chain) - len(parts)
        if not parts:
            return
        things, height = self._draw(parts, column.inset, self._top + column.used + gap)
        column.things += things
        column.used += gap + height

    def _fitting(self, chain: Chain, room: float) -> Iterator[_Part]:
        for building in chain.buildings:
            if room < self._lay.size * 3:
                return
            part = self._part(building)
            room -= part.height
            if room < 0:
                return
            self.cuts_a_text = self.cuts_a_text or part.card.is_cut
            yield part

    def _part(self, building: Building) -> _Part:
        page, lay = self._page, self._lay
        size = lay.size if building.link is None else lay.size * BUILD_SHARE
        width = self.width if building.link is None else self.width - INDENT * lay.size
        note = note_of(building.idea, building.link, page.words)
        card = NoteCard(
            note,
            width,
            size,
            page.page,
            page.words,
            brick=page.brick,
            most_lines=lay.most_lines,
            shows_link=False,
        )
        if building.link is None:
            return _Part(card, None, card.height)
        style = Style(size, page.brick, bold=True, leading=1.2)
        word = page.box(link_word(building.link, page.words), style, width, size * 1.6)
        above = BEFORE_WORD * lay.size + word.height + AFTER_WORD * lay.size
        return _Part(card, word, above + card.height)

    def _draw(self, parts: Sequence[_Part], inset: float, top: float) -> tuple[list[Thing], float]:
        """The line behind everything, from the first note to the last word."""
        size, page = self._lay.size, self._page
        notes: list[Thing] = []
        elbows: list[float] = []
        y = top
        for part in parts:
            if part.word is not None:
                y += BEFORE_WORD * size
                elbows.append(y + part.word.height / 2)
                notes += page.placed(part.word, inset + INDENT * size, y)
                y += part.word.height + AFTER_WORD * size
            notes += part.card.things(inset if part.word is None else inset + INDENT * size, y)
            y += part.card.height
        trunk_top = top + parts[0].card.height
        return [*self._line(inset, trunk_top, elbows), *notes], y - top

    def _line(self, inset: float, top: float, elbows: Sequence[float]) -> list[Thing]:
        if not elbows:
            return []
        size, page = self._lay.size, self._page.page
        near, far = page.at(inset + TRUNK * size), page.at(inset + (INDENT - 0.3) * size)
        path = QPainterPath()
        path.moveTo(near, top)
        path.lineTo(near, elbows[-1])
        for y in elbows:
            path.moveTo(near, y)
            path.lineTo(far, y)
        return [Stroke(path, LIGHT.line, max(0.08 * size, 0.75), round_ends=False)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A note of a chain; what builds has its `word` above it."""

    card: NoteCard
    word: Block | None
    height: float
