"""Show only: what the list is narrowed to, choice by choice, and the views kept under names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ideas import Channel, HeldFor, Status, Visibility
from app.domain.placements import Placement
from app.domain.tags import Tag
from app.domain.views import Filter, SavedView
from ui.desk import wording
from ui.desk.inbox.list_delegate import held_word
from ui.desk.inbox.saved_views import SavedViews
from ui.desk.shop.cells import Cell, Flow
from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.choices import DayChoice
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import hair, label
from ui.shared.layouts import clear
from ui.shared.scrolling import scrolling

WIDTH, HEIGHT = 620, 640
MARGIN = 28
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from in this shop."""

    tags: Sequence[Tag]
    places: Sequence[Placement]
    views: Sequence[SavedView]
    counts: Mapping[UUID, int]


class FilterBox(QDialog):
    """`filter_changed` comes with every choice: the list follows at once."""

    filter_changed = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._is_filling = False
        self._tags: dict[UUID, Cell] = {}
        self._places: dict[str, Cell] = {}
        self.setWindowTitle(tools.words.tr("Show only"))
        self.setObjectName("filter-box")
        self.views = SavedViews(tools)
        self._build()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def filter(self) -> Filter:
        between = self._between.isChecked()
        return Filter(
            statuses=_chosen(self._statuses),
            visibilities=_chosen(self._visibilities),
            channels=_chosen(self._channels),
            tags=_chosen(self._tags),
            places=_chosen(self._places),
            held=_chosen(self._held),
            replied=self._replied.isChecked(),
            since=_day(self.since.date()) if between else None,
            until=_day(self.until.date()) if between else None,
        )

    def begin(self, choices: Choices, shown: Filter, today: date) -> None:
        self._offer(choices)
        self.views.show_views(choices.views, choices.counts)
        self.fill(shown, today)
        self._fit()
        self.open()
        first = self.views.list if choices.views else next(iter(self._statuses.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, shown: Filter, today: date) -> None:
        """As the list is narrowed now; days that are not asked for stand at today."""
        self._is_filling = True
        for cells, chosen in (
            (self._statuses, shown.statuses),
            (self._visibilities, shown.visibilities),
            (self._channels, shown.channels),
            (self._held, shown.held),
            (self._tags, shown.tags),
            (self._places, shown.places),
        ):
            for value, cell in cells.items():
                cell.setChecked(value in chosen)
        self._replied.setChecked(shown.replied)
        self._between.setChecked(shown.since is not None or shown.until is not None)
        for field, day in ((self.since, shown.since), (self.until, shown.until)):
            asked = day or today
            field.setDate(QDate(asked.year, asked.month, asked.day))
        self._is_filling = False
        self._show_days()

    def _offer(self, choices: Choices) -> None:
        """Tags and places come and go."""
        self._tags = {tag.id: self._cell(f"tag-{tag.name}", tag.name) for tag in choices.tags}
        self._places = {place.token: self._cell(place.token, place.label) for place in choices.places}
        for home, cells in ((self._tag_home, self._tags), (self._place_home, self._places)):
            clear(home)
            if cells:
                title = (
                    self._tools.words.tr("Tags") if home is self._tag_home else self._tools.words.tr("Places")
                )
                home.addWidget(label(title, "small"))
                home.addWidget(Flow(self._tools.theme, list(cells.values())))

    def _hear(self) -> None:
        self._show_days()
        if not self._is_filling:
            self.filter_changed.emit()

    def _show_days(self) -> None:
        self._days.setVisible(self._between.isChecked())

    def _cell(self, name: str, words: str) -> Cell:
        cell = Cell(self._tools.theme, words)
        cell.setObjectName(f"only-{name}")
        cell.toggled.connect(self._hear)
        return cell

    def _cells(self, values: Iterable[E], words: Mapping[E, str]) -> dict[E, Cell]:
        return {value: self._cell(value.value, words[value]) for value in values}

    def _build(self) -> None:
        words = self._tools.words
        tr = words.tr
        self._statuses = self._cells(Status, {each: tr(wording.STATUS_WORDS[each]) for each in Status})
        self._visibilities = self._cells(
            Visibility, {each: tr(wording.VISIBILITY_WORDS[each]) for each in Visibility}
        )
        self._channels = self._cells(Channel, {each: tr(wording.CHANNEL_WORDS[each]) for each in Channel})
        self._held = self._cells(HeldFor, {each: held_word(each, words) for each in HeldFor})
        self._replied = self._cell("replied", tr("wrote back, not yet answered"))
        self._between = self._cell("between", tr("came between two days"))
        self._tag_home, self._place_home = QVBoxLayout(), QVBoxLayout()
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 20, MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(hair())
        column.addWidget(label(tr("Show only"), "heading"))
        for title, cells in (
            (tr("Decision"), self._statuses),
            (tr("Who sees it"), self._visibilities),
            (tr("How it came"), self._channels),
        ):
            self._add(column, title, list(cells.values()))
        column.addLayout(self._tag_home)
        column.addLayout(self._place_home)
        self._add(column, tr("Held for a closer look"), list(self._held.values()))
        self._add(column, tr("And"), [self._replied, self._between])
        column.addWidget(self._build_days())
        column.addStretch()
        scroll = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._build_buttons())

    def _build_days(self) -> QWidget:
        tr = self._tools.words.tr
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        self.since, self.until = DayChoice(self._tools.theme), DayChoice(self._tools.theme)
        for field, name in ((self.since, tr("First day")), (self.until, tr("Last day"))):
            field.setAccessibleName(name)
            field.dateChanged.connect(self._hear)
            row.addWidget(label(name, "small"))
            row.addWidget(field)
        row.addStretch()
        return self._days

    def _build_buttons(self) -> QHBoxLayout:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.show_all = Button(theme, tr("Show all"))
        self.show_all.setObjectName("filter-show-all")
        self.leave = Button(theme, tr("Close"), key=tr("Esc"))
        for button in (self.show_all, self.leave):
            button.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, MARGIN, 20)
        row.addWidget(self.show_all)
        row.addStretch()
        row.addWidget(self.leave)
        return row

    def _add(self, column: QVBoxLayout, title: str, cells: Sequence[QWidget]) -> None:
        column.addWidget(label(title, "small"))
        column.addWidget(Flow(self._tools.theme, cells))

    def _fit(self) -> None:
        percent = self._tools.theme.text_percent / 100
        above = self.parentWidget()
        most = above.size() if above is not None else QSize(WIDTH, HEIGHT)
        self.setFixedSize(QSize(round(WIDTH * percent), round(HEIGHT * percent)).boundedTo(most))


def _chosen(cells: Mapping[T, Cell]) -> frozenset[T]:
    return frozenset(value for value, cell in cells.items() if cell.isChecked())


def _day(shown: QDate) -> date:
    return date(shown.year(), shown.month(), shown.day())
