"""A new number: which idea was carried out, what is counted, and how many it was before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Idea
from app.domain.measures import read_number
from ui.desk.shop.field import Field, Line
from ui.desk.tools import Tools
from ui.desk.wording import beginning
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.choices import Choice, DayChoice

NAMED_LETTERS = 60


@dataclass(frozen=True, slots=True)
class NewMeasure:
    idea_id: UUID
    label: str
    before: Decimal
    done_on: date


class MeasureForm(QWidget):
    """`begun` carries a NewMeasure; the form stays as it is until it is told `end`."""

    begun = Signal(object)

    def __init__(self, tools: Tools, local_date: Callable[[Idea], date]) -> None:
        super().__init__()
        self._tools = tools
        self._local_date = local_date
        self._ideas: Sequence[Idea] = ()
        self._build()
        self._connect()

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """The carried out ones to choose from; what was chosen stays chosen."""
        chosen = self._chosen
        self._ideas = ideas
        self.idea.clear()
        for idea in ideas:
            self.idea.addItem(beginning(idea, NAMED_LETTERS))
        if chosen is not None:
            self.idea.setCurrentIndex(max(self._place_of(chosen.id), 0))

    def begin(self) -> None:
        self.show()
        self.idea.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Taken, or left: empty for the next one."""
        for line in (self.label, self.before):
            line.clear()
        self._show_error("", "")
        self.hide()

    def show_error(self, error: AppError) -> None:
        field = error.field if isinstance(error, InvalidInput) else "label"
        self._show_error(field, self._tools.words.error(error))

    @property
    def _chosen(self) -> Idea | None:
        place = self.idea.currentIndex()
        return self._ideas[place] if 0 <= place < len(self._ideas) else None

    def _place_of(self, idea_id: UUID) -> int:
        return next((place for place, idea in enumerate(self._ideas) if idea.id == idea_id), -1)

    def _build(self) -> None:
        theme, words = self._tools.theme, self._tools.words
        tr = words.tr
        self.idea = Choice(theme)
        self.idea.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label, self.before = Line(), Line()
        self.label.setPlaceholderText(tr("coffees sold on a Friday"))
        self.done_on = DayChoice(theme)
        self.done_on.setLocale(QLocale("en_GB" if words.language == "en" else words.language))
        self.done_on.setDisplayFormat("d MMMM yyyy")
        self._fields = {
            "idea": Field("measure-idea", tr("Which idea was carried out?"), self.idea),
            "label": Field("measure-label", tr("What do you count?"), self.label),
            "before": Field("measure-before", tr("How many was it before?"), self.before),
            "done_on": Field("measure-day", tr("Carried out on"), self.done_on),
        }
        self._fields["done_on"].say(tr("Thirty days later you are asked for the same number."))
        self.keep = Button(theme, tr("Keep this number"))
        self.keep.setObjectName("measure-keep")
        self.leave = Button(theme, tr("Go back"), role=UNDERLINED)
        self.leave.setObjectName("measure-leave")
        verbs = QHBoxLayout()
        verbs.setSpacing(16)
        verbs.addWidget(self.keep)
        verbs.addWidget(self.leave)
        verbs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(14)
        for field in self._fields.values():
            column.addWidget(field)
        column.addLayout(verbs)

    def _connect(self) -> None:
        self.idea.currentIndexChanged.connect(self._take_day)
        self.keep.clicked.connect(self._keep)
        for line in (self.label, self.before):
            line.returnPressed.connect(self._keep)
        self.leave.clicked.connect(self.end)

    def _take_day(self) -> None:
        if (idea := self._chosen) is not None:
            day = self._local_date(idea)
            self.done_on.setDate(QDate(day.year, day.month, day.day))

    def _keep(self) -> None:
        self._show_error("", "")
        idea = self._chosen
        if idea is None:
            return
        try:
            before = read_number(self.before.text(), "before")
        except InvalidInput as wrong:
            self.show_error(wrong)
            return
        chosen = self.done_on.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.begun.emit(NewMeasure(idea.id, self.label.text(), before, day))

    def _show_error(self, wrong: str, sentence: str) -> None:
        for name, field in self._fields.items():
            field.show_error(sentence if name == wrong else "")
        if wrong in self._fields:
            self._fields[wrong].take_focus()
