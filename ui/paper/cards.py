"""Cards of postcard size, several on a sheet to be cut: thank-you cards, blank cards and claim slips.

Each has a part to read or write on, and under a dotted line a strip with its code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import qr
from app.dates import short_day
from app.domain.claim_codes import spaced
from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.paper_cards import PaperCard
from app.domain.shop import Shop
from app.domain.thanks import ThankCard
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.pdf import draw_pdf
from ui.paper.quoting import quoted
from ui.paper.sheets import Sheet, Stroke, Thing, all_moved, mm, segment, sheet_size

CARD = PaperSize.A6
QUOTED_LETTERS = 120
WRITING_LINES = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class CardContent:
    """`code` is shown in threes; `address` becomes a QR code, empty for none. With `name_line` the upper part
    is for writing, and that is what stands under its last line. `logo` is a PNG file, empty = the teacup."""

    shop_name: str
    colour: str
    language: str
    headline: str
    body: str = ""
    name_line: str = ""
    corner: str = ""
    lead: str
    code: str
    note: str
    address: str = ""
    logo: bytes = b""


def thank_card(
    shop: Shop,
    card: ThankCard,
    idea: Idea | None,
    words: Catalogue,
    *,
    name: str | None = None,
    logo: bytes = b"",
) -> CardContent:
    """For whoever gave us the idea, or under `name` a voice to it; to be redeemed at the till."""
    if name is None:
        name = idea.name if idea else ""
    good_until = f"{short_day(card.good_until, words.language)} {card.good_until.year}"
    return _of_shop(
        shop,
        logo,
        headline=words.tr("Thank you, %(name)s.", name=name) if name else words.tr("Thank you."),
        body="\n".join((words.tr("You said:"), quoted(idea.text, QUOTED_LETTERS, words))) if idea else "",
        lead=words.tr("Good for: %(what)s", what=card.worth),
        code=card.code,
        note=words.tr("Once, at the till, until %(day)s.", day=good_until),
    )


def blank_card(
    shop: Shop, card: PaperCard, address: str, words: Catalogue, *, logo: bytes = b""
) -> CardContent:
    """To be written on; the strip is torn off and kept by who wrote it."""
    return _of_shop(
        shop,
        logo,
        headline=words.tr("What could be better here?"),
        name_line=words.tr("Your first name, if you like"),
        corner=words.tr("Card %(number)s", number=card.number),
        lead=words.tr("Keep this strip. Here you read the answer:"),
        code=card.claim_code,
        note=words.tr("Card %(number)s", number=card.number),
        address=claim_address(address, card.claim_code),
    )


def claim_slip(shop: Shop, idea: Idea, address: str, words: Catalogue, *, logo: bytes = b"") -> CardContent:
    """For whoever told us an idea at the counter."""
    return _of_shop(
        shop,
        logo,
        headline=words.tr("Your idea is with us."),
        body=quoted(idea.text, QUOTED_LETTERS, words),
        lead=words.tr("Keep this strip. Here you read the answer:"),
        code=idea.claim_code,
        note="",
        address=claim_address(address, idea.claim_code),
    )


def claim_address(base: str, claim_code: str) -> str:
    """Where the code on the strip leads; empty when there is no address."""
    return f"{base.rstrip('/')}/c/{claim_code}" if base else ""


def draw_cards(contents: Sequence[CardContent], size: PaperSize, words: Catalogue) -> bytes:
    """At least one card, as a PDF; as many on each sheet as it holds."""
    sheets = card_sheets(contents, size, words)
    title = f"{contents[0].headline} {contents[0].shop_name}"
    return draw_pdf(sheets, title=title, language=contents[0].language)


def card_sheets(contents: Sequence[CardContent], size: PaperSize, words: Catalogue) -> list[Sheet]:
    cards = [_Card(content, words).sheet() for content in contents]
    width, height = sheet_size(size)
    across, down = int(width // cards[0].width) or 1, int(height // cards[0].height) or 1
    if across * down == 1:
        return cards
    return [
        _several(cards[start : start + across * down], size, across)
        for start in _starts(cards, across * down)
    ]


def _starts(cards: Sequence[Sheet], each: int) -> range:
    return range(0, len(cards), each)


def _several(cards: Sequence[Sheet], size: PaperSize, across: int) -> Sheet:
    """Side by side from the upper left corner, with hairlines to cut along."""
    width, height = sheet_size(size)
    card = cards[0]
    things: list[Thing] = []
    for place, each in enumerate(cards):
        x, y = place % across * card.width, place // across * card.height
        things += all_moved(each.things, x, y)
    for column in range(1, across):
        things.append(_line(column * card.width, 0.0, column * card.width, height, LIGHT.dots))
    for row in range(1, int(height // card.height) + 1):
        if row * card.height < height - mm(3):
            things.append(_line(0.0, row * card.height, width, row * card.height, LIGHT.dots))
    return Sheet(width, height, tuple(things))


class _Card:
    """Sets one card: the strip stands on the foot, the rest above it."""

    def __init__(self, content: CardContent, words: Catalogue) -> None:
        self._content = content
        self._measures = page_measures(CARD)
        self._page = Page(self._measures, words)
        self._code = qr.matrix(content.address) if content.address else None
        self._header = self._page.header(
            content.shop_name, in_colour_of(content.colour, LIGHT).brick, content.logo
        )
        self._strip_top = self._page.bottom - self._measures.code
        self._tear = self._strip_top - mm(5)

    def sheet(self) -> Sheet:
        return self._page.sheet([*self._header.things, *self._upper(), *self._tear_line(), *self._strip()])

    def _upper(self) -> Sequence[Thing]:
        top = self._header.bottom + mm(6)
        style = Style(24, LIGHT.ink, bold=True, leading=1.1, tracking=-1.0)
        headline = self._page.fitting(self._content.headline, style, self._page.measure, mm(30))
        things: list[Thing] = list(self._page.block(headline, 0.0, top, Align.START))
        below = top + headline.height + mm(4)
        if self._content.name_line:
            return [*things, *self._writing(below)]
        room = self._tear - below - mm(4)
        small = Style(13, LIGHT.ink, leading=1.35)
        body = self._page.fitting(self._content.body, small, self._page.measure, room)
        return [*things, *self._page.block(body, 0.0, below, Align.START)]

    def _writing(self, top: float) -> Sequence[Thing]:
        """Lines to write on, the last for a name; the number stands beside it, for whoever types it in."""
        last = self._tear - mm(10)
        pitch = (last - top) / (WRITING_LINES + 1)
        left, right = self._page.left, self._page.left + self._page.measure
        ys = [top + pitch * number for number in range(1, WRITING_LINES + 1)]
        things: list[Thing] = [_line(left, y, right, y, LIGHT.line) for y in ys]
        things.append(_line(left, last, left + self._page.measure, last, LIGHT.line))
        small = Style(self._measures.small, LIGHT.ink_soft)
        half = self._page.measure * 0.66
        name = self._page.fitting(self._content.name_line, small, half, mm(5))
        bold = Style(self._measures.label, LIGHT.ink, bold=True)
        corner = self._page.fitting(self._content.corner, bold, self._page.measure * 0.32, mm(6))
        things += self._page.block(name, 0.0, last + mm(1), Align.START)
        things += self._page.block(corner, self._page.measure - corner.measure, last + mm(1), Align.END)
        return things

    def _tear_line(self) -> Sequence[Thing]:
        return [Stroke(segment(0.0, self._tear, self._page.width, self._tear), LIGHT.dots, 1.5, (0.0, 4.5))]

    def _strip(self) -> Sequence[Thing]:
        things: list[Thing] = []
        inset = 0.0
        if self._code is not None:
            things.append(self._page.code(self._code, 0.0, self._strip_top))
            inset = self._measures.code + self._page.quiet(self._code)
        width, y = self._page.measure - inset, self._strip_top
        content, small = self._content, Style(self._measures.small, LIGHT.ink_soft, leading=1.3)
        # Beside a code there is less room, and less to say.
        size = self._measures.label if self._code else 14
        lead = Style(size, LIGHT.ink, bold=self._code is None, leading=1.25)
        code = Style(19, LIGHT.ink, bold=True, tracking=1.0)
        parts = (
            (content.lead, lead, mm(9)),
            (spaced(content.code), code, mm(9)),
            (content.note, small, mm(6)),
        )
        for text, style, room in parts:
            if text:
                block = self._page.fitting(text, style, width, room)
                things += self._page.block(block, inset, y, Align.START)
                y += block.height + mm(0.6)
        return things


def _line(x: float, y: float, to_x: float, to_y: float, colour: str) -> Stroke:
    return Stroke(segment(x, y, to_x, to_y), colour, 0.6, round_ends=False)


def _of_shop(
    shop: Shop,
    logo: bytes,
    *,
    headline: str,
    lead: str,
    code: str,
    note: str,
    body: str = "",
    name_line: str = "",
    corner: str = "",
    address: str = "",
) -> CardContent:
    return CardContent(
        shop_name=shop.name,
        colour=shop.colour,
        language=shop.language,
        headline=headline,
        body=body,
        name_line=name_line,
        corner=corner,
        lead=lead,
        code=code,
        note=note,
        address=address,
        logo=logo,
    )
