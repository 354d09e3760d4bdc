"""Which labels: by the number on their box or by own measures, from which on, and how many."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.errors import InvalidInput
from app.domain.label_makers import LABEL_SHEETS, label_sheet
from app.domain.label_sheets import MOST_LABELS, PAGES_MM, LabelSheet, own_label_sheet
from app.domain.notices import PaperSize
from app.domain.translation import mark
from app.words import Words
from ui.desk.shop.field import CalmWheel, Field, Line, Stepper, beside
from ui.desk.tools import Tools
from ui.shared.choices import Choice
from ui.shared.papers import size_in_words

OWN = ""
USUAL = {PaperSize.LETTER: "5163"}
FIRST = "L7160"
# Own measures in the order in which they are asked for, and what they are at first.
MEASURES = (
    ("columns", mark("Side by side"), "3"),
    ("rows", mark("Below each other"), "8"),
    ("width", mark("Width, mm"), "64"),
    ("height", mark("Height, mm"), "34"),
    ("left", mark("Margin left, mm"), "7"),
    ("top", mark("Margin above, mm"), "13"),
    ("gap-across", mark("Gap across, mm"), "2"),
    ("gap-down", mark("Gap down, mm"), "0"),
)


class LabelFields(QWidget):
    """`changed` when another sheet of labels is meant."""

    changed = Signal()

    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        super().__init__()
        self._tools = tools
        self._build(wheel)
        self._show_measures()

    @property
    def first(self) -> int:
        return self._first.number.value()

    @property
    def count(self) -> int:
        return self._count.number.value()

    def sheet(self) -> LabelSheet:
        """Raises InvalidInput for measures that cannot be, on the name of the measure."""
        chosen = self.formats.currentData()
        if chosen != OWN:
            return label_sheet(chosen)
        measured = {name: self._measure(name) for name, _, _ in MEASURES}
        return own_label_sheet(
            page=PaperSize(self.pages.currentData()),
            columns=round(measured["columns"]),
            rows=round(measured["rows"]),
            width=measured["width"],
            height=measured["height"],
            left=measured["left"],
            top=measured["top"],
            gap_across=measured["gap-across"],
            gap_down=measured["gap-down"],
        )

    def _measure(self, name: str) -> float:
        typed = self._lines[name].text().strip().replace(",", ".")
        try:
            measured = float(typed)
        except ValueError:
            measured = math.nan
        if not math.isfinite(measured):
            raise InvalidInput(name, mark("Please write a number, as 63.5."))
        return measured

    def _choose(self) -> None:
        """Another sheet is begun at its first label, and printed to its end."""
        self._show_measures()
        with QSignalBlocker(self._first.number), QSignalBlocker(self._count.number):
            self._first.number.setValue(1)
            try:
                self._count.number.setValue(self.sheet().count)
            except InvalidInput:
                self._count.number.setValue(1)
        self.changed.emit()

    def _begin_at(self) -> None:
        try:
            left = self.sheet().left_on_sheet(self.first)
        except InvalidInput:
            left = 0
        if left > 0:
            with QSignalBlocker(self._count.number):
                self._count.number.setValue(left)
        self.changed.emit()

    def _show_measures(self) -> None:
        self._own.setVisible(self.formats.currentData() == OWN)

    def _build(self, wheel: CalmWheel) -> None:
        tools, words = self._tools, self._tools.words
        self.formats = Choice(tools.theme)
        self.formats.setObjectName("label-format")
        for sheet in LABEL_SHEETS:
            self.formats.addItem(sheet_in_words(sheet, words), sheet.name)
        self.formats.addItem(words.tr("Own measures"), OWN)
        self.formats.setCurrentIndex(self.formats.findData(FIRST))
        _keep_narrow(self.formats)
        self._first = Stepper(tools, smallest=1, largest=MOST_LABELS)
        self._first.number.setObjectName("label-first")
        self._count = Stepper(tools, smallest=1, largest=MOST_LABELS)
        self._count.number.setObjectName("label-count")
        self._count.number.setValue(label_sheet(FIRST).count)
        self._build_measures()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field("label-format", words.tr("Label sheet"), self.formats))
        column.addWidget(self._own)
        first = Field("label-first", words.tr("Begin at label"), self._first.number, beside(self._first))
        first.say(words.tr("A sheet that was begun is gone on with."))
        column.addWidget(first)
        column.addWidget(Field("label-count", words.tr("How many"), self._count.number, beside(self._count)))
        for held in (self.formats, self.pages, self._first.number, self._count.number):
            wheel.hold(held)
        self.formats.currentIndexChanged.connect(self._choose)
        self.pages.currentIndexChanged.connect(self._choose)
        self._first.number.valueChanged.connect(self._begin_at)
        self._count.number.valueChanged.connect(self.changed)

    def _build_measures(self) -> None:
        words = self._tools.words
        self.pages = Choice(self._tools.theme)
        self.pages.setObjectName("label-page")
        for page in PAGES_MM:
            self.pages.addItem(size_in_words(page, words), page.value)
        self._own = QWidget()
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(Field("label-page", words.tr("Sheet"), self.pages), 0, 0, 1, 2)
        self._lines: dict[str, Line] = {}
        for number, (name, title, usual) in enumerate(MEASURES):
            line = self._lines[name] = Line(usual)
            line.setObjectName(f"label-{name}")
            grid.addWidget(Field(name, words.tr(title), line), 1 + number // 2, number % 2)
            line.textEdited.connect(self._choose)


def sheet_in_words(sheet: LabelSheet, words: Words) -> str:
    return words.tr(
        "Avery %(name)s: %(width)s × %(height)s mm, %(count)s on %(page)s",
        name=sheet.name,
        width=f"{sheet.width:g}",
        height=f"{sheet.height:g}",
        count=sheet.count,
        page=size_in_words(sheet.page, words),
    )


def _keep_narrow(choice: QComboBox) -> None:
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(16)
