"""What desk and commands ask of paper for sheets that tell several things; paper is imported late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.gathered import week_until
from app.domain.notices import Design, Notice, PaperSize, SheetKind
from app.words import Words

if TYPE_CHECKING:
    from app.domain.gathered import Week, Year, YouSaid
    from app.services.owner.gathering import Gathering
    from ui.paper.document import Document

# On smaller paper two columns cannot be read.
SIZES = (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.HALF_LETTER)


class GatheredPaper:
    """Call it off the GUI thread: what is on a sheet is read when it is asked for. `address` is where phones
    reach the shop, empty = a sheet without a code.

    Looked at, a sheet has no number; made, it has the one that the ledger gives it.
    """

    def __init__(self, words: Words, gathering: Gathering) -> None:
        self._words = words
        self._gathering = gathering

    def you_said(self, ids: Sequence[UUID], address: str, size: PaperSize, design: Design) -> Document:
        """These answers in this order. Raises Conflict when one is not public, or there is none."""
        return self._draw_you_said(self._gathering.you_said(ids, address=address), size, design)

    def made_you_said(
        self, ids: Sequence[UUID], address: str, size: PaperSize, design: Design
    ) -> tuple[YouSaid, Document]:
        """What it says, with its number, and the sheet."""
        content = self._gathering.make_you_said(ids, size, design, address=address)
        return content, self._draw_you_said(content, size, design)

    def week(self, day: date | None, address: str, size: PaperSize, design: Design) -> Document:
        """The week of `day`, this one for None."""
        return self._draw_week(self._gathering.week(day, address=address), size, design)

    def made_week(
        self, day: date | None, address: str, size: PaperSize, design: Design
    ) -> tuple[Week, Document]:
        from ui.paper.week_board import ideas_shown

        content = self._gathering.week(day, address=address)
        shown = ideas_shown(content, size, self._words, design)
        content = self._gathering.make_week(content, shown, size, design, address=address)
        return content, self._draw_week(content, size, design)

    def year_pages(self, year: int | None, address: str, size: PaperSize, design: Design) -> Document:
        """One page after the other, to be read; this year for None. It is never numbered."""
        from ui.paper.year_in_answers import year_pages

        return year_pages(self._gathering.year(year, address=address), size, self._words, design)

    def year_booklet(self, year: int | None, address: str, size: PaperSize, design: Design) -> Document:
        """Two pages on each side, to be printed, folded and laid out."""
        return self._draw_booklet(self._gathering.year(year, address=address), size, design)

    def made_year_booklet(
        self, year: int | None, address: str, size: PaperSize, design: Design
    ) -> tuple[Year, Document]:
        content = self._gathering.year(year, address=address)
        content = self._gathering.make_year(content, size, design, address=address)
        return content, self._draw_booklet(content, size, design)

    def again(self, notice: Notice, address: str) -> Document:
        """A sheet of the ledger as it is now, under the number it has. Raises NotFound, Conflict."""
        size, design = notice.size, notice.design
        if notice.kind is SheetKind.YOU_SAID:
            ids = [carried.idea_id for carried in notice.shown.carries]
            said = self._gathering.you_said(ids, address=address)
            day = notice.take_down_on or said.take_down_on
            on = replace(said.on, number=notice.number)
            return self._draw_you_said(replace(said, on=on, take_down_on=day), size, design)
        if notice.kind is SheetKind.WEEK:
            first = week_until(notice.take_down_on or notice.made_at.date())
            week = self._gathering.week(first, address=address)
            return self._draw_week(replace(week, on=replace(week.on, number=notice.number)), size, design)
        year = self._gathering.year(self._gathering.year_of(notice), address=address)
        return self._draw_booklet(replace(year, on=replace(year.on, number=notice.number)), size, design)

    def _draw_you_said(self, content: YouSaid, size: PaperSize, design: Design) -> Document:
        from ui.paper.you_said import you_said_sheet

        return you_said_sheet(content, size, self._words, design)

    def _draw_week(self, content: Week, size: PaperSize, design: Design) -> Document:
        from ui.paper.week_board import week_board

        return week_board(content, size, self._words, design)

    def _draw_booklet(self, content: Year, size: PaperSize, design: Design) -> Document:
        from ui.paper.year_in_answers import year_booklet

        return year_booklet(content, size, self._words, design)
