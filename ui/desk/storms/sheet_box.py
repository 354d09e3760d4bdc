"""One sheet of a storm as it prints: chosen size, for ballots their number; printed, or kept as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.ballots import MOST_AT_ONCE
from app.domain.errors import AppError
from app.domain.notices import PaperSize
from app.domain.storm_sheets import StormSheet
from ui.desk.paperwork import Paint
from ui.desk.sheet_view import SheetView
from ui.desk.shop.field import CalmWheel, Stepper, beside
from ui.desk.storms.box import StormBox
from ui.desk.storms.sheets_box import sheet_words
from ui.desk.storms.steps import USUAL_BALLOTS
from ui.desk.tools import Tools
from ui.desk.wording import letters_in_words
from ui.shared.buttons import CHOICE, UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.papers import size_in_words

if TYPE_CHECKING:
    from ui.paper.document import Document

WIDTH = 520


class SheetBox(StormBox):
    """`print_requested` and `save_requested` carry the StormSheet, a PaperSize and how many ballots;
    `size_chosen` a PaperSize. `make` gives the document to look at."""

    print_requested = Signal(object, object, int)
    save_requested = Signal(object, object, int)
    size_chosen = Signal(object)

    def __init__(
        self,
        tools: Tools,
        parent: QWidget,
        *,
        size: PaperSize,
        make: Callable[[StormSheet, PaperSize], Document],
        why_no_code: Callable[[], str],
    ) -> None:
        tr = tools.words.tr
        self._make, self._why_no_code = make, why_no_code
        self._size = size
        self._sheet = StormSheet.QUESTION
        self._paints: Sequence[Paint] = ()
        self._page = 0
        super().__init__(tools, parent, title=tr("Print"), keep=tr("Print"), icon="print")
        self.setObjectName("storm-sheet-box")
        self._fill_box()

    def begin_for(self, sheet: StormSheet) -> None:
        self._sheet = sheet
        self.say_title(sheet_words(sheet, self.tools.words))
        self.fields["count"].setVisible(sheet is StormSheet.BALLOTS)
        self._no_code.setText(self._why_no_code())
        self._no_code.setVisible(bool(self._no_code.text()))
        self._draw()
        self._say_keep()
        self.begin(self.keep)

    def width_wanted(self) -> int:
        return WIDTH

    def wanted(self) -> None:
        self.print_requested.emit(self._sheet, self._size, self.count.number.value())

    def _save(self) -> None:
        self.save_requested.emit(self._sheet, self._size, self.count.number.value())

    def _say_keep(self) -> None:
        words, count = self.tools.words, self.count.number.value()
        self.keep.set_words(
            words.trn("Print %(count)s ballot", "Print %(count)s ballots", count)
            if self._sheet is StormSheet.BALLOTS
            else words.tr("Print")
        )

    def _choose_size(self, size: PaperSize) -> None:
        self._size = size
        self.size_chosen.emit(size)
        self._draw()
        self.resettle()

    def _draw(self) -> None:
        self._page = 0
        self._paints = ()
        self.view.clear()
        self._letters.hide()
        try:
            document = self._make(self._sheet, self._size)
            self._paints = document.paints()
        except AppError as error:
            self.refused(error)
            self.keep.setEnabled(False)
            self.save.setEnabled(False)
            return
        self.keep.setEnabled(True)
        self.save.setEnabled(True)
        self._show_page(document.title)
        self.tools.background.run(document.missing_letters, self._tell_letters)

    def _show_page(self, title: str) -> None:
        self.view.show_sheet(self._size, self._paints[self._page], title)
        words, pages = self.tools.words, len(self._paints)
        self.turn.set_words(words.tr("Sheet %(page)s of %(pages)s", page=self._page + 1, pages=pages))
        self.turn.setVisible(pages > 1)

    def _turn_page(self) -> None:
        self._page = (self._page + 1) % len(self._paints)
        self._show_page(self.view.accessibleName())

    def _tell_letters(self, letters: Sequence[str]) -> None:
        self._letters.setText(
            self.tools.words.tr(
                "No font on this computer has %(letters)s. A gap will be printed there.",
                letters=letters_in_words(letters),
            )
        )
        self._letters.setVisible(bool(letters))
        self.resettle()

    def _fill_box(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self.view = SheetView(tools.theme)
        self.view.setObjectName("storm-sheet-preview")
        self._sizes = QButtonGroup(self)
        buttons = []
        for size in PaperSize:
            button = Button(tools.theme, size_in_words(size, tools.words), role=CHOICE)
            button.setCheckable(True)
            button.setChecked(size is self._size)
            button.setAutoDefault(False)
            button.setObjectName(f"storm-size-{size.value}")
            button.clicked.connect(lambda _checked=False, size=size: self._choose_size(size))
            self._sizes.addButton(button)
            buttons.append(button)
        self.turn = Button(tools.theme, "", role=UNDERLINED)
        self.turn.setAutoDefault(False)
        self.turn.clicked.connect(self._turn_page)
        self.count = Stepper(tools, smallest=1, largest=MOST_AT_ONCE)
        self.count.number.setValue(USUAL_BALLOTS)
        wheel = CalmWheel(self)
        wheel.hold(self.count.number)
        self.count.number.valueChanged.connect(self._say_keep)
        self._no_code = label("", "small", wrap=True)
        self._no_code.setObjectName("storm-no-code")
        self._letters = label("", "care", wrap=True)
        self.save = Button(tools.theme, tr("Save as PDF"), icon="save")
        self.save.setObjectName("storm-sheet-save")
        self.save.clicked.connect(self._save)
        self.add_button(self.save)
        self.field("count", tr("How many"), self.count.number, beside(self.count))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(beside(*buttons))
        column.addWidget(self.view)
        for part in (self.turn, self._no_code, self._letters):
            column.addWidget(part)
            part.hide()
        self.inside.addWidget(holder)
