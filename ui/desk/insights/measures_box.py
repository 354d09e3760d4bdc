"""Did it pay? The numbers before and after, the way to note them, and a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.measures import Measure
from ui.desk.insights.measure_form import MeasureForm, NewMeasure
from ui.desk.insights.measure_row import MeasureRow
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import label
from ui.shared.layouts import clear

if TYPE_CHECKING:
    from app.services.owner.insights import Looking


class MeasuresBox(QWidget):
    """`acted` says that an own verb was done."""

    acted = Signal()

    def __init__(self, tools: Tools, looking: Looking, local_date: Callable[[Idea], date]) -> None:
        super().__init__()
        self._tools = tools
        self._looking = looking
        self._shown: tuple[Measure, ...] | None = None
        self._build(local_date)
        self._connect()

    def show_measures(self, measures: tuple[Measure, ...], carried_out: Sequence[Idea]) -> None:
        """As they are now; a number that is being typed stays as long as nothing changed."""
        tr = self._tools.words.tr
        self.form.show_ideas(carried_out)
        self.add.setVisible(bool(carried_out) and self.form.isHidden())
        if not carried_out:
            self._sentence.setText(
                tr("Once an idea is done, note one number before it and the same a month after.")
            )
        else:
            self._sentence.setText(tr("One number before an idea was carried out, the same a month after."))
        if measures != self._shown:
            self._shown = measures
            self._fill(measures)

    def _fill(self, measures: tuple[Measure, ...]) -> None:
        clear(self._rows)
        for measure in measures:
            row = MeasureRow(self._tools, measure)
            row.noted.connect(self._note)
            row.drop_requested.connect(self._drop)
            self._rows.addWidget(row)

    def _build(self, local_date: Callable[[Idea], date]) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.setObjectName("insight-measures")
        self._sentence = label("", "soft", wrap=True)
        self.add = Button(theme, tr("Add a number"), role=ON_WALL, icon="plus")
        self.add.setObjectName("measure-add")
        self.form = MeasureForm(self._tools, local_date)
        self.form.hide()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("Did it pay?"), "large-bold", wrap=True))
        column.addWidget(self._sentence)
        column.addLayout(self._rows)
        column.addSpacing(8)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.form)
        column.addStretch()

    def _connect(self) -> None:
        self.add.clicked.connect(self._begin)
        self.form.begun.connect(self._keep)
        self.form.leave.clicked.connect(self._offer_again)

    def _begin(self) -> None:
        self.add.hide()
        self.form.begin()

    def _offer_again(self) -> None:
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, new: NewMeasure) -> None:
        self._tools.background.run(
            lambda: self._looking.begin_measure(new.idea_id, new.label, new.before, new.done_on),
            lambda _measure: self._after_keeping(),
            self.form.show_error,
        )

    def _after_keeping(self) -> None:
        self.form.end()
        self._offer_again()
        self.acted.emit()

    def _note(self, number: Decimal) -> None:
        row = self.sender()
        assert isinstance(row, MeasureRow)
        id = row.measure.id
        self._tools.background.run(
            lambda: self._looking.note_after(id, number), lambda _done: self.acted.emit(), self._warn
        )

    def _drop(self) -> None:
        row = self.sender()
        assert isinstance(row, MeasureRow)
        id = row.measure.id
        self._tools.background.run(
            lambda: self._looking.drop_measure(id), lambda _done: self.acted.emit(), self._warn
        )

    def _warn(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
