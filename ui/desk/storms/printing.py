"""Prints and keeps the sheets of a storm; ballots are made when they are printed, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ballots import MOST_AT_ONCE
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from ui.desk.printing.printable import Choice, Count, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
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
            self._printing.begin(self._printable(sheet, view))

    def _printable(self, sheet: StormSheet, view: StormView) -> Printable:
        words, is_ballots = self._tools.words, sheet is StormSheet.BALLOTS
        shop, address = self._shop(), self._reach.for_paper
        if is_ballots and view.phase is not Phase.CHOOSING:
            # What is picked so far may still change, and paper cannot.
            view = replace(view, shortlist=())

        def wanted(choice: Choice) -> Wanted:
            return Wanted(sheet=sheet, shop=shop, view=view, address=address, size=choice.size)

        return Printable(
            title=sheet_words(sheet, words),
            document=lambda choice: self._to_look_at(wanted(choice)),
            make=lambda choice: self._made(wanted(choice), choice.count),
            designs=(),
            count=Count(title=words.tr("How many"), usual=USUAL_BALLOTS, most=MOST_AT_ONCE)
            if is_ballots
            else None,
            remark=self._reach.why_no_code,
            on_printed=lambda _choice: self.acted.emit(),
            on_saved=lambda _choice: self.acted.emit(),
            on_given_up=lambda _choice: self.acted.emit(),
        )

    def _to_look_at(self, wanted: Wanted) -> Document:
        """On the worker thread."""
        if wanted.sheet is StormSheet.BALLOTS:
            made = specimens(wanted.view, self._tools.clock.now())
            return self._maker.document(replace(wanted, ballots=made))
        return self._maker.document(self._with_photo(wanted))

    def _made(self, wanted: Wanted, count: int) -> Document:
        """On the worker thread: ballots are made, or a number is given, only once the sheet can be."""
        self._to_look_at(wanted).lay_out()
        storm = wanted.view.storm
        if wanted.sheet is StormSheet.BALLOTS:
            ballots = self._owner.storms.print_ballots(storm.id, count)
            return self._maker.document(replace(wanted, ballots=ballots))
        notice = self._owner.storm_sheets.make(storm.id, wanted.sheet, wanted.size, address=wanted.address)
        return self._maker.document(replace(self._with_photo(wanted), number=notice.number))

    def _with_photo(self, wanted: Wanted) -> Wanted:
        outcome = wanted.view.outcome
        if outcome is None or wanted.sheet is not StormSheet.PROOF:
            return wanted
        return replace(wanted, photo=self._owner.storms.photo(outcome.id))
