"""The views kept under names: opened by Enter, put in order, renamed, removed; and a new one kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.views import SavedView
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import WORD, Button
from ui.shared.keys import ALONE, bind
from ui.shared.labels import label, set_role

VIEW_ROLE = Qt.ItemDataRole.UserRole
MOST_COUNTED = 1000
LINE_HEIGHT = 36
MOST_LINES = 5


class SavedViews(QWidget):
    """The signals are wishes and carry the SavedView."""

    open_requested = Signal(object)
    save_requested = Signal(str)
    rename_requested = Signal(object, str)
    move_requested = Signal(object, int)
    remove_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._renamed: SavedView | None = None
        self._build()
        self._connect()

    def show_views(self, views: Sequence[SavedView], counts: Mapping[UUID, int]) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for view in views:
            item = QListWidgetItem(f"\u2068{view.name}\u2069  ·  {self._count(counts.get(view.id, 0))}")
            item.setData(VIEW_ROLE, view)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(views) - 1)))
        for part in (self.list, self._title, self._care):
            part.setVisible(bool(views))
        lines = min(len(views), MOST_LINES)
        self.list.setFixedHeight(self._tools.theme.px(LINE_HEIGHT) * lines + 4)
        self.taken()

    def taken(self) -> None:
        self._renamed = None
        self.name.clear()
        self.name.setPlaceholderText(self._tools.words.tr("Keep what is shown as a view called ..."))
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _count(self, count: int) -> str:
        words = self._tools.words
        if count >= MOST_COUNTED:
            return words.tr("%(count)s ideas or more", count=MOST_COUNTED)
        return words.trn("%(count)s idea", "%(count)s ideas", count)

    @property
    def _current(self) -> SavedView | None:
        item = self.list.currentItem()
        view = item.data(VIEW_ROLE) if item is not None else None
        return view if isinstance(view, SavedView) else None

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label(tr("Your views"), "heading")
        self.list = QListWidget()
        self.list.setObjectName("saved-views")
        self.list.setAccessibleName(tr("Your views"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.list, "proposals")
        self.rename = Button(theme, tr("Rename"), role=WORD, key="F2")
        self.up = Button(theme, tr("Further up"), role=WORD, key=tr("Ctrl Up"))
        self.down = Button(theme, tr("Further down"), role=WORD, key=tr("Ctrl Down"))
        self.remove = Button(theme, tr("Remove"), role=WORD, key=tr("Ctrl Del"))
        buttons = (self.rename, self.up, self.down, self.remove)
        for name, button in zip(("rename", "up", "down", "remove"), buttons, strict=True):
            button.setObjectName(f"view-{name}")
            button.setAutoDefault(False)
        self._care = Flow(theme, buttons)
        self.name = Line()
        self.name.setObjectName("view-name")
        self.name.setAccessibleName(tr("Name of the view"))
        self.keep = Button(theme, tr("Keep"))
        self.keep.setObjectName("view-keep")
        self.keep.setAutoDefault(False)
        self._error = label("", "error", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self.list, self._care):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._error)

    def _connect(self) -> None:
        self.list.itemActivated.connect(lambda _item: self._wish(self.open_requested.emit))
        self.list.itemClicked.connect(lambda _item: self._wish(self.open_requested.emit))
        self.rename.clicked.connect(lambda: self._wish(self._begin_rename))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(lambda: self._wish(self.remove_requested.emit))
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        keys = (
            ("F2", self.rename),
            ("Ctrl+Up", self.up),
            ("Ctrl+Down", self.down),
            ("Ctrl+Del", self.remove),
        )
        for key, button in keys:
            bind(self.list, key, button.click, context=ALONE)

    def _wish(self, act: Callable[[SavedView], object]) -> None:
        if (view := self._current) is not None:
            act(view)

    def _begin_rename(self, view: SavedView) -> None:
        self._renamed = view
        self.name.setText(view.name)
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        view, row = self._current, self.list.currentRow()
        if view is not None and 0 <= row + by < self.list.count():
            self.list.setCurrentRow(row + by)
            self.move_requested.emit(view, row + by)

    def _keep(self) -> None:
        if self._renamed is not None:
            self.rename_requested.emit(self._renamed, self.name.text())
        else:
            self.save_requested.emit(self.name.text())
