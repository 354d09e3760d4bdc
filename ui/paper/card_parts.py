"""The parts of a card that all designs share, each set into the room it is given: head, quote, lines to
write on, and under a dotted line the strip with the code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import qr
from app.domain.claim_codes import spaced
from app.domain.notices import PaperSize
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.card_content import CardContent, what_the_code_opens
from ui.paper.page import Align, Header, Page, page_measures
from ui.paper.paragraph import Style, is_right_to_left
from ui.paper.setting import Block, PlacedLine, set_text
from ui.paper.sheets import Role, Stroke, Thing, mm, segment
from ui.shared.quotes import quotation_marks

# Lines to write on are about as far apart as a hand wants them.
PITCH = mm(9)
ABOVE_STRIP = mm(5)
SMALLEST_QUOTE = 0.5


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said; with a mark that hangs before its first line, if it has marks."""

    block: Block
    hung: PlacedLine | None = None


class CardParts:
    """Sets the parts of one card on a page of its own, `box` points wide and high; `margins` are those at its
    leading and trailing side, on top and below."""

    def __init__(
        self,
        content: CardContent,
        words: Catalogue,
        box: tuple[float, float],
        margins: tuple[float, float, float, float],
    ) -> None:
        leading, trailing, top, bottom = margins
        self.measures = replace(
            page_measures(PaperSize.A6), leading=leading, trailing=trailing, top=top, bottom=bottom
        )
        self.page = Page(self.measures, words, box)
        self._content = content
        self._words = words
        self._code = qr.matrix(content.address) if content.address else None
        self._strip_top = self.page.bottom - self.measures.code

    @property
    def tear(self) -> float:
        """Where the strip is torn off."""
        return self._strip_top - ABOVE_STRIP

    def header(self, colour: str, ink: str = LIGHT.ink) -> Header:
        return self.page.header(self._content.shop_name, colour, self._content.logo, ink=ink)

    def quote(self, style: Style, measure: float, room: float, *, marked: bool) -> Quote:
        """As large as it may be; what is too long even at half its size ends with an ellipsis."""
        text = self._content.quote
        if not marked:
            return Quote(self.page.fitting(text, style, measure, room, smallest=SMALLEST_QUOTE))
        from_right = is_right_to_left(text, self._words.is_right_to_left)
        opening, closing = quotation_marks(self._words.language, right_to_left=from_right)
        block = self.page.fitting(
            text, style, measure, room, smallest=SMALLEST_QUOTE, even=True, closing=closing
        )
        hung = set_text(
            opening,
            style.at(block.lines[0].line.size),
            mm(40),
            language=self._words.language,
            right_to_left=from_right,
        )
        return Quote(block, hung.lines[0])

    def draw_quote(self, quote: Quote, inset: float, y: float) -> Sequence[Thing]:
        things = self.page.block(quote.block, inset, y, Align.OWN, Role.QUOTE)
        if quote.hung is None:
            return things
        first = quote.block.lines[0]
        left = self.page.start(inset, quote.block.measure)
        x = left + quote.block.measure if first.line.is_right_to_left else left - quote.hung.line.width
        return [self.page.words(quote.hung, x, y + first.baseline, things[0].tag), *things]

    def writing(self, inset: float, top: float, bottom: float, width: float, colour: str) -> Sequence[Thing]:
        """Lines to write on, the last at `bottom`."""
        count = max(2, int((bottom - top) / PITCH))
        pitch = (bottom - top) / count
        left = self.page.start(inset, width)
        return [
            _line(left, top + pitch * number, left + width, top + pitch * number, colour)
            for number in range(1, count + 1)
        ]

    def under_the_lines(self, inset: float, y: float, width: float, soft: str, ink: str) -> Sequence[Thing]:
        """Where the name goes, and the number for whoever types the card in."""
        small = Style(self.measures.small, soft)
        name = self.page.fitting(self._content.name_line, small, width * 0.64, mm(5))
        bold = Style(self.measures.label, ink, bold=True)
        corner = self.page.fitting(self._content.corner, bold, width * 0.32, mm(6))
        # On one baseline, whatever their sizes.
        lower = y + max(0.0, corner.lines[0].baseline - name.lines[0].baseline)
        return [
            *self.page.block(name, inset, lower, Align.START),
            *self.page.block(corner, inset + width - corner.measure, y, Align.END),
        ]

    def strip(self) -> Sequence[Thing]:
        """The dotted line and what is kept or redeemed below it."""
        tear = segment(0.0, self.tear, self.page.width, self.tear)
        things: list[Thing] = [Stroke(tear, LIGHT.dots, 1.5, (0.0, 4.5))]
        inset, y = 0.0, self._strip_top
        if self._code is not None:
            code = self.page.code(self._code, 0.0, self._strip_top)
            things.append(replace(code, alternative=what_the_code_opens(self._content, self._words)))
            inset = self.measures.code + self.page.quiet(self._code)
        for text, style, room in self._strip_texts():
            if text:
                block = self.page.fitting(text, style, self.page.measure - inset, room, even=True)
                things += self.page.block(block, inset, y, Align.START)
                y += block.height + mm(0.6)
        return things

    def _strip_texts(self) -> Sequence[tuple[str, Style, float]]:
        """Beside a code there is less room, and less to say."""
        content, label = self._content, self.measures.label
        small = Style(self.measures.small, LIGHT.ink_soft, leading=1.3)
        if self._code is None:
            lead = Style(17, LIGHT.ink, bold=True, leading=1.15)
            code = Style(21, LIGHT.ink, bold=True, tracking=1.0)
        else:
            lead, code = Style(label, LIGHT.ink, leading=1.25), Style(19, LIGHT.ink, bold=True, tracking=1.0)
        return (
            (content.lead, lead, mm(9)),
            (spaced(content.code), code, mm(9.5)),
            (content.note, small, mm(5)),
        )


def _line(x: float, y: float, to_x: float, to_y: float, colour: str) -> Stroke:
    return Stroke(segment(x, y, to_x, to_y), colour, 0.6, round_ends=False)
