"""The long sheets of a storm, conclusion and proof: one flow under the head, on as few sheets as hold it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.notices import PaperSize
from app.theme import LIGHT
from ui.paper.flow import Piece, cut_into_sheets, height_of, keeping, with_gap
from ui.paper.flow_text import FlowText
from ui.paper.foot import Foot, FootFacts
from ui.paper.page import Align, Page
from ui.paper.paragraph import Style
from ui.paper.shapes import Stamp
from ui.paper.sheets import Role, Sheet, Thing
from ui.paper.storm_head import StormPage
from ui.paper.storm_numbers import BeforeAndAfter

# How large type is on a paper, by that on A4.
# A text beside numbers may be so many times as high as they are.
LONGEST_BESIDE = 1.8
# Of the padding of what the question lies on, so much more stays free below it.
BELOW = 0.4
SCALES = {
    PaperSize.A4: 1.0,
    PaperSize.LETTER: 1.0,
    PaperSize.A5: 0.72,
    PaperSize.HALF_LETTER: 0.68,
    PaperSize.A6: 0.56,
}


@dataclass(frozen=True, slots=True)
class Step:
    """Sizes that go together, in points on A4: the question, what the shop says, all else. `air` scales the
    room between the parts, `picture` is the height of a photo in millimetres."""

    question: float
    said: float
    body: float
    air: float = 1.0
    picture: float = 100.0

    def at(self, scale: float) -> Step:
        return replace(self, question=self.question * scale, said=self.said * scale, body=self.body * scale)


# Type gets smaller first, a photo only when it has to.
STEPS = (
    *(Step(50, 30, 18, 1.0, 110), Step(44, 27, 17, 1.0, 104), Step(40, 25, 16, 0.9, 98)),
    *(Step(36, 23, 15.5, 0.85, 94), Step(33, 21.5, 15, 0.75, 92), Step(30, 20, 14.5, 0.7, 90)),
    *(Step(27, 18.5, 14, 0.65, 86), Step(25, 17.5, 13.5, 0.6, 76), Step(24, 17, 13, 0.55, 64)),
    Step(22, 16, 12.5, 0.5, 50),
)
# What a sheet that is not full may grow to, the largest first.
PICTURES = (150.0, 135.0, 120.0, 108.0, 96.0, 86.0, 76.0, 66.0, 58.0)
AIRS = (1.25, 1.0, 0.85, 0.7)


class StormFlow:
    def __init__(self, page: StormPage, facts: FootFacts) -> None:
        words = page.words
        self.page = page
        self._foot = Foot(facts, page.measures, page.page, words)
        self._text = FlowText(
            page.page,
            page.measures,
            page.of.shop.language,
            page.brick,
            right_to_left=words.is_right_to_left,
        )
        self._head, lowest = page.head()
        self._top = lowest + page.measures.gap(9) + (0.0 if page.is_bold else page.padding)

    def sheets(self, make: Callable[[Step], list[Piece]]) -> list[Sheet]:
        """The largest step that needs one sheet, else the largest that needs no more than the smallest."""
        scale = SCALES[self.page.measures.size]
        cuts = []
        for step in STEPS:
            cuts.append(self._cut(make(step.at(scale))))
            if len(cuts[-1]) == 1:
                return [self._sheet(self._spread(make, step.at(scale)), 1, 1)]
        fewest = len(cuts[-1])
        best = next(cut for cut in cuts if len(cut) <= fewest)
        return [self._sheet(pieces, number, len(best)) for number, pieces in enumerate(best, 1)]

    def _spread(self, make: Callable[[Step], list[Piece]], step: Step) -> list[Piece]:
        """What fits on one sheet at `step`, and as much of the room left as photo and gaps can use."""
        larger = [replace(step, picture=picture) for picture in PICTURES if picture > step.picture]
        step = next((one for one in larger if self._is_enough(make(one))), step)
        airier = [replace(step, air=air) for air in AIRS if air > step.air]
        return make(next((one for one in airier if self._is_enough(make(one))), step))

    def _is_enough(self, pieces: list[Piece]) -> bool:
        return len(self._cut(pieces)) == 1

    def question(self, step: Step) -> list[Piece]:
        """What was asked, under its label."""
        worn, words, page = self.page.dress, self.page.words, self.page.page
        style = Style(step.question, worn.on_note, bold=True, leading=1.1, tracking=-2.0)
        block = self.page.box(
            self.page.of.storm.question, style, page.measure, step.question * 6, smallest=0.3, even=True
        )
        asked = self._text.set(words.tr("We asked"), Style(self.page.measures.label, worn.on_note_soft))
        label = self._text.line_pieces(asked, 0.0, Align.START)
        lines = self._text.line_pieces(block, 0.0, Align.START, Role.TITLE)
        pieces = [*label, *with_gap(lines, self._gap(2, step)), *self._padding()]
        return [replace(piece, keeps_next=True, on_note=True) for piece in pieces]

    def _padding(self) -> list[Piece]:
        """Below a question that lies on something: within that, and as much between it and what follows."""
        room = self.page.padding
        return [Piece(room * (1 + BELOW), lambda _y: ())] if room else []

    def labelled(self, label: str, text: str, step: Step, *, gap: float = 8) -> list[Piece]:
        """A text in the size of the body, nothing when it is empty."""
        if not text:
            return []
        style = Style(step.body, LIGHT.ink, leading=1.38)
        said = self._text.set(label, self._label_style(step))
        above = self._text.line_pieces(said, 0.0, Align.START, Role.HEADING)
        lines = self._text.line_pieces(self._text.set(text, style), 0.0, Align.OWN)
        return [*with_gap([keeping(piece) for piece in above], self._gap(gap, step)), *lines]

    def plain(self, text: str, step: Step, *, bold: bool = False, gap: float = 6) -> list[Piece]:
        if not text:
            return []
        style = Style(step.body, LIGHT.ink if bold else LIGHT.ink_soft, bold=bold, leading=1.38)
        return with_gap(
            self._text.line_pieces(self._text.set(text, style), 0.0, Align.OWN), self._gap(gap, step)
        )

    def said(self, label: str, text: str, step: Step, *, gap: float = 10) -> list[Piece]:
        """The shop's own words beside its spine, large."""
        style = Style(step.said, LIGHT.ink, leading=1.32)
        above = self._text.slip_pieces(label, self._label_style(step), Align.START, Role.HEADING)
        pieces = [*(keeping(piece) for piece in above), *self._text.slip_pieces(text, style)]
        pieces[0] = replace(pieces[0], may_begin=True)
        return with_gap(pieces, self._gap(gap, step))

    def beside_spine(self, label: str, text: str, step: Step) -> list[Piece]:
        """More of the shop's words, smaller; nothing when there are none."""
        if not text:
            return []
        soft = self._label_style(step)
        above = self._text.slip_pieces(label, soft, Align.START, Role.HEADING) if label else []
        style = Style(step.body * 1.1, LIGHT.ink, leading=1.36)
        pieces = [*(keeping(piece) for piece in above), *self._text.slip_pieces(text, style)]
        return with_gap(pieces, self._gap(3.5, step))

    def signature(self, name: str, step: Step, stamp: Stamp | None = None) -> list[Piece]:
        """Who says it, with the stamp on the outer side of the last line."""
        style = Style(step.said * 0.8, self.page.brick, bold=True)
        lines = self._text.slip_pieces(name, style, Align.START) if name else []
        if stamp:
            lines[-1:] = [_stamped(self.page.page, stamp, lines[-1] if lines else None)]
        return with_gap(lines, self._gap(3, step)) if lines else []

    def beside(self, numbers: BeforeAndAfter, label: str, text: str, step: Step) -> list[Piece]:
        """The numbers with a text on their outer side, or above it where it is too long to stand there."""
        page = self.page.page
        inset = numbers.width + self.page.measures.gap(9)
        soft, style = self._label_style(step), Style(step.body, LIGHT.ink, leading=1.38)
        above, block = (self._text.set(part, look, inset) for part, look in ((label, soft), (text, style)))
        height = above.height + block.height
        gap = self._gap(8, step)
        if height > numbers.height * LONGEST_BESIDE:
            piece = Piece(numbers.height, numbers.things, gap, keeps_next=True)
            return [piece, *self.labelled(label, text, step, gap=4)]

        def draw(y: float) -> Sequence[Thing]:
            return [
                *numbers.things(y),
                *page.block(above, inset, y, Align.START, Role.HEADING),
                *page.block(block, inset, y + above.height, Align.OWN),
            ]

        return [Piece(max(height, numbers.height), draw, gap)]

    def _label_style(self, step: Step) -> Style:
        return Style(step.body * 0.9, LIGHT.ink_soft, leading=1.35)

    def _gap(self, millimetres: float, step: Step) -> float:
        return self.page.measures.gap(millimetres * step.air)

    def _cut(self, pieces: list[Piece]) -> list[list[Piece]]:
        room = self.page.page.bottom - self._top
        rooms = (room - self._foot.room_before_others, room - self._foot.room_at_the_end)
        return cut_into_sheets(pieces, rooms, self._indent)

    @property
    def _indent(self) -> float:
        """How much lower a sheet begins whose block holds the head alone."""
        return self.page.padding if self.page.is_bold else 0.0

    def _sheet(self, pieces: Sequence[Piece], number: int, count: int) -> Sheet:
        upper = [piece for piece in pieces if piece.on_note]
        top = self._top + (self._indent if number > 1 else 0.0)
        things: list[Thing] = [*self._head]
        ground = self._top
        if upper:
            bottom = top + height_of(upper)
            ground = bottom - self.page.padding * BELOW
            question = self._text.stack(upper, top)
            things += self.page.on_note(question, top - self.page.padding, ground)
            top = bottom + pieces[len(upper)].gap if len(upper) < len(pieces) else bottom
        things += self._text.stack(pieces[len(upper) :], top)
        return self.page.sheet([*self.page.ground(ground), *things, *self._foot.things(number, count)])


def _stamped(page: Page, stamp: Stamp, line: Piece | None) -> Piece:
    """The line in the middle of the stamp's height."""
    x = page.start(page.measure - stamp.width, stamp.width)
    height = max(stamp.height, line.height if line else 0.0)

    def draw(y: float) -> Sequence[Thing]:
        beside = line.draw(y + (height - line.height) / 2) if line else ()
        return [*beside, *stamp.things(x, y + (height - stamp.height) / 2)]

    return Piece(height, draw, has_spine=True)
