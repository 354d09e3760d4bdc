"""The strip at the foot of a note: under a dotted line the name, in its outer corner who else wants it."""

from __future__ import annotations

from collections.abc import Sequence

from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.fitting import clipped
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Style
from ui.paper.setting import UNBOUNDED, Block, set_text
from ui.paper.sheets import Stroke, Thing, segment

# Millimetres on A4.
HEIGHT, PADDING, DOT_STEP = 22, 4.5, 1.6
CORNER_SHARE = 1 / 3
COUNT_SIZE = 1.5
# Of the page: a name that is higher ends in an ellipsis. None is, but for one that was made to be.
LARGEST_NAME = 0.35


class TearOff:
    """On a note that begins `inset` from the page's leading edge and is `width` wide; its texts stand
    `within` it on both sides. The lowest `covered` points lie under the slip."""

    def __init__(
        self,
        name: str,
        votes: int,
        *,
        page: Page,
        measures: PageMeasures,
        words: Catalogue,
        inset: float,
        width: float,
        within: float,
        covered: float,
    ) -> None:
        self._page = page
        self._measures = measures
        self._words = words
        self._inset, self._width, self._within = inset, width, within
        self._covered = covered
        self._corner = self._set_corner(votes) if votes > 0 else ()
        self._corner_width = self._width_of_corner()
        style, room = Style(measures.label, LIGHT.ink, bold=True), page.height * LARGEST_NAME
        self._name = clipped(name, style, self._room_for_name, words, room=room).block
        self.height = max(measures.gap(HEIGHT), self._name.height + covered + 2 * measures.gap(PADDING))

    def things(self, top: float) -> Sequence[Thing]:
        page, right = self._page, self._inset + self._width
        shown = self.height - self._covered
        name_top = top + (shown - self._name.height) / 2
        things: list[Thing] = [
            self._dots(page.at(self._inset), top, page.at(right), top),
            *page.block(self._name, self._inset + self._within, name_top, Align.START),
        ]
        if self._corner:
            x = page.at(right - self._corner_width)
            things += [self._dots(x, top, x, top + self.height), *self._corner_things(top + shown / 2)]
        return things

    def _corner_things(self, middle: float) -> Sequence[Thing]:
        """The word and the count, on one baseline, in the middle of the corner."""
        word, count = self._corner
        wide = word.width + self._between + count.width
        inset = self._inset + self._width - (self._corner_width + wide) / 2
        baseline = middle + (count.lines[0].baseline - count.lines[0].cap_top) / 2
        return [
            thing
            for block, at in ((word, inset), (count, inset + word.width + self._between))
            for thing in self._page.block(block, at, baseline - block.lines[0].baseline, Align.START)
        ]

    @property
    def _between(self) -> float:
        return self._measures.label * 0.5

    @property
    def _room_for_name(self) -> float:
        return self._width - self._within - (self._corner_width + self._measures.gap(3) or self._within)

    def _set_corner(self, votes: int) -> tuple[Block, ...]:
        label = self._measures.label
        word = self._set(self._words.tr("Me too"), Style(label, LIGHT.ink))
        count = self._set(str(votes), Style(label * COUNT_SIZE, LIGHT.ink, bold=True))
        return word, count

    def _width_of_corner(self) -> float:
        if not self._corner:
            return 0.0
        wide = sum(block.width for block in self._corner) + self._between
        return max(self._width * CORNER_SHARE, wide + 2 * self._measures.gap(PADDING))

    def _set(self, text: str, style: Style, measure: float = UNBOUNDED) -> Block:
        block = set_text(
            text,
            style,
            measure,
            language=self._words.language,
            right_to_left=self._words.is_right_to_left,
        )
        return block if measure != UNBOUNDED else _shrunk(block)

    def _dots(self, x: float, y: float, to_x: float, to_y: float) -> Stroke:
        step = self._measures.gap(DOT_STEP)
        return Stroke(segment(x, y, to_x, to_y), LIGHT.dots, step / 3, (0.001, step))


def _shrunk(block: Block) -> Block:
    """With the measure of its one line, so that it can stand anywhere."""
    return Block(block.lines, block.width, block.width, block.height, block.has_broken_word)
