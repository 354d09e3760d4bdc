"""Hands the sheets of a storm to the desk's one way to paper; each gets its number, and ballots are made,
when they are printed, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ballots import MOST_AT_ONCE
from app.domain.notices import Design, Roll
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from ui.desk.printing.fresh import FreshSheets
from ui.desk.printing.printable import Choice, Count, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.storm_paper import StormOnPaper
from ui.desk.storms.paper import StormSheetMaker, Wanted, specimens
from ui.desk.storms.sheets_box import sheet_words
from ui.desk.storms.steps import USUAL_BALLOTS
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.paper.document import Document


class StormPrinting(QObject):
    """`acted` says that ballots were made or a sheet was noted as printed. `opened` gives what lies open."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Callable[[], Shop],
        reach: Reach,
        maker: StormSheetMaker,
        printing: Printing,
        opened: Callable[[], StormView | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools, self._owner, self._shop, self._reach = tools, owner, shop, reach
        self._maker, self._printing, self._opened = maker, printing, opened

    def begin(self, sheet: StormSheet) -> None:
        """Look at it first."""
        view = self._opened()
        if view is not None:
            is_ballots = sheet is StormSheet.BALLOTS
            self._printing.begin(self._ballots(view) if is_ballots else self._sheet(sheet, view))

    def _sheet(self, sheet: StormSheet, view: StormView) -> Printable:
        shop, address = self._shop(), self._reach.for_paper
        fresh = FreshSheets(tools=self._tools, owner=self._owner)

        def wanted(choice: Choice) -> Wanted:
            photo = self._owner.storms.photo(view.outcome.id) if view.outcome else None
            on = StormOnPaper(shop=shop, view=view, address=address, size=choice.size, design=choice.design)
            return Wanted(sheet=sheet, on=on, photo=photo)

        def document(choice: Choice) -> Document:
            return self._maker.document(wanted(choice))

        def make(choice: Choice) -> Document:
            made = wanted(choice)
            # It can be drawn: only then it gets its number.
            self._maker.document(made).lay_out()
            on, storm = made.on, view.storm
            fresh.begin()
            notice = self._owner.storm_sheets.make(storm.id, sheet, on.size, on.design, address=address)
            fresh.note(notice)
            return self._maker.document(replace(made, on=replace(on, number=notice.number)))

        return Printable(
            title=sheet_words(sheet, self._tools.words),
            document=document,
            make=make,
            remark=self._reach.why_no_code,
            on_printed=lambda _choice: self.acted.emit(),
            on_saved=lambda _choice: self.acted.emit(),
            on_given_up=lambda _choice: fresh.give_up(self.acted.emit),
        )

    def _ballots(self, view: StormView) -> Printable:
        words, shop, address = self._tools.words, self._shop(), self._reach.for_paper
        if view.phase is not Phase.CHOOSING:
            # What is picked so far may still change, and paper cannot.
            view = replace(view, shortlist=())

        def wanted(choice: Choice) -> Wanted:
            on = StormOnPaper(shop=shop, view=view, address=address, size=choice.size)
            return Wanted(sheet=StormSheet.BALLOTS, on=on, slip=choice.paper)

        def document(choice: Choice) -> Document:
            shown = specimens(view, self._tools.clock.now())
            return self._maker.document(replace(wanted(choice), ballots=shown))

        def make(choice: Choice) -> Document:
            document(choice).lay_out()
            made = self._owner.storms.print_ballots(view.storm.id, choice.count)
            return self._maker.document(replace(wanted(choice), ballots=made))

        return Printable(
            title=sheet_words(StormSheet.BALLOTS, words),
            document=document,
            make=make,
            designs=(Design.PLAIN,),
            rolls=tuple(Roll),
            count=Count(title=words.tr("How many"), usual=USUAL_BALLOTS, most=MOST_AT_ONCE),
            is_slip=True,
            on_printed=lambda _choice: self.acted.emit(),
            on_saved=lambda _choice: self.acted.emit(),
            on_given_up=lambda _choice: self._take_ballots_back(),
        )

    def _take_ballots_back(self) -> None:
        """Neither printed nor saved: nobody holds one of them."""
        self._tools.background.run(self._undo_ballots, lambda _done: self.acted.emit())

    def _undo_ballots(self) -> None:
        """On the worker thread. Only the newest verb is ever taken back."""
        if self._owner.undo_verb() == "print-ballots":
            self._owner.undo()
