"""Begins the sheets that tell several things: each opens in the print box with what it asks first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from app.domain.errors import Conflict
from app.domain.gathered import DAYS_IN_WEEK, Offer, proposed
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.translation import mark
from ui.desk.gathered.answer_list import AnswerList
from ui.desk.gathered.chips import chips
from ui.desk.gathered_paper import SIZES, GatheredPaper
from ui.desk.printing.fresh import FreshSheets
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.gathered import Week, Year, YouSaid
    from app.services.owner.owner import Owner
    from ui.paper.document import Document

Changed = Callable[[], None]
# What a sheet tells, with its number, and the sheet.
Made: TypeAlias = "tuple[YouSaid | Week | Year | None, Document]"
# More years than these are asked for by the command alone.
MOST_YEARS = 6
# A booklet is folded of these.
FOLDED_SIZES = (PaperSize.A4, PaperSize.LETTER)


@dataclass(frozen=True, slots=True)
class _Year:
    """`number` None is this year; to be folded, or to be read page by page."""

    number: int | None = None
    is_booklet: bool = True


class GatheredSheets(QObject):
    """`acted` says that a sheet was printed or saved, and has a number now."""

    acted = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, shop: Callable[[], Shop], reach: Reach, printing: Printing
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._printing = printing
        self._paper = GatheredPaper(tools.words, owner.gathering)
        self._ids: list[UUID] = []
        self._day: date | None = None
        self._year = _Year()
        self._is_busy = False

    def offer_at(self, *buttons: QAbstractButton) -> None:
        """What can be made, in a menu under each of these buttons."""
        for button in buttons:
            button.clicked.connect(partial(self._open_menu, button))
            button.show()

    def _open_menu(self, button: QAbstractButton, _checked: bool = False) -> None:
        tr, menu = self._tools.words.tr, QMenu(button)
        menu.setObjectName("make-sheet-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, begin in (
            (tr("You said, we did"), self.begin_you_said),
            (tr("This week"), self.begin_week),
            (tr("The year in answers"), self.begin_year),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, begin=begin: begin())
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def begin_you_said(self, ids: Sequence[UUID] = ()) -> None:
        """With these answers ticked, else with the newest that were on no such sheet yet."""
        self._read(lambda: self._owner.gathering.offers(), partial(self._open_you_said, list(ids)))

    def begin_week(self) -> None:
        self._day = None
        self._printing.begin(
            self._printable(
                self._tools.words.tr("This week"),
                lambda choice: self._paper.week(self._day, self._address, choice.size, choice.design),
                lambda choice: self._paper.made_week(self._day, self._address, choice.size, choice.design),
                self._ask_week,
            )
        )

    def begin_year(self) -> None:
        self._read(lambda: self._owner.gathering.years(), self._open_year)

    # Several answers

    def _open_you_said(self, ids: Sequence[UUID], offers: Sequence[Offer]) -> None:
        if not offers:
            self._tools.messages.say(
                self._tools.words.tr(
                    "There is no public answer yet. Answer an idea first, then it can go here."
                )
            )
            return
        self._ids = list(ids) or proposed(offers)
        self._printing.begin(
            self._printable(
                self._tools.words.tr("You said, we did"),
                lambda choice: self._paper.you_said(
                    self._ticked(), self._address, choice.size, choice.design
                ),
                lambda choice: self._paper.made_you_said(
                    self._ticked(), self._address, choice.size, choice.design
                ),
                partial(self._ask_answers, offers),
            )
        )

    def _ask_answers(self, offers: Sequence[Offer], changed: Changed) -> QWidget:
        answers = AnswerList(self._tools, offers, self._ids)

        def choose(ids: list[UUID]) -> None:
            self._ids = ids
            changed()

        answers.chosen_changed.connect(choose)
        return answers

    def _ticked(self) -> list[UUID]:
        if not self._ids:
            raise Conflict(mark("Please tick at least one answer."))
        return self._ids

    # A week

    def _ask_week(self, changed: Changed) -> QWidget:
        tr = self._tools.words.tr
        last = self._today - timedelta(days=DAYS_IN_WEEK)

        def choose(day: date | None) -> None:
            self._day = day
            changed()

        choices = [(tr("This week"), "week-this", None), (tr("Last week"), "week-last", last)]
        return chips(self._tools, tr("Which week"), choices, self._day, choose)

    @property
    def _today(self) -> date:
        return self._shop().local_date(self._tools.clock.now())

    # A year

    def _open_year(self, years: Sequence[int]) -> None:
        self._year = _Year()
        self._printing.begin(
            replace(
                self._printable(
                    self._tools.words.tr("The year in answers"),
                    self._draw_year,
                    self._make_year,
                    partial(self._ask_year, years),
                ),
                sizes=FOLDED_SIZES,
            )
        )

    def _draw_year(self, choice: Choice) -> Document:
        draw = self._paper.year_booklet if self._year.is_booklet else self._paper.year_pages
        return draw(self._year.number, self._address, choice.size, choice.design)

    def _make_year(self, choice: Choice) -> Made:
        """Pages to be read hang nowhere, and have no number."""
        if self._year.is_booklet:
            return self._paper.made_year_booklet(self._year.number, self._address, choice.size, choice.design)
        return None, self._draw_year(choice)

    def _ask_year(self, years: Sequence[int], changed: Changed) -> QWidget:
        tr, made = self._tools.words.tr, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)

        def choose(**said: object) -> None:
            self._year = replace(self._year, **said)  # type: ignore[arg-type]
            changed()

        if len(years) > 1:
            named = [(str(year), f"year-{year}", year) for year in years[:MOST_YEARS]]
            column.addWidget(
                chips(self._tools, tr("Which year"), named, years[0], lambda year: choose(number=year))
            )
        ways = [(tr("To fold"), "year-booklet", True), (tr("To read"), "year-pages", False)]
        column.addWidget(
            chips(
                self._tools,
                tr("Pages"),
                ways,
                self._year.is_booklet,
                lambda is_booklet: choose(is_booklet=is_booklet),
            )
        )
        return made

    # For all of them

    def _printable(
        self,
        title: str,
        document: Callable[[Choice], Document],
        make: Callable[[Choice], Made],
        questions: Callable[[Changed], QWidget],
    ) -> Printable:
        fresh = FreshSheets(tools=self._tools, owner=self._owner)

        def numbered(choice: Choice) -> Document:
            fresh.begin()
            told, made = make(choice)
            if told is not None and told.on.number is not None:
                fresh.note(self._owner.wall.find(str(told.on.number)).notice)
            return made

        return Printable(
            title=title,
            document=document,
            make=numbered,
            sizes=SIZES,
            questions=questions,
            remark=self._reach.why_no_code,
            on_printed=self._made,
            on_saved=self._made,
            on_given_up=lambda _choice: fresh.give_up(self.acted.emit),
        )

    @property
    def _address(self) -> str:
        return self._reach.for_paper

    def _made(self, _choice: Choice) -> None:
        self.acted.emit()

    def _read(self, work: Callable[[], Sequence[object]], done: Callable[..., None]) -> None:
        """Once, however often it is asked for meanwhile."""
        if not self._is_busy:
            self._is_busy = True

            def take(read: Sequence[object]) -> None:
                self._rest()
                done(read)

            self._tools.background.run(work, take, None, self._rest)

    def _rest(self) -> None:
        self._is_busy = False
