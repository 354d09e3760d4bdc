"""The QR poster: asks for ideas from two metres away, and says what happens with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtGui import QPainter, QPainterPath

from app import qr
from app.dates import month_in_words
from app.domain.errors import InvalidInput
from app.domain.notices import PaperSize
from app.domain.placements import Placement
from app.domain.shop import Shop
from app.domain.translation import mark
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.page import Align, Page, PageMeasures, page_measures
from ui.paper.paragraph import Span, Style
from ui.paper.pdf import draw_pdf
from ui.paper.picture import paint_sheet
from ui.paper.setting import Block, set_text
from ui.paper.sheets import Sheet, Stroke, Thing, Words, mm

# One line for those who read another language; each shop's own is left out.
INVITATIONS = {
    "pl": "Masz pomysł?",
    "es": "¿Tienes una idea?",
    "ar": "هل لديك فكرة؟",
    "ja": "アイデアをどうぞ",
    "fr": "Une idée ?",
    "de": "Eine Idee?",
    "pt": "Tem uma ideia?",
    "it": "Hai un'idea?",
    "tr": "Bir fikrin var mı?",
    "hi": "कोई सुझाव है?",
    "zh": "有好主意吗？",
    "en": "Got an idea?",
}
GUESTS = ("pl", "es", "ar", "ja")


@dataclass(frozen=True, kw_only=True, slots=True)
class PosterContent:
    """What the poster of one placement shows. `guests` are the languages of the line for others, `logo` is a
    PNG file, empty = the teacup."""

    shop_name: str
    colour: str
    owner: str
    promise_days: int
    address: str
    placement_label: str
    number: int | None
    since: date
    language: str
    headline: str = ""
    guests: tuple[str, ...] = GUESTS
    logo: bytes = b""


def poster_content(shop: Shop, placement: Placement, address: str, logo: bytes = b"") -> PosterContent:
    """The poster of `placement`; its code opens `address`. `logo` is the PNG file of the shop's."""
    return PosterContent(
        shop_name=shop.name,
        colour=shop.colour,
        owner=shop.owner,
        promise_days=shop.promise_days,
        address=address,
        placement_label=placement.label,
        number=None,
        since=shop.local_date(placement.created_at),
        language=shop.language,
        logo=logo,
    )


def draw_poster(content: PosterContent, size: PaperSize, words: Catalogue) -> bytes:
    """The poster as a PDF of one page; the same content gives the same bytes."""
    title = ", ".join((_headline(content, words), content.shop_name, content.placement_label))
    return draw_pdf([poster_sheet(content, size, words)], title=title, language=content.language)


def paint_poster(painter: QPainter, content: PosterContent, size: PaperSize, words: Catalogue) -> None:
    """Paint the poster, one unit a point."""
    paint_sheet(painter, poster_sheet(content, size, words))


def poster_sheet(content: PosterContent, size: PaperSize, words: Catalogue) -> Sheet:
    """The poster laid out. It belongs to the thread that made it.

    Raises InvalidInput on field `address` when there is none, or when no code is large enough for it.
    """
    if not content.address:
        raise InvalidInput("address", mark("Please choose the address that phones shall open first."))
    return _Poster(content, poster_measures(size), words).sheet()


def poster_measures(size: PaperSize) -> PageMeasures:
    """The notice's measures with a poster's margins and code."""
    scales = {
        PaperSize.A4: 1.0,
        PaperSize.LETTER: 1.0,
        PaperSize.A5: 0.705,
        PaperSize.HALF_LETTER: 0.665,
        PaperSize.A6: 0.5,
    }
    scale, measures = scales[size], page_measures(size)
    return replace(
        measures,
        scale=scale,
        leading=mm(22.2 * scale),
        trailing=mm(18 * scale),
        top=mm(18.2 * scale),
        label=16 * scale,
        small=max(12 * scale, 7),
        bottom=min(measures.bottom, mm(20 * scale)),
        code=mm(92 * scale),
    )


class _Poster:
    """Sets the parts of one poster: the code and all below it stand on the foot, the headline between."""

    def __init__(self, content: PosterContent, measures: PageMeasures, words: Catalogue) -> None:
        self._content = content
        self._measures = measures
        self._words = words
        self._page = Page(measures, words)
        self._code = qr.matrix(content.address)
        brick = in_colour_of(content.colour, LIGHT).brick
        self._header = self._page.header(content.shop_name, brick, content.logo)
        self._code_top = self._page.bottom - measures.gap(58.8) - measures.code

    def sheet(self) -> Sheet:
        things: list[Thing] = [
            *self._header.things,
            *self._headline(),
            self._page.code(self._code, 0.0, self._code_top),
            *self._promises(),
            *self._guests(),
            *self._foot(),
        ]
        return self._page.sheet(things)

    def _headline(self) -> Sequence[Thing]:
        """Between head and code, a little above the middle: that is where eyes look for it."""
        style = Style(92 * self._measures.scale, LIGHT.ink, bold=True, leading=0.98, tracking=-2.5)
        room = self._code_top - self._header.bottom - self._measures.gap(14)
        block = self._page.fitting(_headline(self._content, self._words), style, self._page.measure, room)
        middle = (self._header.bottom + self._code_top) / 2 - self._measures.gap(2.5)
        return self._page.block(block, 0.0, middle - block.height / 2, Align.START)

    def _promises(self) -> Sequence[Thing]:
        """Beside the code: what to do, and what becomes of it."""
        measures, words, content = self._measures, self._words, self._content
        inset = measures.code + max(measures.gap(15), self._page.quiet(self._code))
        width = self._page.measure - inset
        steps = words.tr("Scan.\nWrite.\nSee what becomes of it.")
        style = Style(26 * measures.scale, LIGHT.ink, bold=True, leading=1.2, tracking=-1.0)
        upper = self._page.fitting(steps, style, width, measures.code * 0.62)
        soft = Style(measures.label, LIGHT.ink_soft, leading=1.34)
        lower = self._page.fitting(_promise(content, words), soft, width, measures.code * 0.34)
        # Capitals line up with the upper edge of the code.
        top = self._code_top - upper.lines[0].cap_top
        below = self._code_top + upper.height + measures.gap(7)
        return [
            *self._page.block(upper, inset, top, Align.START),
            *self._page.block(lower, inset, below, Align.START),
        ]

    def _guests(self) -> Sequence[Thing]:
        """The invitation in other languages, spread over the measure."""
        own = self._content.language.split("-")[0]
        texts = [INVITATIONS[language] for language in self._content.guests if language != own]
        blocks, free = self._side_by_side(texts)
        gap = free / (len(blocks) - 1) if len(blocks) > 1 else 0.0
        baseline = self._page.bottom - self._measures.gap(34.8)
        inset = 0.0
        things: list[Thing] = []
        for block in blocks:
            line = block.lines[0].line
            things.append(Words(line, self._page.start(inset, block.width), baseline))
            inset += block.width + gap
        return things

    def _side_by_side(self, texts: Sequence[str]) -> tuple[list[Block], float]:
        """The texts on one line, a little smaller or fewer if need be, and the room that is left."""
        for count in range(len(texts), 0, -1):
            for share in (1.0, 0.94, 0.88):
                style = Style(self._measures.label * share, LIGHT.ink)
                blocks = [set_text(text, style, self._page.measure, language="") for text in texts[:count]]
                free = self._page.measure - sum(block.width for block in blocks)
                if free >= self._measures.gap(5) * (count - 1):
                    return blocks, free
        return [], 0.0

    def _foot(self) -> Sequence[Thing]:
        measures, words = self._measures, self._words
        rule = QPainterPath()
        y = self._page.bottom - measures.gap(19.9)
        rule.moveTo(self._page.left, y)
        rule.lineTo(self._page.left + self._page.measure, y)
        text, spans = self._other_ways()
        style, soft = Style(measures.label, LIGHT.ink), Style(measures.small, LIGHT.ink_soft, leading=1.45)
        room = measures.gap(17.5)
        left = self._page.fitting(text, style, self._page.measure * 0.66, room, spans)
        facts = self._page.fitting(_facts(self._content, words), soft, self._page.measure * 0.31, room)
        inset = self._page.measure - facts.measure
        return [
            Stroke(rule, LIGHT.ink, 0.8, round_ends=False),
            *self._page.block(left, 0.0, self._page.bottom - left.lines[-1].baseline, Align.START),
            *self._page.block(facts, inset, self._page.bottom - facts.lines[-1].baseline, Align.END),
        ]

    def _other_ways(self) -> tuple[str, list[Span]]:
        by_mouth = self._words.tr("Or tell us at the counter. We write it down.")
        host = _typed(self._content.address)
        if not host:
            return by_mouth, []
        before, _, after = self._words.tr("Or type %(address)s", address="\0").partition("\0")
        spans = [Span(len(before), len(before) + len(host), True, LIGHT.ink)]
        return f"{before}{host}{after}\n{by_mouth}", spans


def _headline(content: PosterContent, words: Catalogue) -> str:
    return content.headline or words.tr("Got an\nidea for us?")


def _promise(content: PosterContent, words: Catalogue) -> str:
    lead = words.tr("No app, no account.")
    if content.owner:
        promise = words.trn(
            "%(owner)s answers within %(count)s open day, here on the wall.",
            "%(owner)s answers within %(count)s open days, here on the wall.",
            content.promise_days,
            owner=content.owner,
        )
    else:
        promise = words.trn(
            "We answer within %(count)s open day, here on the wall.",
            "We answer within %(count)s open days, here on the wall.",
            content.promise_days,
        )
    return f"{lead} {promise}"


def _facts(content: PosterContent, words: Catalogue) -> str:
    """For whoever keeps the wall: which poster this is and since when it hangs."""
    month = month_in_words(content.since, words.language)
    place = content.placement_label
    if content.number is not None:
        place = words.tr("Poster %(number)s, %(place)s", number=content.number, place=place)
    return f"{place}\n" + words.tr("since %(month)s", month=month)


def _typed(address: str) -> str:
    """What somebody without a camera types: the host, which leads to the board."""
    scheme, found, rest = address.partition("://")
    return rest.split("/")[0] if found and scheme.lower() in {"http", "https"} else ""
