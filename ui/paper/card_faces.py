"""One card in each of the three designs: where its parts stand, and what lies under them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.notices import Design
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.card_content import CardContent
from ui.paper.card_parts import CardParts
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, SLIP_TURN, dress, on_plates
from ui.paper.page import Align
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Fill, Role, Sheet, Stroke, Thing, Turned, mm, rectangle, segment

# Margins of a card: at its leading and trailing side, on top and below.
MARGINS = (mm(12), mm(9), mm(9), mm(9.1))
# A block's text keeps off its edge.
BLOCK_MARGINS = (mm(14.5), mm(14), mm(14), mm(9.1))
BLOCK_PADDING = mm(6.5)
BARE_PAPER = "#FFFFFF"


def card_face(content: CardContent, design: Design, box: tuple[float, float], words: Catalogue) -> Sheet:
    """`box` is how wide and high the card is, in points. Raises InvalidInput when no code is large enough."""
    kinds: Mapping[Design, Callable[..., _Face]] = {
        Design.PLAIN: _Plain,
        Design.WARM: _Warm,
        Design.BOLD: _Bold,
    }
    return kinds[design](content, design, box, words).sheet()


class _Face(ABC):
    """`parts` set what stands on the card; each design says where."""

    margins = MARGINS

    def __init__(
        self, content: CardContent, design: Design, box: tuple[float, float], words: Catalogue
    ) -> None:
        self.content = content
        self.words = words
        self.parts = CardParts(content, words, box, self.margins)
        self.page = self.parts.page
        self.dress = dress(design, content.colour, content.seed)

    def sheet(self) -> Sheet:
        sheet = self.page.sheet([*self.upper(), *self.parts.strip()])
        return replace(sheet, names=(self.content.corner,)) if self.content.corner else sheet

    @abstractmethod
    def upper(self) -> Sequence[Thing]:
        """All above the strip."""

    def headline(self, size: float, colour: str, measure: float, room: float) -> Block:
        style = Style(size, colour, bold=True, leading=1.1, tracking=-1.0)
        return self.page.fitting(self.content.headline, style, measure, room, even=True)

    def said(self, size: float, colour: str, measure: float, *, bold: bool) -> Block | None:
        """What the shop says under the headline, or its name."""
        if not self.content.said:
            return None
        style = Style(size, colour, bold=bold, leading=1.3)
        return self.page.fitting(self.content.said, style, measure, mm(13))

    def voice(self, headline: Block, said: Block | None, inset: float, y: float) -> tuple[list[Thing], float]:
        """The headline and what stands under it, and how high they are together."""
        things: list[Thing] = [*self.page.block(headline, inset, y, Align.START, Role.TITLE)]
        height = headline.height
        if said is not None:
            height += mm(1.4)
            things += self.page.block(said, inset, y + height, Align.START)
            height += said.height
        return things, height

    def quoted(self, inset: float, top: float, bottom: float, size: float) -> Sequence[Thing]:
        """The label, and what they said with its marks, on bare paper; who said it below."""
        if not self.content.quote:
            return []
        measure = self.page.measure - inset
        label = self.page.fitting(
            self.words.tr("You said"), Style(self.parts.measures.label, LIGHT.ink_soft), measure, mm(6)
        )
        author = self.author(measure)
        y = top + label.height + mm(0.8)
        style = Style(size, LIGHT.ink, bold=True, leading=1.14, tracking=-1.5)
        left = bottom - y - (author.height + mm(1.5) if author else 0.0)
        quote = self.parts.quote(style, measure, left, marked=True)
        things = [*self.page.block(label, inset, top, Align.START), *self.parts.draw_quote(quote, inset, y)]
        if author:
            things += self.page.block(author, inset, y + quote.block.height + mm(1.5), Align.START)
        return things

    def author(self, measure: float) -> Block | None:
        if not self.content.author:
            return None
        style = Style(self.parts.measures.label, LIGHT.ink, bold=True)
        return self.page.fitting(self.content.author, style, measure, mm(6))

    def lines(self, top: float) -> Sequence[Thing]:
        """To write on bare paper."""
        measure, last = self.page.measure, self.parts.tear - mm(9.5)
        return [
            *self.parts.writing(0.0, top, last, measure, LIGHT.line),
            *self.parts.under_the_lines(0.0, last + mm(1), measure, LIGHT.ink_soft, LIGHT.ink),
        ]


class _Plain(_Face):
    """Ink on bare paper, and one spine of the shop's colour beside its voice."""

    def upper(self) -> Sequence[Thing]:
        header = self.parts.header(self.dress.accent)
        y = header.bottom + mm(7)
        if self.content.is_for_writing:
            headline = self.headline(25, LIGHT.ink, self.page.measure, mm(30))
            things, height = self.voice(headline, None, 0.0, y)
            return [*header.things, *things, *self.lines(y + height + mm(1))]
        indent = self.parts.measures.indent
        size = 23 if self.content.quote else 40
        headline = self.headline(size, LIGHT.ink, self.page.measure - indent, mm(48))
        said = self.said(13, self.dress.accent, self.page.measure - indent, bold=True)
        things, height = self.voice(headline, said, indent, y)
        width = self.parts.measures.spine
        spine = Fill(rectangle(self.page.start(0.0, width), y, width, height), self.dress.accent)
        quote = self.quoted(0.0, y + height + mm(6.5), self.parts.tear - mm(4), 22)
        return [*header.things, spine, *things, *quote]


class _Warm(_Face):
    """The kiosk's note with its strip, and over its foot the shop's white slip."""

    overhang, inside, strip = mm(2.5), mm(6), mm(10.5)

    def upper(self) -> Sequence[Thing]:
        header = self.parts.header(self.dress.accent)
        top, bottom = header.bottom + mm(5), self.parts.tear - mm(5)
        if self.content.is_for_writing:
            return [*header.things, *self._written_on(top, bottom)]
        if not self.content.quote:
            return [*header.things, *self._note_of_thanks(top, bottom)]
        slip, height = self._slip(bottom)
        return [*header.things, self._note(top, bottom - height + mm(3.5)), slip]

    @property
    def _width(self) -> float:
        return self.page.measure + self.overhang

    def _written_on(self, top: float, bottom: float) -> Sequence[Thing]:
        headline = self.headline(24, LIGHT.ink, self.page.measure, mm(26))
        things, height = self.voice(headline, None, 0.0, top + mm(1))
        above = top + height + mm(6)
        width, foot = self._width - 2 * self.inside, bottom - self.strip
        inset = self.inside - self.overhang
        note = [
            *self._paper(above, bottom),
            *self.parts.writing(inset, above + mm(2), foot - mm(3), width, LIGHT.line),
            *self.parts.under_the_lines(inset, foot + mm(2.2), width, LIGHT.ink_soft, LIGHT.ink),
        ]
        return [*things, self._turned(note, NOTE_TURN, above, bottom)]

    def _note_of_thanks(self, top: float, bottom: float) -> Sequence[Thing]:
        """Nothing to quote any more: the note carries the thanks themselves."""
        inset, measure = self.inside - self.overhang, self._width - 2 * self.inside
        headline = self.headline(40, self.dress.on_note, measure, (bottom - top) / 2)
        said = self.said(13, self.dress.accent, measure, bold=True)
        things, _ = self.voice(headline, said, inset, top + mm(9))
        paper = rectangle(self.page.start(-self.overhang, self._width), top, self._width, bottom - top)
        return [self._turned([Fill(paper, self.dress.note), *things], NOTE_TURN, top, bottom)]

    def _note(self, top: float, bottom: float) -> Turned:
        """What they said, and on the strip who said it."""
        inset, measure = self.inside - self.overhang, self._width - 2 * self.inside
        # The slip covers the foot of a note; a strip without a name on it says nothing.
        foot = bottom - (self.strip if self.content.author else mm(3.5))
        style = Style(23, self.dress.on_note, leading=1.25, tracking=-0.5)
        quote = self.parts.quote(style, measure, foot - top - mm(9), marked=False)
        author = self.author(measure)
        paper = self._paper(top, bottom)
        things = [*(paper if author else paper[:1]), *self.parts.draw_quote(quote, inset, top + mm(5))]
        if author:
            things += self.page.block(author, inset, foot + mm(1.4), Align.START)
        return self._turned(things, NOTE_TURN, top, bottom)

    def _paper(self, top: float, bottom: float) -> list[Thing]:
        """The note itself, with the dotted line over its tear-off strip."""
        left = self.page.start(-self.overhang, self._width)
        foot = bottom - self.strip
        dots = segment(left + 1.0, foot, left + self._width - 1.0, foot)
        return [
            Fill(rectangle(left, top, self._width, bottom - top), self.dress.note),
            Stroke(dots, LIGHT.dots, 1.1, (0.0, 3.3)),
        ]

    def _slip(self, bottom: float) -> tuple[Turned, float]:
        """The shop's voice beside its spine, overhanging the note at the outer side."""
        inset, spine = mm(4), self.parts.measures.spine
        width = self.page.measure - inset + mm(1.5)
        measure, text_inset = width - spine - mm(9), inset + spine + mm(4.5)
        headline = self.headline(21, LIGHT.ink, measure, mm(22))
        said = self.said(12, self.dress.accent, measure, bold=True)
        _, inner = self.voice(headline, said, text_inset, 0.0)
        height = inner + mm(8)
        top = bottom - height
        things, _ = self.voice(headline, said, text_inset, top + mm(4))
        box = rectangle(self.page.start(inset, width), top, width, height)
        bar = rectangle(self.page.start(inset, spine), top, spine, height)
        paper: list[Thing] = [
            Fill(box, BARE_PAPER),
            Stroke(box, LIGHT.dots, 0.5, round_ends=False),
            Fill(bar, self.dress.accent),
        ]
        return self._turned([*paper, *things], SLIP_TURN, top, bottom), height

    def _turned(self, things: Sequence[Thing], degrees: float, top: float, bottom: float) -> Turned:
        """About its middle; the other way on pages that run from right to left."""
        turn = -degrees if self.words.is_right_to_left else degrees
        return Turned(tuple(things), turn, self.page.width / 2, (top + bottom) / 2)


class _Bold(_Face):
    """What the card says, paper white on a block of the shop's colour."""

    margins = BLOCK_MARGINS

    def upper(self) -> Sequence[Thing]:
        header = self.parts.header(self.dress.on_note, self.dress.on_note)
        y = header.bottom + BLOCK_PADDING
        stands_alone = not self.content.is_for_writing and not self.content.quote
        size = 42 if stands_alone else 29
        headline = self.headline(size, self.dress.on_note, self.page.measure, mm(48))
        said = self.said(13, self.dress.on_note_soft, self.page.measure, bold=True)
        things, height = self.voice(headline, said, 0.0, y)
        bottom = y + height + BLOCK_PADDING
        if stands_alone:
            bottom = max(bottom, self.parts.tear - mm(28))
        width = self.page.width - 2 * BLOCK_MARGIN
        block = Fill(rectangle(BLOCK_MARGIN, BLOCK_MARGIN, width, bottom - BLOCK_MARGIN), self.dress.note)
        return [block, *on_plates(header.things, mm(1.2)), *things, *self._below(bottom)]

    def _below(self, top: float) -> Sequence[Thing]:
        if self.content.is_for_writing:
            return self.lines(top + mm(1))
        return self.quoted(0.0, top + mm(5), self.parts.tear - mm(3.5), 19)
