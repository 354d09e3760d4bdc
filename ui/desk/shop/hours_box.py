"""From when to when the shop is open, for each weekday on which it opens at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTimeEdit, QVBoxLayout, QWidget

from app.dates import time_in_words, weekdays
from app.domain.hours import OpeningHours, WeekHours
from ui.desk.shop.cells import HEIGHT, Cell, Flow
from ui.desk.shop.field import CalmWheel
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

USUAL = OpeningHours(time(9), time(18))
TIME_WIDTH = 84


class HoursBox(QWidget):
    """`changed` comes with every change by the person, never by `show_hours`. A day that is not open keeps
    its hours for when it opens again."""

    changed = Signal()

    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        super().__init__()
        self._words = tools.words
        self._names = weekdays(tools.words.language)
        self._days = [DayHours(tools, wheel, number, self._names) for number in range(len(self._names))]
        self._last_said = 0
        self._open: frozenset[int] = frozenset()
        self.copy = Button(tools.theme, "", role=UNDERLINED)
        self.copy.setObjectName("hours-copy")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, day in enumerate(self._days):
            column.addWidget(day)
            day.changed.connect(self._teller(number))
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)
        self.copy.clicked.connect(self.copy_to_all)

    @property
    def hours(self) -> WeekHours:
        return tuple(day.hours for day in self._days)

    @property
    def meaning(self) -> str:
        """What the hours are for, and which of them reach into the next day."""
        tr = self._words.tr
        late = [
            tr(
                "%(day)s until %(time)s of the next day.",
                day=self._names[number],
                time=time_in_words(hours.closes, self._words.language),
            )
            for number, hours in enumerate(self.hours)
            if hours is not None and hours.is_overnight and number in self._open
        ]
        return " ".join([tr("Outside these hours kiosks rest and dim."), *late])

    def show_hours(self, hours: WeekHours) -> None:
        for day, said in zip(self._days, hours, strict=True):
            day.show_hours(said)

    def show_open(self, open_weekdays: frozenset[int]) -> None:
        """Only days on which the shop opens have hours to say."""
        self._open = open_weekdays
        for number, day in enumerate(self._days):
            day.setVisible(number in open_weekdays)
        source = self._source
        self.copy.set_words(self._words.tr("Every open day as on %(day)s", day=self._names[source]))
        hours = self.hours
        self.copy.setVisible(any(hours[number] != hours[source] for number in open_weekdays))
        impossible = [number for number in sorted(open_weekdays) if _is_impossible(hours[number])]
        self.setFocusProxy(self._days[impossible[0] if impossible else source].first_field)

    def copy_to_all(self) -> None:
        """The hours that were said last, for every day; undone like any change, by not saving it."""
        said = self._days[self._source].hours
        for number in self._open:
            self._days[number].show_hours(said)
        self._days[self._source].first_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @property
    def _source(self) -> int:
        """The day whose hours were said last, or the first one of the week."""
        return self._last_said if self._last_said in self._open else min(self._open, default=0)

    def _teller(self, number: int) -> Callable[[], None]:
        def tell() -> None:
            self._last_said = number
            self.changed.emit()

        return tell


class DayHours(QWidget):
    """One weekday: the whole day, or from and to."""

    changed = Signal()

    def __init__(self, tools: Tools, wheel: CalmWheel, number: int, names: Sequence[str]) -> None:
        super().__init__()
        self._theme, tr = tools.theme, tools.words.tr
        self._names, name = names, names[number]
        self._is_filling = False
        self._name = label(name)
        self._to = label(tr("to"), "soft")
        self.opens = self._make_time(wheel, f"hours-opens-{number}", tr("%(day)s, opens at", day=name))
        self.closes = self._make_time(wheel, f"hours-closes-{number}", tr("%(day)s, closes at", day=name))
        self.whole_day = Cell(self._theme, tr("All day"))
        self.whole_day.setObjectName(f"hours-all-day-{number}")
        self.whole_day.setAccessibleName(tr("%(day)s, all day", day=name))
        self._times = Flow(self._theme, [self._name, self.whole_day, self.opens, self._to, self.closes])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._times)
        self.whole_day.clicked.connect(self._choose)
        self._theme.changed.connect(self._fit)
        self._fit()
        self.show_hours(None)

    @property
    def hours(self) -> OpeningHours | None:
        if self.whole_day.isChecked():
            return None
        return OpeningHours(_time(self.opens), _time(self.closes))

    def show_hours(self, hours: OpeningHours | None) -> None:
        """The fields that the person is in keep their place."""
        self._is_filling = True
        self.whole_day.setChecked(hours is None)
        said = hours or USUAL
        for field, moment in ((self.opens, said.opens), (self.closes, said.closes)):
            if _time(field) != moment:
                field.setTime(QTime(moment.hour, moment.minute))
        self._is_filling = False
        self._show_times()

    @property
    def first_field(self) -> QWidget:
        return self.whole_day if self.whole_day.isChecked() else self.opens

    def _make_time(self, wheel: CalmWheel, object_name: str, name: str) -> QTimeEdit:
        made = QTimeEdit()
        made.setObjectName(object_name)
        made.setAccessibleName(name)
        made.setDisplayFormat("HH:mm")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setWrapping(True)
        wheel.hold(made)
        made.timeChanged.connect(self._tell)
        return made

    def _choose(self) -> None:
        self._show_times()
        if not self.whole_day.isChecked():
            self.opens.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _show_times(self) -> None:
        for part in (self.opens, self._to, self.closes):
            part.setVisible(not self.whole_day.isChecked())
        self._times.settle()

    def _fit(self) -> None:
        height = self._theme.px(HEIGHT)
        letters = QFontMetrics(self._theme.font(16))
        self._name.setFixedSize(max(map(letters.horizontalAdvance, self._names)) + 12, height)
        self._to.setFixedHeight(height)
        for field in (self.opens, self.closes):
            field.setFixedWidth(self._theme.px(TIME_WIDTH))
        self._times.settle()


def _time(field: QTimeEdit) -> time:
    said = field.time()
    return time(said.hour(), said.minute())


def _is_impossible(hours: OpeningHours | None) -> bool:
    return hours is not None and hours.opens == hours.closes
