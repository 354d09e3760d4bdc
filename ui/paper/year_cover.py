"""The outer pages of the year in answers: cover with figures, what is in it, and the way to say more."""

from __future__ import annotations

from collections.abc import Sequence

from babel.numbers import format_decimal

from app import qr
from app.dates import locale_of
from app.domain.gathered import SAY_MORE, Year
from app.domain.notices import Design
from app.qr import QUIET_MODULES
from app.theme import LIGHT, note_paper
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, Dress
from ui.paper.foot import numbered
from ui.paper.page import CODE_COLOUR, Align, Page, PageMeasures
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Code, Fill, Role, Sheet, Stroke, Thing, Turned, mm, rectangle, segment

# Points on A5.
TITLE, YEAR, FIGURE, LABEL, CONTENTS, ASKED = 24.0, 118.0, 34.0, 11.5, 12.5, 34.0
CODE_MM = 42.0
ROW_MM, FIGURE_MM = 9.0, 25.0
# The number of the sheet, for whoever keeps the wall.
NUMBER = 8.5


class Covers:
    def __init__(
        self, content: Year, page: Page, measures: PageMeasures, dress: Dress, words: Catalogue
    ) -> None:
        self._content = content
        self._page = page
        self._measures = measures
        self._dress = dress
        self._words = words

    def front(self) -> Sheet:
        """The shop, the year, and figures that can be counted in the booklet."""
        page, shop = self._page, self._content.on
        header = page.header(shop.shop_name, self._dress.accent, shop.logo)
        top = header.bottom + mm(20)
        title, year = self._title()
        room = mm(7)
        bottom = top + title.height + year.height + 2 * room
        texts = [
            *page.block(title, self._inset, top + room, Align.START, Role.TITLE),
            *page.block(year, self._inset, top + room + title.height, Align.START, Role.TITLE),
        ]
        figures = self._figures(bottom + mm(11))
        return page.sheet([*header.things, *self._under(texts, top, bottom), *figures])

    def contents(self, rows: Sequence[tuple[str, int]]) -> Sheet:
        """What is in it, by the page on which it begins."""
        page = self._page
        style = Style(TITLE, LIGHT.ink, bold=True, leading=1.15, tracking=-1.5)
        title = page.fitting(self._words.tr("In this booklet"), style, page.measure, TITLE * 1.5)
        top = self._measures.top
        things: list[Thing] = [*page.block(title, 0.0, top, Align.START, Role.HEADING)]
        y = top + title.height + mm(6)
        height = min(mm(ROW_MM), (page.bottom - y) / max(1, len(rows)))
        for name, number in rows:
            things += self._row(name, number, y, height)
            y += height
        return page.sheet(things)

    def back(self) -> Sheet:
        """The code that lets the reader say what comes next; without an address only the question."""
        page, tr = self._page, self._words.tr
        style = Style(ASKED, LIGHT.ink, bold=True, leading=1.12, tracking=-1.5)
        asked = page.fitting(tr("And what do you say next?"), style, page.measure, ASKED * 5, even=True)
        top = mm(34)
        things: list[Thing] = [*page.block(asked, 0.0, top, Align.START, Role.HEADING)]
        link = self._content.on.link(SAY_MORE)
        if link:
            things += self._code(link, top + asked.height + mm(12))
        return page.sheet([*things, *self._number()])

    def _code(self, link: str, top: float) -> Sequence[Thing]:
        page, tr = self._page, self._words.tr
        matrix, side = qr.matrix(link), mm(CODE_MM)
        said = tr("Opens the form for an idea on a phone: %(address)s", address=link)
        code = Code(matrix, page.start(0.0, side), top, side, CODE_COLOUR, said)
        below = top + side + (QUIET_MODULES + 1) * side / matrix.size
        style = Style(17, LIGHT.ink, leading=1.3)
        scan = page.fitting(tr("Scan and tell us."), style, page.measure, 17 * 3)
        small = Style(9.5, LIGHT.ink_soft, leading=1.3)
        # Typed by hand, it needs no number.
        address = page.fitting(link.partition("?")[0], small, page.measure, 9.5 * 4)
        return [
            code,
            *page.block(scan, 0.0, below, Align.START),
            *page.block(address, 0.0, below + scan.height + mm(1.5), Align.START),
        ]

    def _number(self) -> Sequence[Thing]:
        number = self._content.on.number
        if number is None:
            return ()
        block = self._page.fitting(
            numbered(number, self._words), Style(NUMBER, LIGHT.ink_soft), self._page.measure, NUMBER * 2
        )
        return self._page.block(block, 0.0, self._page.bottom - block.height, Align.END)

    def _row(self, name: str, number: int, y: float, height: float) -> list[Thing]:
        page, size = self._page, min(CONTENTS, height / 1.7)
        number_width = mm(16)
        style = Style(size, LIGHT.ink)
        said = page.fitting(name, style, page.measure - number_width, size * 1.6)
        told = page.fitting(str(number), style, number_width, size * 1.6)
        middle = y + height / 2
        hair = segment(page.left, y + height, page.left + page.measure, y + height)
        return [
            *page.block(said, 0.0, middle - said.height / 2, Align.START),
            *page.block(told, page.measure - number_width, middle - told.height / 2, Align.END),
            Stroke(hair, LIGHT.hair, mm(0.25), round_ends=False),
        ]

    @property
    def _inset(self) -> float:
        return mm(6) if self._dress.design is Design.WARM else 0.0

    def _title(self) -> tuple[Block, Block]:
        page, measure = self._page, self._page.measure - 2 * self._inset
        accent = self._dress.on_note if self._dress.design is Design.BOLD else self._dress.accent
        above = Style(TITLE, self._dress.on_note, bold=True, leading=1.2, tracking=-1.0)
        title = page.fitting(self._words.tr("The year in answers"), above, measure, TITLE * 2.6)
        style = Style(YEAR, accent, bold=True, leading=1.0, tracking=-3.0)
        return title, page.fitting(str(self._content.year), style, measure, YEAR * 1.2)

    def _under(self, texts: Sequence[Thing], top: float, bottom: float) -> Sequence[Thing]:
        """Title and year on bare paper, on a turned note, or on a block."""
        page = self._page
        if self._dress.is_plain:
            rule = segment(page.left, bottom, page.left + page.measure, bottom)
            return [*texts, Stroke(rule, LIGHT.ink, mm(0.5), round_ends=False)]
        if self._dress.design is Design.WARM:
            paper = note_paper(LIGHT, f"{self._content.year % 16:x}")
            note = Fill(rectangle(page.left, top, page.measure, bottom - top), paper)
            middle = (page.left + page.measure / 2, (top + bottom) / 2)
            return [Turned((note, *texts), NOTE_TURN * 2, *middle)]
        width = page.width - 2 * BLOCK_MARGIN
        return [Fill(rectangle(BLOCK_MARGIN, top, width, bottom - top), self._dress.note), *texts]

    def _figures(self, top: float) -> list[Thing]:
        """Two beside each other, at the foot of the page: a number, and what it counts."""
        page, gutter, counted = self._page, mm(6), self._counted()
        width = (page.measure - gutter) / 2
        things: list[Thing] = []
        top = max(top, page.bottom - -(-len(counted) // 2) * mm(FIGURE_MM))
        for place, (number, label) in enumerate(counted):
            inset, y = (place % 2) * (width + gutter), top + (place // 2) * mm(FIGURE_MM)
            said = format_decimal(number, locale=locale_of(self._words.language))
            style = Style(FIGURE, self._dress.accent, bold=True, leading=1.0, tracking=-1.0)
            large = page.fitting(said, style, width, FIGURE * 1.4)
            small = page.fitting(label, Style(LABEL, LIGHT.ink, leading=1.25), width, LABEL * 2.8)
            things += page.block(large, inset, y, Align.START)
            things += page.block(small, inset, y + large.height + mm(0.8), Align.START)
        return things

    def _counted(self) -> list[tuple[int, str]]:
        year, trn = self._content, self._words.trn
        told, done, storms = len(year.answers), year.done, len(year.storms)
        # For translators: each stands under a large number.
        counted = [
            (year.came, trn("idea came in", "ideas came in", year.came)),
            (told, trn("was answered", "were answered", told)),
            (done, trn("is done", "are done", done)),
            (storms, trn("storm was concluded", "storms were concluded", storms)),
        ]
        return [(number, label) for number, label in counted if number]
