"""Step 2: when the shop is open. Most are open from and to the same time on each day."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dates import short_weekdays, weekdays
from app.domain.hours import WeekHours
from app.domain.shop import Shop
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.closed_days import ClosedDays
from ui.desk.shop.field import CalmWheel, Field
from ui.desk.shop.hours_box import DayHours, HoursBox
from ui.desk.start.opening_words import opening_lines
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button


class HoursStep(Step):
    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("When are you open?"),
            tr("Promises count open days only, and outside these hours kiosks rest."),
        )
        language = tools.words.language
        self.weekdays = [Cell(tools.theme, word) for word in short_weekdays(language)]
        for day, cell in enumerate(self.weekdays):
            cell.setObjectName(f"start-weekday-{day}")
            cell.setAccessibleName(weekdays(language)[day])
            cell.clicked.connect(self._tell_days)
        names = (*weekdays(language), tr("Every open day"))
        self.every_day = DayHours(tools, wheel, len(names) - 1, names)
        self.each_day = HoursBox(tools, wheel)
        self.differ = Button(tools.theme, tr("Not the same every day"), role=UNDERLINED)
        self.differ.setObjectName("start-differ")
        self.closed = ClosedDays(tools, wheel)
        self._differs = False
        self._lay_out()
        self.setFocusProxy(self.weekdays[0])

    def _lay_out(self) -> None:
        tr = self._tools.words.tr
        hours = QWidget()
        column = QVBoxLayout(hours)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.every_day, self.each_day):
            column.addWidget(part)
        column.addWidget(self.differ, 0, Qt.AlignmentFlag.AlignLeading)
        fields = self.fields
        days = Flow(self._tools.theme, self.weekdays)
        fields["open_weekdays"] = Field("start-weekdays", tr("Open on"), self.weekdays[0], days)
        fields["hours"] = Field("start-hours", tr("From when to when"), self.every_day.whole_day, hours)
        fields["closed_days"] = Field(
            "start-closed", tr("Closed on these days, if you know them"), self.closed.first, self.closed
        )
        self.add([fields["open_weekdays"], fields["hours"], fields["closed_days"]])
        self.every_day.changed.connect(self._tell_hours)
        self.each_day.changed.connect(self._tell_hours)
        self.closed.changed.connect(self._tell)
        self.differ.clicked.connect(self._let_differ)

    @property
    def hours(self) -> WeekHours:
        if self._differs:
            return self.each_day.hours
        return (self.every_day.hours,) * len(self.weekdays)

    @property
    def open_weekdays(self) -> frozenset[int]:
        return frozenset(day for day, cell in enumerate(self.weekdays) if cell.isChecked())

    def show_shop(self, shop: Shop) -> None:
        for day, cell in enumerate(self.weekdays):
            cell.setChecked(day in shop.open_weekdays)
        open_hours = {shop.hours[day] for day in shop.open_weekdays}
        self._differs = len(open_hours) > 1
        self.each_day.show_hours(shop.hours)
        if not self._differs:
            self.every_day.show_hours(next(iter(open_hours), None))
        self.closed.show_days(shop.closed_days)
        self.closed.start_from(shop.local_date(self._tools.clock.now()))
        self._show_hours()

    def said(self, shop: Shop) -> Shop:
        return replace(shop, open_weekdays=self.open_weekdays, hours=self.hours, closed_days=self.closed.days)

    def _let_differ(self) -> None:
        """Each day begins as they all were."""
        self._differs = True
        self.each_day.show_hours((self.every_day.hours,) * len(self.weekdays))
        self._show_hours()
        self.each_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_days(self) -> None:
        self._show_hours()
        self._tell()

    def _tell_hours(self) -> None:
        self._show_hours()
        self._tell()

    def _show_hours(self) -> None:
        self.each_day.show_open(self.open_weekdays)
        self.each_day.setVisible(self._differs)
        self.every_day.setVisible(not self._differs)
        self.differ.setVisible(not self._differs)
        lines = opening_lines(self.open_weekdays, self.hours, self._tools.words)
        self.fields["hours"].say(" ".join(f"{line.days}: {line.hours}." for line in lines))
