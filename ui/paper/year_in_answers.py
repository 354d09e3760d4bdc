"""The year in answers: a booklet of small pages, to be read on a screen or printed, folded and laid out.

The cover with its figures, what is in it, the answers month by month, the storms, what was declined and why,
thanks to everybody by name, and the way to say more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.dates import month_name
from app.domain.gathered import Told, Year
from app.domain.notices import Design, PaperSize
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import dress
from ui.paper.document import Document
from ui.paper.imposing import FOLDED, booklet
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.sheets import Fill, Sheet, Thing, mm, rectangle
from ui.paper.year_cover import Covers
from ui.paper.year_entries import Chapter, Entries
from ui.paper.year_flow import Laid, on_pages, stacked

# The pages of a booklet are half of the paper that it is printed on.
PAGES = {
    PaperSize.A4: PaperSize.A5,
    PaperSize.LETTER: PaperSize.HALF_LETTER,
    PaperSize.A5: PaperSize.A5,
    PaperSize.HALF_LETTER: PaperSize.HALF_LETTER,
}
SIDES_MM, FOOT_MM = 16.0, 13.0
PAGE_NUMBER = 9.0
PAGES_BEFORE = 2
TO_A_SHEET = 4


def year_pages(content: Year, size: PaperSize, words: Catalogue, design: Design) -> Document:
    """One page after the other, to be read. `size` is that of a page, or of a sheet of two pages."""
    return _document(content, words, lambda: _Booklet(content, PAGES[size], words, design).pages())


def year_booklet(content: Year, size: PaperSize, words: Catalogue, design: Design) -> Document:
    """The same pages two by two on both sides of papers, to be folded in the middle; `size` as there."""

    def lay_out() -> Sequence[Sheet]:
        page = PAGES[size]
        pages = _Booklet(content, page, words, design).pages(whole_sheets=True)
        return booklet(pages, FOLDED[page], right_to_left=words.is_right_to_left)

    return _document(content, words, lay_out)


def _document(content: Year, words: Catalogue, lay_out: Callable[[], Sequence[Sheet]]) -> Document:
    answers = [text for told in content.answers for text in told.texts]
    storms = [text for told in content.storms for text in told.texts]
    heading = words.tr("The year in answers")
    return Document(
        title=", ".join((f"{heading} {content.year}", content.on.shop_name)),
        language=content.on.language,
        texts=(content.on.shop_name, *answers, *storms, *content.names),
        lay_out=lay_out,
        author=content.on.shop_name,
    )


class _Booklet:
    def __init__(self, content: Year, size: PaperSize, words: Catalogue, design: Design) -> None:
        measures = page_measures(size)
        self._measures = replace(measures, leading=mm(SIDES_MM), trailing=mm(SIDES_MM))
        self._content = content
        self._words = words
        self._dress = dress(design, content.on.shop_colour, f"{content.year % 16:x}")
        self._page = Page(self._measures, words)
        self._covers = Covers(content, self._page, self._measures, self._dress, words)
        self._entries = Entries(self._page, self._measures, self._dress, words, content.on.printed_on)

    def pages(self, *, whole_sheets: bool = False) -> list[Sheet]:
        """With `whole_sheets` there are so many that a folded booklet has none missing: blank ones stand
        before the last."""
        inner, contents = self._inner()
        pages = [self._covers.front(), self._covers.contents(contents), *inner]
        blank = -(len(pages) + 1) % TO_A_SHEET if whole_sheets else 0
        return [*pages, *[self._page.sheet(())] * blank, self._covers.back()]

    def _inner(self) -> tuple[list[Sheet], list[tuple[str, int]]]:
        chapters = self._chapters()
        flow: list[Laid] = []
        begins: list[int] = []
        for chapter in chapters:
            begins.append(len(flow))
            flow += chapter.flow
        top = self._measures.top
        cut = on_pages(flow, self._page.bottom - mm(FOOT_MM - 6) - top)
        sheets = [self._sheet(page, number) for number, page in enumerate(cut, PAGES_BEFORE + 1)]
        return sheets, [
            (chapter.title, _page_of(begin, cut)) for chapter, begin in zip(chapters, begins, strict=True)
        ]

    def _chapters(self) -> list[Chapter]:
        year, tr, entries = self._content, self._words.tr, self._entries
        chapters = [
            self._answers(month_name(month, self._words.language), told) for month, told in year.months
        ]
        if year.storms:
            storms = [
                laid
                for place, told in enumerate(year.storms)
                for laid in entries.storm(told, is_first=not place)
            ]
            chapters.append(self._chapter(tr("Our storms"), storms))
        if year.declined:
            chapters.append(self._answers(tr("Not now, and why"), year.declined))
        return [*chapters, self._chapter(tr("Thank you"), entries.names(year.names))]

    def _answers(self, title: str, told: Sequence[Told]) -> Chapter:
        answers = [
            laid for place, each in enumerate(told) for laid in self._entries.answer(each, is_first=not place)
        ]
        return self._chapter(title, answers)

    def _chapter(self, title: str, flow: Sequence[Laid]) -> Chapter:
        return Chapter(title, [*self._entries.heading(title), *flow])

    def _sheet(self, page: Sequence[Laid], number: int) -> Sheet:
        things = stacked(page, self._measures.top, note=self._note, spine=self._spine)
        return self._page.sheet([*things, *self._page_number(number)])

    def _note(self, top: float, height: float, colour: str) -> Fill:
        return Fill(rectangle(self._page.left, top, self._page.measure, height), colour)

    def _spine(self, top: float, height: float, _colour: str) -> Fill:
        width = self._measures.spine
        return Fill(rectangle(self._page.start(0.0, width), top, width, height), self._dress.accent)

    def _page_number(self, number: int) -> Sequence[Thing]:
        """On the outer side of the open booklet."""
        style = Style(PAGE_NUMBER, LIGHT.ink_soft)
        block = self._page.fitting(str(number), style, self._page.measure, PAGE_NUMBER * 2)
        outer = Align.END if number % 2 else Align.START
        return self._page.block(block, 0.0, self._page.bottom - block.height, outer)


def _page_of(index: int, cut: Sequence[Sequence[Laid]]) -> int:
    """The number of the page on which the piece of that index stands."""
    for number, page in enumerate(cut, PAGES_BEFORE + 1):
        if index < len(page):
            return number
        index -= len(page)
    return PAGES_BEFORE + len(cut)
