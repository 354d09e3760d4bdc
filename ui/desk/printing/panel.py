"""What can be chosen for a sheet and done with it, beside the sheet itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.notices import PaperSize, SlipPaper
from ui.desk.printing.design_cell import DesignCell
from ui.desk.printing.printable import Choice, Count, Printable
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import CalmWheel, Stepper, beside
from ui.desk.tools import Tools
from ui.desk.wording import letters_in_words
from ui.shared.buttons import CHOICE, PRIMARY, Button
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.papers import size_in_words
from ui.shared.scrolling import scrolling

T = TypeVar("T")
WIDTH = 376
MARGIN = 24


class PrintPanel(QWidget):
    """`choice_changed` carries the Choice; `share_requested` a SharePicture."""

    choice_changed = Signal(object)
    share_requested = Signal(object)

    def __init__(self, tools: Tools, *, can_view: bool) -> None:
        super().__init__()
        self._tools = tools
        self._can_view = can_view
        self.choice = Choice()
        self._designs: QWidget | None = None
        self._wheel = CalmWheel(self)
        self._build()
        tools.theme.changed.connect(self._fit)
        self._fit()

    def show_printable(self, printable: Printable, choice: Choice) -> None:
        self.choice = choice
        self._title.setText(printable.title)
        clear(self._choices)
        self._designs = None
        self._offer(printable, choice)
        self._remark.setText(printable.remark)
        self._remark.setVisible(bool(printable.remark))
        self.show_missing(())
        self.say("")
        self.show_error("")
        self._say_print()

    def show_missing(self, letters: Sequence[str]) -> None:
        self._letters.setText(
            self._tools.words.tr(
                "No font on this computer has %(letters)s. A gap will be printed there.",
                letters=letters_in_words(letters),
            )
            if letters
            else ""
        )
        self._letters.setVisible(bool(letters))

    def show_error(self, sentence: str) -> None:
        """Why there is no sheet, or why the last step was refused; nothing when empty."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def say(self, sentence: str) -> None:
        """What was done while the box stays open."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    @property
    def allows(self) -> bool:
        """Whether what is chosen is what is seen: while it is drawn, keys wait as the buttons do."""
        return self.print.isEnabled()

    def allow(self, allowed: bool) -> None:
        for button in (self.print, self.save, self.view):
            button.setEnabled(allowed)

    # Choosing

    def _offer(self, printable: Printable, choice: Choice) -> None:
        words = self._tools.words
        if printable.questions is not None:
            self._choices.addWidget(printable.questions(self._with))
        if len(printable.sizes) > 1:
            offered: tuple[SlipPaper, ...] = (*printable.sizes, *printable.rolls)
            papers = [
                (self._word(size_in_words(paper, words), f"print-size-{paper.value}"), paper)
                for paper in offered
            ]
            self._choose_among(words.tr("Sheet"), papers, choice.paper, self._choose_paper)
        if len(printable.designs) > 1:
            designs = [
                (self._cell(DesignCell(self._tools, each), each.value), each) for each in printable.designs
            ]
            self._designs = self._choose_among(
                words.tr("Design"), designs, choice.design, lambda design: self._with(design=design)
            )
            self._designs.setVisible(choice.roll is None)
        if printable.onto:
            several: list[tuple[QAbstractButton, PaperSize | None]] = [
                (self._word(words.tr("One to a sheet"), "print-onto-none"), None),
                *(
                    (self._word(self._several(paper), f"print-onto-{paper.value}"), paper)
                    for paper in printable.onto
                ),
            ]
            self._choose_among(words.tr("To cut"), several, choice.onto, lambda onto: self._with(onto=onto))
        if printable.count is not None:
            self._ask_count(printable.count, choice.count)
        self._offer_pictures(printable)

    def _choose_among(
        self,
        title: str,
        cells: Sequence[tuple[QAbstractButton, T]],
        chosen: T,
        choose: Callable[[T], None],
    ) -> QWidget:
        row = Flow(self._tools.theme, [cell for cell, _ in cells])
        group = QButtonGroup(row)
        for cell, value in cells:
            cell.setCheckable(True)
            cell.setChecked(value == chosen)
            cell.clicked.connect(lambda _checked=False, value=value: choose(value))
            group.addButton(cell)
        titled = _titled(title, row)
        self._choices.addWidget(titled)
        return titled

    def _choose_paper(self, paper: SlipPaper) -> None:
        """A roll comes in one design, in black."""
        if self._designs is not None:
            self._designs.setVisible(isinstance(paper, PaperSize))
        if isinstance(paper, PaperSize):
            self._with(size=paper, roll=None)
        else:
            self._with(roll=paper)

    def _ask_count(self, count: Count, usual: int) -> None:
        stepper = Stepper(self._tools, smallest=1, largest=count.most)
        stepper.number.setObjectName("print-count")
        stepper.number.setAccessibleName(count.title)
        stepper.number.setValue(usual)
        self._wheel.hold(stepper.number)
        stepper.number.valueChanged.connect(lambda value: self._with(count=value))
        self._choices.addWidget(_titled(count.title, beside(stepper)))

    def _offer_pictures(self, printable: Printable) -> None:
        if not printable.pictures:
            return
        made = []
        for picture in printable.pictures:
            button = self._word(picture.name, f"share-{picture.name}")
            button.clicked.connect(lambda _checked=False, picture=picture: self.share_requested.emit(picture))
            made.append(button)
        self._choices.addWidget(
            _titled(self._tools.words.tr("Share as picture"), Flow(self._tools.theme, made))
        )

    def _with(self, **changed: object) -> None:
        self.choice = replace(self.choice, **changed)  # type: ignore[arg-type]
        self.say("")
        self._say_print()
        self.choice_changed.emit(self.choice)

    def _several(self, paper: PaperSize) -> str:
        words = self._tools.words
        return words.tr("Several on %(size)s", size=size_in_words(paper, words))

    def _say_print(self) -> None:
        self.print.set_words(self._tools.words.tr("Print"))

    # Making

    def _word(self, words: str, name: str) -> Button:
        made = Button(self._tools.theme, words, role=CHOICE)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _cell(self, cell: DesignCell, name: str) -> DesignCell:
        cell.setObjectName(f"print-design-{name}")
        return cell

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label("", "large-bold", wrap=True)
        self._title.setObjectName("print-title")
        # However long a word of it is, the choices stay in sight.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(18)
        self._letters = label("", "care", wrap=True)
        self._letters.setObjectName("print-missing-letters")
        self._remark = label("", "small", wrap=True)
        self._remark.setObjectName("print-remark")
        self._said = label("", "good", wrap=True)
        self._said.setObjectName("print-said")
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("print-error")
        self.save = self._button(Button(theme, tr("Save as PDF"), icon="save"), "print-save")
        self.view = self._button(Button(theme, tr("Open in viewer"), icon="picture"), "print-view")
        self.view.setVisible(self._can_view)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 22, MARGIN, 12)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addLayout(self._choices)
        for part in (self._letters, self._remark):
            column.addWidget(part)
        column.addStretch()
        self._ways = Flow(theme, [self.save, self.view] if self._can_view else [self.save])
        column.addWidget(self._ways)
        self.leave = self._button(Button(theme, tr("Close"), key=tr("Esc")), "print-leave")
        self.print = self._button(
            Button(theme, tr("Print"), role=PRIMARY, icon="print", key=tr("Ctrl Enter")), "print-print"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.print)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 20)
        foot.setSpacing(8)
        for part in (self._error, self._said):
            foot.addWidget(part)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inside), 1)
        whole.addLayout(foot)

    def _button(self, button: Button, name: str) -> Button:
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _fit(self) -> None:
        self.setFixedWidth(round(WIDTH * (1 + (self._tools.theme.text_percent - 100) / 250)))


def _titled(title: str, body: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    heading = label(title, "small", wrap=True)
    heading.setAlignment(Qt.AlignmentFlag.AlignLeading)
    column.addWidget(heading)
    column.addWidget(body)
    return made
