"""Days on which the shop is closed though its weekday is open: holidays, a wedding, the stocktaking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import day_in_words
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import CalmWheel
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.choices import DayChoice
from ui.shared.labels import hair, label

LONGEST_RUN_DAYS = 366
ONE_DAY = timedelta(days=1)


class ClosedDays(QWidget):
    """`changed` comes when the person added or removed days. Runs of days stand as one line."""

    changed = Signal()

    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        super().__init__()
        self._tools = tools
        self._days: frozenset[date] = frozenset()
        self._rows: list[QWidget] = []
        self._build(wheel)

    @property
    def days(self) -> frozenset[date]:
        return self._days

    def show_days(self, days: frozenset[date]) -> None:
        if days != self._days:
            self._days = days
            self._list_days()

    def start_from(self, today: date) -> None:
        """Propose the day after today."""
        self.first.setDate(_to_qt(today + ONE_DAY))

    def add(self) -> None:
        """From the first to the last day; the next one is proposed, so that Enter goes on day by day."""
        first, last = _from_qt(self.first.date()), _from_qt(self.last.date())
        self.show_days(self._days | set(_days_of(first, last)))
        self.first.setDate(_to_qt(last + ONE_DAY))
        self.changed.emit()

    def _remove(self, first: date, last: date) -> None:
        self.show_days(self._days - set(_days_of(first, last)))
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _build(self, wheel: CalmWheel) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.first = self._make_date(wheel, tr("First closed day"), "closed-first")
        self.last = self._make_date(wheel, tr("Last closed day"), "closed-last")
        self.add_days = Button(theme, tr("Add"), role=ON_WALL, icon="plus")
        self.add_days.setObjectName("closed-add")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Flow(theme, [self.first, self._build_until(), self.add_days]))
        column.addLayout(self._list)
        self.first.dateChanged.connect(self._follow_first)
        self.add_days.clicked.connect(self.add)

    def _build_until(self) -> QWidget:
        """The last day and the word before it, which never part."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self._tools.words.tr("to"), "soft"))
        row.addWidget(self.last)
        return made

    def _make_date(self, wheel: CalmWheel, name: str, object_name: str) -> DayChoice:
        language = self._tools.words.language
        made = DayChoice(self._tools.theme)
        made.setObjectName(object_name)
        made.setAccessibleName(name)
        made.setLocale(QLocale("en_GB" if language == "en" else language))
        made.setDisplayFormat("ddd d MMM yyyy")
        wheel.hold(made)
        return made

    def _follow_first(self, first: QDate) -> None:
        """The last day is never before the first, and a single day is the usual case."""
        self.last.setDateRange(first, first.addDays(LONGEST_RUN_DAYS))
        self.last.setDate(first)

    def _list_days(self) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [self._row(first, last) for first, last in runs_of(self._days)]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, first: date, last: date) -> QWidget:
        words = self._tools.words
        said = _with_year(first, words.language)
        if last != first:
            said = words.tr("%(first)s to %(last)s", first=said, last=_with_year(last, words.language))
        remove = Button(self._tools.theme, words.tr("Remove"), role=UNDERLINED)
        remove.setObjectName(f"open-again-{first.isoformat()}")
        remove.setAccessibleName(words.tr("Remove %(days)s", days=said))
        remove.clicked.connect(self._remover(first, last))
        made = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.addWidget(label(said, wrap=True), 1)
        line.addWidget(remove)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(hair())
        return made

    def _remover(self, first: date, last: date) -> Callable[[], None]:
        return lambda: self._remove(first, last)


def runs_of(days: Iterable[date]) -> list[tuple[date, date]]:
    """First and last day of each unbroken run, in order."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] == ONE_DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _days_of(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _with_year(day: date, language: str) -> str:
    return f"{day_in_words(day, language)} {day.year}"


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _from_qt(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
