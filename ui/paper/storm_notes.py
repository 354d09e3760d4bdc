"""A contribution to a storm as a paper note: the word that joins it, the customer's text, a name."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ideas import Idea, Link
from app.domain.text import clean_line
from app.note_words import link_word
from app.theme import LIGHT, note_paper
from app.words import Words as Catalogue
from ui.paper.fitting import clipped, fitted
from ui.paper.page import Align, Page
from ui.paper.paragraph import Style
from ui.paper.sheets import Fill, Role, Thing, Turned, rectangle
from ui.paper.storm_people import author

# Measures by the size of the text.
PADDING, ABOVE_NAME = 1.0, 0.4
NAME_SHARE, FOOT_SHARE = 0.82, 0.78
TEXT_LEADING = 1.32
# Of letters with many marks fewer lines stand on a note.
HIGHEST_LINE = 1.7
# Papers lie nearly straight, each a little its own way, by the last digit of its idea.
TILTS = (-0.55, 0.45, -0.3, 0.6)


@dataclass(frozen=True, slots=True)
class Note:
    """`paper` is the colour of its paper, `turn` how it lies; without `link` it begins a chain. `foot` stands
    below the name."""

    text: str
    paper: str
    turn: float = 0.0
    link: Link | None = None
    name: str = ""
    foot: str = ""


def note_of(idea: Idea, link: Link | None, words: Catalogue, foot: str = "") -> Note:
    digits = idea.id.hex
    turn = TILTS[int(digits[-1], 16) % len(TILTS)]
    return Note(clean_line(idea.text), note_paper(LIGHT, digits), turn, link, author(idea, words), foot)


class NoteCard:
    """A note set for one width; texts that need more than `most_lines` end with an ellipsis."""

    def __init__(
        self,
        note: Note,
        width: float,
        size: float,
        page: Page,
        words: Catalogue,
        *,
        brick: str,
        most_lines: float,
        shows_link: bool = True,
    ) -> None:
        self._note = note
        self._width = width
        self._page = page
        self._padding = PADDING * size
        inner = width - 2 * self._padding
        word = link_word(note.link, words) if note.link and shows_link else ""
        style = Style(size, brick, bold=True, leading=1.2)
        self._link = fitted(word, style, inner, size * 1.5, words) if word else None
        style = Style(size, LIGHT.ink, leading=TEXT_LEADING)
        self._text = clipped(
            note.text, style, inner, words, most_lines=most_lines, room=most_lines * size * HIGHEST_LINE
        )
        name = Style(size * NAME_SHARE, LIGHT.ink, bold=True, leading=1.3)
        self._name = (
            clipped(note.name, name, inner, words, most_lines=1, room=size * 2) if note.name else None
        )
        foot = Style(size * FOOT_SHARE, LIGHT.ink_soft, leading=1.3)
        self._foot = fitted(note.foot, foot, inner, size * 2.4, words) if note.foot else None
        self._above_name = ABOVE_NAME * size

    @property
    def is_cut(self) -> bool:
        return self._text.is_cut

    @property
    def height(self) -> float:
        return 2 * self._padding * 0.8 + self._inner_height

    @property
    def _inner_height(self) -> float:
        blocks = (self._link, self._text.block, self._name and self._name.block, self._foot)
        gap = self._above_name if self._name or self._foot else 0.0
        return sum(block.height for block in blocks if block) + gap

    def things(self, inset: float, top: float, height: float | None = None) -> tuple[Thing, ...]:
        """The note `inset` from the leading edge of the page, as high as asked for or as its words."""
        height = self.height if height is None else height
        left = self._page.start(inset, self._width)
        things: list[Thing] = [Fill(rectangle(left, top, self._width, height), self._note.paper)]
        y = top + self._padding * 0.8
        within = inset + self._padding
        if self._link:
            things += self._page.block(self._link, within, y, Align.START)
            y += self._link.height
        things += self._page.block(self._text.block, within, y, Align.OWN, Role.QUOTE)
        y += self._text.block.height + self._above_name
        if self._name:
            things += self._page.block(self._name.block, within, y, Align.START)
            y += self._name.block.height
        if self._foot:
            things += self._page.block(self._foot, within, y, Align.START)
        if not self._note.turn:
            return tuple(things)
        middle = (left + self._width / 2, top + height / 2)
        return (Turned(tuple(things), self._note.turn, *middle),)
