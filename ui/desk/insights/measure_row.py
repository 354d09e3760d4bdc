"""One number before and after, as two bars; and the place to note the second one."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import day_in_words
from app.domain.errors import AppError, InvalidInput
from app.domain.measures import Measure, read_number
from app.words import Words
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.charts.drawing import Drawing, Type
from ui.shared.charts.rows import BarRow, draw_rows
from ui.shared.charts.view import ChartView
from ui.shared.labels import hair, label

FIELD_WIDTH = 140


class MeasureRow(QWidget):
    """`noted` carries the number counted now, a Decimal."""

    noted = Signal(object)
    drop_requested = Signal()

    def __init__(self, tools: Tools, measure: Measure) -> None:
        super().__init__()
        self._tools = tools
        self.measure = measure
        self._build()
        self._connect()

    def show_error(self, error: AppError) -> None:
        self._error.setText(self._tools.words.error(error))
        self._error.show()

    def _build(self) -> None:
        words, measure = self._tools.words, self.measure
        number = measure.id.hex
        chart = ChartView(self._tools.theme, "")
        chart.setAccessibleName(f"{measure.label}: {outcome(measure, words)}")
        chart.show_drawing(self._draw)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.drop = Button(self._tools.theme, words.tr("Take away"), role=UNDERLINED)
        self.drop.setObjectName(f"measure-drop-{number}")
        self.drop.setAccessibleName(words.tr("Take away: %(what)s", what=measure.label))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(label(outcome(measure, words), "small", wrap=True), 1)
        self.number = Line()
        self.number.setObjectName(f"measure-after-{number}")
        self.number.setAccessibleName(words.tr("How many is it now?"))
        self.number.setPlaceholderText(words.tr("now"))
        self.number.setFixedWidth(self._tools.theme.px(FIELD_WIDTH))
        self.note = Button(self._tools.theme, words.tr("Note it"))
        self.note.setObjectName(f"measure-note-{number}")
        for part in (self.number, self.note):
            part.setVisible(measure.after is None)
            foot.addWidget(part)
        foot.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(" ".join(measure.idea_text.split()), "heading", wrap=True))
        column.addWidget(label(measure.label, "soft", wrap=True))
        column.addWidget(chart)
        column.addLayout(foot)
        column.addWidget(self._error)
        column.addSpacing(8)
        column.addWidget(hair())

    def _connect(self) -> None:
        self.note.clicked.connect(self._note)
        self.number.returnPressed.connect(self._note)
        self.drop.clicked.connect(self.drop_requested)

    def _note(self) -> None:
        try:
            number = read_number(self.number.text(), "after")
        except InvalidInput as wrong:
            self.show_error(wrong)
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._error.hide()
        self.noted.emit(number)

    def _draw(self, width: float, type_: Type) -> Drawing:
        words, measure = self._tools.words, self.measure
        rows = [_bar(words.tr("Before"), measure.before, "line", words)]
        if measure.after is not None:
            rows.append(_bar(words.tr("After"), measure.after, "ink", words))
        # Alone it fills half of the room: nobody knows yet which of the two is longer.
        return draw_rows(rows, width, type_, bar_share=1.0 if len(rows) > 1 else 0.5)


def outcome(measure: Measure, words: Words) -> str:
    """What came of it, or when to count again."""
    if measure.after is None:
        day = day_in_words(measure.due_on, words.language)
        return words.tr("Count again on %(day)s.", day=day)
    percent = measure.change_percent
    if percent is None:
        return words.tr("From nothing to something.") if measure.after else words.tr("Nothing has changed.")
    if percent == 0:
        return words.tr("Nothing has changed.")
    if percent > 0:
        return words.tr("%(percent)s %% more.", percent=percent)
    return words.tr("%(percent)s %% less.", percent=-percent)


def _bar(name: str, number: Decimal, ink: str, words: Words) -> BarRow:
    shown = format_decimal(number, locale=words.language.replace("-", "_"))
    return BarRow(name=name, value=float(number), caption=shown, said=f"{name}: {shown}", ink=ink)
