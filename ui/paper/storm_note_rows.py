"""Notes of a storm in rows, all of a row equally high, in the order in which they built on each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.paper.flow import Piece
from ui.paper.sheets import Thing
from ui.paper.storm_head import StormPage
from ui.paper.storm_notes import Note, NoteCard

MOST_LINES = 6
GUTTER = 5


class NoteRows:
    """`across` notes beside each other with texts of `size` points."""

    def __init__(self, page: StormPage, notes: Sequence[Note], across: int, size: float) -> None:
        gutter = page.measures.gap(GUTTER)
        width = (page.page.measure - gutter * (across - 1)) / across
        self._step = width + gutter
        self._gutter = gutter
        cards = [
            NoteCard(note, width, size, page.page, page.words, brick=page.brick, most_lines=MOST_LINES)
            for note in notes
        ]
        self._rows = [cards[start : start + across] for start in range(0, len(cards), across)]
        self.cuts_a_text = any(card.is_cut for card in cards)

    def pieces(self) -> list[Piece]:
        """A piece for each row."""
        return [
            Piece(_height(row), self._drawer(row), self._gutter if number else 0.0)
            for number, row in enumerate(self._rows)
        ]

    def _drawer(self, row: Sequence[NoteCard]) -> Callable[[float], Sequence[Thing]]:
        def draw(top: float) -> Sequence[Thing]:
            return [
                thing
                for place, card in enumerate(row)
                for thing in card.things(place * self._step, top, _height(row))
            ]

        return draw


def _height(row: Sequence[NoteCard]) -> float:
    return max(card.height for card in row)
