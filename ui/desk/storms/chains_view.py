"""What was written in a storm, as chains: how much there is, in which order, and the notes themselves."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.chains import Chain, ChainOrder, chains, in_order
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from ui.desk.storms import wording
from ui.desk.storms.chain_columns import ChainColumns
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import label
from ui.shared.tabs import Tab

# So many notes are hung at once; a wall of more is read in pieces.
NOTES_AT_ONCE = 90
TAB_HEIGHT = 36


class ChainsView(QWidget):
    """Signals as in `ChainColumns`."""

    idea_requested = Signal(object)
    pick_requested = Signal(object)
    focus_moved = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._chains: Sequence[Chain] = ()
        self._picked: Sequence[UUID] = ()
        self._may_pick = False
        self._most = NOTES_AT_ONCE
        self._storm: UUID | None = None
        self._build()
        self._connect()

    @property
    def order(self) -> ChainOrder:
        return next(order for order, tab in self._tabs.items() if tab.isChecked())

    def show_view(self, view: StormView) -> None:
        if view.storm.id != self._storm:
            self._storm, self._most = view.storm.id, NOTES_AT_ONCE
        self._chains = chains(view.public)
        self._picked = view.shortlist if view.phase not in (Phase.DRAFT, Phase.ANNOUNCED) else ()
        self._may_pick = view.phase is Phase.GATHERING
        if view.storm.top is None and set(self._picked) == {idea.id for idea in view.public}:
            # All of it can be chosen: nothing stands out.
            self._picked = self._picked if self._may_pick else ()
        linked = sum(len(chain) > 1 for chain in self._chains)
        self._head.setVisible(bool(view.public))
        self._count.setText(wording.gathered(view, linked, self._tools.words))
        for tab in self._tabs.values():
            tab.setVisible(bool(linked))
        self._empty.setText(self._nothing(view))
        self._empty.setVisible(not view.public)
        self._show()

    def _nothing(self, view: StormView) -> str:
        tr = self._tools.words.tr
        if view.phase is Phase.DRAFT:
            return tr("Ideas will hang here, each on the one it builds on, once you have announced it.")
        if view.phase is Phase.ANNOUNCED:
            return tr("Ideas will hang here, each on the one it builds on, once gathering has begun.")
        if view.phase is Phase.GATHERING:
            return tr(
                "The first ideas will hang here. Say yourself what you heard: “Someone said” writes it down."
            )
        return ""

    def _show(self) -> None:
        wanted = in_order(self._chains, self.order)
        shown, room = [], self._most
        for chain in wanted:
            if room <= 0:
                break
            shown.append(chain)
            room -= len(chain)
        self.columns.show_chains(shown, self._picked, may_pick=self._may_pick)
        words, more = self._tools.words, sum(len(chain) for chain in wanted[len(shown) :])
        self.more.set_words(words.trn("Show %(count)s more", "Show %(count)s more", more))
        self.more.setVisible(more > 0)

    def _show_more(self) -> None:
        last = self.columns.notes[-1]
        self._most += NOTES_AT_ONCE
        self._show()
        last.setFocus()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._count = label("", "heading")
        self._count.setObjectName("storm-count")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self._count)
        head.addStretch()
        self._tabs: dict[ChainOrder, Tab] = {}
        group = QButtonGroup(self)
        titles = {
            ChainOrder.LONGEST: tr("Longest"),
            ChainOrder.NEWEST: tr("Newest"),
            ChainOrder.ALONE: tr("Alone"),
        }
        for order, title in titles.items():
            tab = Tab(theme, title)
            tab.setObjectName(f"chains-{order.value}")
            tab.setMaximumHeight(theme.px(TAB_HEIGHT))
            group.addButton(tab)
            self._tabs[order] = tab
            head.addWidget(tab)
        self._tabs[ChainOrder.LONGEST].setChecked(True)
        self._empty = label("", "soft", wrap=True)
        self.columns = ChainColumns(self._tools)
        self.more = Button(theme, "", role=ON_WALL)
        self.more.setObjectName("chains-more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(self.columns)
        column.addWidget(self.more)

    def _connect(self) -> None:
        for tab in self._tabs.values():
            # Arrow keys choose within the group too.
            tab.toggled.connect(self._follow_tab)
        self.more.clicked.connect(self._show_more)
        self._tools.theme.changed.connect(self._fit)
        self.columns.idea_requested.connect(self.idea_requested)
        self.columns.pick_requested.connect(self.pick_requested)
        self.columns.focus_moved.connect(self.focus_moved)

    def _fit(self) -> None:
        for tab in self._tabs.values():
            tab.setMaximumHeight(self._tools.theme.px(TAB_HEIGHT))

    def _follow_tab(self, checked: bool) -> None:
        if checked:
            self._most = NOTES_AT_ONCE
            self._show()
