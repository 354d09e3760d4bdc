"""Over the board: its name, and the places of the shop as words with the count of what hangs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from ui.desk.shop.cells import GAP as FLOW_GAP
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import VERB, Button
from ui.shared.labels import label, tell_about
from ui.shared.tabs import Tab

TAB_LETTERS = 18
GAP = 16


@dataclass(frozen=True, slots=True)
class PlaceTab:
    """`id` None: what hangs somewhere that nobody noted."""

    id: UUID | None
    name: str
    count: int


class WallHead(QWidget):
    """`place_chosen` carries an id or None."""

    place_chosen = Signal(object)
    add_requested = Signal()
    change_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._tabs: dict[UUID | None, Tab] = {}
        self._shown: Sequence[PlaceTab] = ()
        self._flow: Flow | None = None
        self._group: QButtonGroup | None = None
        self._build()
        tools.theme.changed.connect(self._share_room)

    @property
    def tabs(self) -> Sequence[Tab]:
        return list(self._tabs.values())

    def show_places(self, places: Sequence[PlaceTab], chosen: UUID | None) -> None:
        """The same places keep their words, and with them the keyboard."""
        if [(each.id, each.name) for each in places] != [(each.id, each.name) for each in self._shown]:
            self._make_tabs(places)
        self._shown = list(places)
        for each in places:
            self._tabs[each.id].set_count(each.count)
            self._tabs[each.id].setChecked(each.id == chosen)
        name = next((each.name for each in places if each.id == chosen), "")
        self._title.setText(name or self._tools.words.tr("Wall"))
        self.change.setVisible(chosen is not None)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def step(self, by: int) -> None:
        """To the next place in the row."""
        ids = list(self._tabs)
        here = next((row for row, tab in enumerate(self._tabs.values()) if tab.isChecked()), 0)
        if ids:
            self.place_chosen.emit(ids[(here + by) % len(ids)])

    def _make_tabs(self, places: Sequence[PlaceTab]) -> None:
        if self._flow is not None:
            self._flow.hide()
            self._flow.deleteLater()
        self._tabs, self._group = {}, QButtonGroup(self)
        for place in places:
            tab = Tab(self._tools.theme, _shortened(place.name))
            tab.setObjectName(f"wall-place-{len(self._tabs)}")
            tell_about(tab, place.name)
            tab.clicked.connect(partial(self.place_chosen.emit, place.id))
            self._group.addButton(tab)
            self._tabs[place.id] = tab
        self._flow = Flow(self._tools.theme, list(self._tabs.values()))
        self._row.insertWidget(1, self._flow)
        for tab in self._tabs.values():
            tab.show()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label(tr("Wall"), "title", wrap=True)
        self._title.setObjectName("wall-title")
        self.change = Button(theme, "", role=VERB, icon="settings")
        self.change.setObjectName("wall-change-place")
        self.change.setAccessibleName(tr("Name and measures of this place"))
        tell_about(self.change, tr("Name and measures of this place"))
        self.change.hide()
        self.change.clicked.connect(self.change_requested)
        self.add = Button(theme, "", role=VERB, icon="plus")
        self.add.setObjectName("wall-add-place")
        self.add.setAccessibleName(tr("New place"))
        tell_about(self.add, tr("New place"))
        self.add.clicked.connect(self.add_requested)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._title, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._row, 1)
        for button in (self.add, self.change):
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._make_tabs(())

    def _share_room(self) -> None:
        """The words stand beside the name where both fit, else below it."""
        if self._flow is None:
            return
        needed = sum(tab.sizeHint().width() + FLOW_GAP for tab in self._tabs.values())
        bold = QFontMetricsF(self._tools.theme.font(25, bold=True))
        named = round(bold.horizontalAdvance(self._title.text())) + 2 * GAP
        buttons = self.add.sizeHint().width() + self.change.sizeHint().width() + GAP
        beside = needed + named + buttons <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setSpacing(GAP if beside else 4)
        self._flow.setMaximumWidth(needed if beside else 16_777_215)
        self._flow.setMinimumWidth(needed if beside else 0)
        self._flow.settle()


def _shortened(name: str) -> str:
    return name if len(name) <= TAB_LETTERS else f"{name[: TAB_LETTERS - 1].rstrip()}…"
