"""Prints and keeps the sheets of a storm; ballots are made when they are printed, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, NotFound
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.translation import mark
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.paperwork import SendToPrinter
from ui.desk.reach import Reach
from ui.desk.storms.paper import StormSheetMaker, Wanted, specimens
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.desk.storms.sheet_box import SheetBox
    from ui.paper.document import Document

HandOver = Callable[[str, bytes], None]


class StormPrinting(QObject):
    """`acted` says that ballots were made or a sheet was noted as printed; `size_chosen` carries a PaperSize.
    `opened` gives what lies open."""

    acted = Signal()
    size_chosen = Signal(object)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Callable[[], Shop],
        reach: Reach,
        maker: StormSheetMaker,
        send_to_printer: SendToPrinter,
        paper_size: PaperSize,
        opened: Callable[[], StormView | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools, self._owner, self._shop, self._reach = tools, owner, shop, reach
        self._maker, self._send_to_printer, self._paper_size = maker, send_to_printer, paper_size
        self._opened, self._window = opened, parent
        self._box: SheetBox | None = None

    def begin(self, sheet: StormSheet) -> None:
        """Look at it first."""
        if self._opened() is None:
            return
        if self._box is None:
            self._box = self._make_box()
        self._box.begin_for(sheet)

    def _make_box(self) -> SheetBox:
        from ui.desk.storms.sheet_box import SheetBox

        box = SheetBox(
            self._tools,
            self._window.window(),
            size=self._paper_size,
            make=self._to_look_at,
            why_no_code=lambda: self._reach.why_no_code,
        )
        box.print_requested.connect(
            lambda sheet, size, count: self._make(box, sheet, size, count, self._print)
        )
        box.save_requested.connect(lambda sheet, size, count: self._make(box, sheet, size, count, self._save))
        box.size_chosen.connect(self.size_chosen)
        return box

    def _wanted(self, sheet: StormSheet, size: PaperSize) -> Wanted:
        view = self._opened()
        if view is None:
            raise NotFound(mark("This storm is not here any more."))
        if sheet is StormSheet.BALLOTS and view.phase is not Phase.CHOOSING:
            # What is picked so far may still change, and paper cannot.
            view = replace(view, shortlist=())
        return Wanted(sheet=sheet, shop=self._shop(), view=view, address=self._reach.for_paper, size=size)

    def _to_look_at(self, sheet: StormSheet, size: PaperSize) -> Document:
        wanted = self._wanted(sheet, size)
        if sheet is StormSheet.BALLOTS:
            wanted = replace(wanted, ballots=specimens(wanted.view, self._tools.clock.now()))
        return self._maker.document(wanted)

    def _make(
        self, box: SheetBox, sheet: StormSheet, size: PaperSize, count: int, hand_over: HandOver
    ) -> None:
        try:
            wanted = self._wanted(sheet, size)
        except AppError as error:
            box.refused(error)
            return

        def work() -> tuple[str, bytes]:
            """On the worker thread: ballots are made, and numbers given, only once their sheet can be."""
            storm = wanted.view.storm
            made = wanted
            if sheet is StormSheet.BALLOTS:
                self._maker.document(replace(wanted, ballots=specimens(wanted.view, self._tools.clock.now())))
                made = replace(made, ballots=self._owner.storms.print_ballots(storm.id, count))
            if wanted.view.outcome is not None and sheet is StormSheet.PROOF:
                made = replace(made, photo=self._owner.storms.photo(wanted.view.outcome.id))
            document = self._maker.document(made)
            if sheet is not StormSheet.BALLOTS:
                address = made.address
                notice = self._owner.storm_sheets.make(storm.id, sheet, size, address=address)
                document = self._maker.document(replace(made, number=notice.number))
            return document.title, document.pdf()

        def done(made: tuple[str, bytes]) -> None:
            box.taken()
            self.acted.emit()
            hand_over(*made)

        self._tools.background.run(work, done, box.refused, box.given_up)

    def _print(self, _title: str, pdf: bytes) -> None:
        self._send_to_printer(pdf, lambda: None)

    def _save(self, title: str, pdf: bytes) -> None:
        words = self._tools.words
        self._tools.messages.ask_where_to_save(
            file_name(title, "pdf"), words.tr("PDF (*.pdf)"), lambda path: self._write(path, pdf)
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        words = self._tools.words
        self._tools.background.run(
            lambda: write_file(path, pdf),
            lambda _size: self._tools.messages.say(saved_sentence(path, words)),
        )
