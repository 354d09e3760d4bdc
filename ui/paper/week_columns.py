"""Shares the room of the week's board among its parts: two columns, each with as many cards as it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.page import Align, Page
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Role, Thing
from ui.paper.week_cards import Card

# By the size of the text of a note.
HEADING, MORE, BELOW_HEADING, BETWEEN, BETWEEN_PARTS = 1.15, 0.85, 0.7, 0.85, 1.9


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of thing under its heading; `total` counts also what has no card. Without a title it goes on
    with the part in the other column."""

    title: str
    cards: Sequence[Card]
    total: int


class PartsColumn:
    """Parts below each other in one column, in `room`: of each as many cards as fit, by turns."""

    def __init__(
        self, page: Page, parts: Sequence[Part], size: float, width: float, room: float, words: Catalogue
    ) -> None:
        self._page = page
        self._size = size
        self._width = width
        self._words = words
        self._parts = parts
        self._headings = [self._heading(part.title or " ") for part in parts]
        self._shown = [0] * len(parts)
        while any([self._show_one_more(index, room) for index in range(len(parts))]):  # noqa: C419
            pass

    @property
    def shows_all(self) -> bool:
        """Every card that there is."""
        return all(shown == len(part.cards) for shown, part in zip(self._shown, self._parts, strict=True))

    @property
    def shown(self) -> list[UUID]:
        """The ideas that have room."""
        shares = zip(self._parts, self._shown, strict=True)
        return [card.idea_id for part, shown in shares for card in part.cards[:shown]]

    def things(self, inset: float, top: float) -> list[Thing]:
        things: list[Thing] = []
        for part, heading, shown in zip(self._parts, self._headings, self._shown, strict=True):
            if part.title:
                things += self._page.block(heading, inset, top, Align.START, Role.HEADING)
            top += heading.height + BELOW_HEADING * self._size
            for card in part.cards[:shown]:
                things += card.things(inset, top)
                top += card.height + BETWEEN * self._size
            if more := self._more(part, shown):
                things += self._page.block(more, inset, top, Align.START)
                top += more.height
            top += (BETWEEN_PARTS - BETWEEN) * self._size
        return things

    def _show_one_more(self, index: int, room: float) -> bool:
        if self._shown[index] == len(self._parts[index].cards):
            return False
        self._shown[index] += 1
        if self._height() <= room:
            return True
        self._shown[index] -= 1
        return False

    def _height(self) -> float:
        height = -BETWEEN_PARTS * self._size
        for part, heading, shown in zip(self._parts, self._headings, self._shown, strict=True):
            height += heading.height + (BELOW_HEADING + BETWEEN_PARTS - BETWEEN) * self._size
            height += sum(card.height + BETWEEN * self._size for card in part.cards[:shown])
            more = self._more(part, shown)
            height += more.height if more else 0.0
        return height

    def _more(self, part: Part, shown: int) -> Block | None:
        left = part.total - shown
        if left <= 0:
            return None
        said = self._words.trn("and %(count)s more", "and %(count)s more", left)
        return self._set(said, Style(self._size * MORE, LIGHT.ink_soft))

    def _heading(self, title: str) -> Block:
        return self._set(title, Style(self._size * HEADING, LIGHT.ink, bold=True, leading=1.2))

    def _set(self, text: str, style: Style) -> Block:
        return self._page.fitting(text, style, self._width, style.size * 1.6)


def in_two(parts: Sequence[Part]) -> list[list[Part]]:
    """What stands in the first column and what in the second; one part alone is shared between both."""
    if len(parts) != 1:
        return [list(parts[:1]), list(parts[1:])]
    [part] = parts
    first, second = part.cards[::2], part.cards[1::2]
    rest = part.total - len(second)
    return [[Part(part.title, first, rest)], [Part("", second, len(second))] if second else []]


def largest(
    make: Callable[[float], list[PartsColumn]], sizes: Sequence[float], usual: float
) -> list[PartsColumn]:
    """The columns in the largest size in which they show everything, else in the usual one."""
    tried = (make(size) for size in sizes)
    return next((columns for columns in tried if all(one.shows_all for one in columns)), None) or make(usual)
