"""The QR poster: asks for ideas from two metres away, and says what happens with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import qr
from app.domain.code_sheets import CodeKind
from app.domain.notices import Design, PaperSize
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, Dress, dress
from ui.paper.document import Document
from ui.paper.page import WHITE, Align, Header, Page, PageMeasures, page_measures
from ui.paper.paragraph import Span, Style
from ui.paper.place_content import INVITATIONS, PlaceContent, asked, hangs_since, opens, promised, titled
from ui.paper.setting import Block, set_text
from ui.paper.sheets import Fill, Role, Sheet, Stroke, Tag, Thing, Turned, Words, mm, rectangle, segment

# How much more than its text a note takes: beside the page's edges, around the headline, and its foot.
NOTE_OVERHANG, NOTE_PADDING, NOTE_FOOT = 4.8, 9.0, 15.0
SCALES = {
    PaperSize.A4: 1.0,
    PaperSize.LETTER: 1.0,
    PaperSize.A5: 0.705,
    PaperSize.HALF_LETTER: 0.665,
    PaperSize.A6: 0.5,
}


def poster(
    content: PlaceContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> Document:
    """Raises InvalidInput on field `address` when there is none, or when no code is large enough for it."""
    content.check_address()
    return Document(
        title=titled(CodeKind.POSTER, content, words),
        language=content.language,
        texts=content.texts,
        author=content.shop_name,
        lay_out=lambda: [poster_sheet(content, size, words, design)],
    )


def poster_sheet(
    content: PlaceContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> Sheet:
    """The poster laid out. It belongs to the thread that made it."""
    return _Poster(content, poster_measures(size), words, dress(design, content.colour)).sheet()


def poster_measures(size: PaperSize) -> PageMeasures:
    """The notice's measures with a poster's margins and code."""
    scale, measures = SCALES[size], page_measures(size)
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


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the headline stands: from the leading edge of the page, and between two heights."""

    inset: float
    measure: float
    top: float
    bottom: float


class _Poster:
    """Sets the parts of one poster: the code and all below it stand on the foot, the headline between."""

    def __init__(self, content: PlaceContent, measures: PageMeasures, words: Catalogue, worn: Dress) -> None:
        self._content = content
        self._measures = measures
        self._words = words
        self._worn = worn
        self._page = Page(measures, words)
        self._code = qr.matrix(content.address)
        self._code_top = self._page.bottom - measures.gap(58.8) - measures.code
        self._header = self._set_header()

    def sheet(self) -> Sheet:
        upper = {Design.PLAIN: self._on_paper, Design.WARM: self._on_note, Design.BOLD: self._on_block}
        things: list[Thing] = [
            *upper[self._worn.design](),
            *self._promises(),
            self._page.code(self._code, 0.0, self._code_top, opens(self._content, self._words)),
            *self._guests(),
            *self._foot(),
        ]
        return self._page.sheet(things)

    def _set_header(self) -> Header:
        content, worn = self._content, self._worn
        if worn.design is Design.BOLD:
            return self._page.header(
                content.shop_name, worn.on_note, content.logo, ink=worn.on_note, plate=WHITE
            )
        return self._page.header(content.shop_name, worn.accent, content.logo)

    def _on_paper(self) -> Sequence[Thing]:
        return [*self._header.things, *self._headline(self._room(0.0, self._page.measure, 14))]

    def _on_note(self) -> Sequence[Thing]:
        """The headline on the kiosk's note, which says on its foot that nobody has to register."""
        gap, page = self._measures.gap, self._page
        wide = page.measure + 2 * gap(NOTE_OVERHANG)
        left = page.left - gap(NOTE_OVERHANG)
        top, bottom = self._header.bottom + gap(6), self._code_top - gap(15)
        tear, inset = bottom - gap(NOTE_FOOT), gap(NOTE_PADDING - NOTE_OVERHANG)
        measure = page.measure - 2 * inset
        style = Style(self._measures.label * 1.1, self._worn.on_note, bold=True)
        foot = page.fitting(self._words.tr("No app, no account."), style, measure, gap(NOTE_FOOT - 3))
        dots = Stroke(segment(left, tear, left + wide, tear), LIGHT.dots, gap(0.75), (0.001, gap(2)))
        things: tuple[Thing, ...] = (
            Fill(rectangle(left, top, wide, bottom - top), self._worn.note),
            *self._headline(_Room(inset, measure, top + gap(5), tear - gap(4))),
            dots,
            *page.block(foot, inset, (tear + bottom - foot.height) / 2, Align.START),
        )
        turn = -NOTE_TURN if self._words.is_right_to_left else NOTE_TURN
        return [*self._header.things, Turned(things, turn, page.width / 2, (top + bottom) / 2)]

    def _on_block(self) -> Sequence[Thing]:
        """Shop and headline in paper white on the shop's colour."""
        bottom = self._code_top - self._measures.gap(16)
        margin = BLOCK_MARGIN * max(self._measures.scale, 0.6)
        wide = self._page.width - 2 * margin
        room = self._room(0.0, self._page.measure, 25)
        return [
            Fill(rectangle(margin, margin, wide, bottom - margin), self._worn.note),
            *self._header.things,
            *self._headline(room),
        ]

    def _room(self, inset: float, measure: float, above_code: float) -> _Room:
        top = self._header.bottom + self._measures.gap(2)
        return _Room(inset, measure, top, self._code_top - self._measures.gap(above_code))

    def _headline(self, room: _Room) -> Sequence[Thing]:
        """A little above the middle: that is where eyes look for it."""
        size = 92 * self._measures.scale
        style = Style(size, self._worn.on_note, bold=True, leading=0.98, tracking=-2.5)
        text = asked(self._content, self._words)
        block = self._page.fitting(text, style, room.measure, room.bottom - room.top)
        middle = (room.top + room.bottom) / 2
        return self._page.block(block, room.inset, middle - block.height / 2, Align.START, Role.TITLE)

    def _promises(self) -> Sequence[Thing]:
        """Beside the code: what to do, and what becomes of it."""
        measures, words, content = self._measures, self._words, self._content
        inset = measures.code + max(measures.gap(15), self._page.quiet(self._code))
        width = self._page.measure - inset
        steps = words.tr("Scan.\nWrite.\nSee what becomes of it.")
        style = Style(26 * measures.scale, LIGHT.ink, bold=True, leading=1.2, tracking=-1.0)
        upper = self._page.fitting(steps, style, width, measures.code * 0.62)
        soft = Style(measures.label, LIGHT.ink_soft, leading=1.34)
        promise = promised(content, words)
        if self._worn.design is not Design.WARM:
            promise = " ".join((words.tr("No app, no account."), promise))
        lower = self._page.fitting(promise, soft, width, measures.code * 0.34)
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
        languages = [language for language in self._content.guests if language != own]
        blocks, free = self._side_by_side([INVITATIONS[language] for language in languages])
        gap = free / (len(blocks) - 1) if len(blocks) > 1 else 0.0
        baseline = self._page.bottom - self._measures.gap(34.8)
        inset = 0.0
        things: list[Thing] = []
        for block, language in zip(blocks, languages, strict=False):
            line, x = block.lines[0].line, self._page.start(inset, block.width)
            things.append(Words(line, x, baseline, Tag(language=language)))
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
        y = self._page.bottom - measures.gap(19.9)
        rule = segment(self._page.left, y, self._page.left + self._page.measure, y)
        text, spans = self._other_ways()
        style, soft = Style(measures.label, LIGHT.ink), Style(measures.small, LIGHT.ink_soft, leading=1.45)
        room = measures.gap(17.5)
        left = self._page.fitting(text, style, self._page.measure * 0.66, room, spans)
        facts = self._page.fitting(_facts(self._content, words), soft, self._page.measure * 0.31, room)
        inset = self._page.measure - facts.measure
        left_top = self._page.bottom - left.lines[-1].baseline
        facts_top = self._page.bottom - facts.lines[-1].baseline
        return [
            Stroke(rule, LIGHT.ink, 0.8, round_ends=False),
            *self._page.block(left, 0.0, left_top, Align.START),
            *self._page.block(facts, inset, facts_top, Align.END, Role.CAPTION),
        ]

    def _other_ways(self) -> tuple[str, list[Span]]:
        by_mouth = self._words.tr("Or tell us at the counter. We write it down.")
        host = self._content.typed_address
        if not host:
            return by_mouth, []
        before, _, after = self._words.tr("Or type %(address)s", address="\0").partition("\0")
        spans = [Span(len(before), len(before) + len(host), True, LIGHT.ink)]
        return f"{before}{host}{after}\n{by_mouth}", spans


def _facts(content: PlaceContent, words: Catalogue) -> str:
    """For whoever keeps the wall: which poster this is and since when it hangs."""
    place = content.placement_label
    if content.number is not None:
        place = words.tr("Poster %(number)s, %(place)s", number=content.number, place=place)
    return f"{place}\n{hangs_since(content, words)}"
