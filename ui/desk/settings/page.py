"""The page of the settings: its sections at the side, the open one beside them, and search over all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk.settings.finding import Findable, found
from ui.desk.settings.side_entry import SideEntry
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.keys import ALONE, bind
from ui.shared.labels import hair, label, upright_hair

SIDE_WIDTH = 236
HEAD_HEIGHT = 64
SHOWN_FINDS = 12
WIDEST = 16_777_215
# A narrower page shows its list or a section, not both.
BOTH_NEED = 700


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """`make` is called when the section is first opened. `findables` are what search knows of it."""

    key: str
    title: str
    make: Callable[[], QWidget]
    findables: Sequence[Findable] = ()


class SettingsPage(QWidget):
    """`section_shown` carries the key of the section that lies open."""

    section_shown = Signal(str)

    def __init__(self, *, tools: Tools, sections: Sequence[Section]) -> None:
        super().__init__()
        self._tools = tools
        self._sections = {section.key: section for section in sections}
        self._made: dict[str, QWidget] = {}
        self._is_narrow = False
        self._entries: dict[str, SideEntry] = {}
        self._build()
        self._show_sides(section=True)
        self._connect()
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def section(self) -> str:
        """The key of the section that lies open, empty before the first."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def show_section(self, key: str, widget: str = "") -> None:
        """Open a section, at the field of that object name if there is one."""
        if key not in self._made:
            self._made[key] = self._sections[key].make()
            self._stack.addWidget(self._made[key])
        shown = self._made[key]
        self._entries[key].setChecked(True)
        self._stack.setCurrentWidget(shown)
        self._show_sides(section=True)
        self.setFocusProxy(self._entries[key])
        self.section_shown.emit(key)
        target = shown.findChild(QWidget, widget) if widget else None
        if target is not None:
            self._bring(target)

    def open(self) -> None:
        """The first section, unless one lies open already."""
        if not self.section:
            self.show_section(next(iter(self._sections)))

    def _follow(self, key: str, *, checked: bool) -> None:
        if checked and self._stack.currentWidget() is not self._made.get(key):
            self.show_section(key)

    def _bring(self, target: QWidget) -> None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        above = target.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(target, 0, 80)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.search = QLineEdit()
        self.search.setObjectName("settings-search")
        self.search.setPlaceholderText(tr("Search the settings"))
        self.search.setAccessibleName(tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.search)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        group = QButtonGroup(self)
        for key, section in self._sections.items():
            entry = SideEntry(theme, section.title)
            entry.setObjectName(f"settings-{key}")
            entry.setCheckable(True)
            group.addButton(entry)
            self._entries[key] = entry
            column.addWidget(entry)
        column.addStretch()
        self._finds = QWidget()
        self._found = QVBoxLayout(self._finds)
        self._found.setContentsMargins(0, 8, 0, 8)
        self._found.setSpacing(0)
        self._nothing = label(tr("Nothing here goes by these words."), "small", wrap=True)
        self._nothing.setContentsMargins(24, 8, 12, 8)
        self._found.addWidget(self._nothing)
        self._found.addStretch()
        self._side = QStackedWidget()
        self._side.addWidget(self._list)
        self._side.addWidget(self._finds)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._head)
        left.addWidget(hair())
        left.addWidget(self._side, 1)
        self.back = Button(theme, tr("All settings"), role=UNDERLINED, icon="back")
        self.back.setObjectName("settings-back")
        self._stack = QStackedWidget()
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._way_back = QWidget()
        way = QHBoxLayout(self._way_back)
        way.setContentsMargins(24, 12, 24, 0)
        way.addWidget(self.back)
        way.addStretch()
        right.addWidget(self._way_back)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(upright_hair())
        whole.addWidget(self._right, 1)

    def _connect(self) -> None:
        for key, entry in self._entries.items():
            entry.clicked.connect(lambda _checked=False, key=key: self.show_section(key))
            # Arrow keys choose within the group, and a chosen section is an open one.
            entry.toggled.connect(lambda checked, key=key: self._follow(key, checked=checked))
        self.back.clicked.connect(self._go_back)
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self._open_first)
        for keys in ("Ctrl+F", "/"):
            bind(self, keys, self.search.setFocus)
        bind(self.search, "Esc", self.search.clear, context=ALONE)

    def _show_found(self, wanted: str) -> None:
        for entry in self._finds.findChildren(SideEntry):
            entry.hide()
            entry.deleteLater()
        self._side.setCurrentWidget(self._finds if wanted.strip() else self._list)
        things = [thing for section in self._sections.values() for thing in section.findables]
        for place, thing in enumerate(found(wanted, things)[:SHOWN_FINDS]):
            title = self._sections[thing.section].title
            entry = SideEntry(self._tools.theme, thing.words, below=title if title != thing.words else "")
            entry.setObjectName(f"found-{place}")
            entry.clicked.connect(lambda _checked=False, thing=thing: self._open(thing))
            self._found.insertWidget(place, entry)
        self._nothing.setVisible(self._finds.findChild(SideEntry, "found-0") is None)

    def _open_first(self) -> None:
        things = [thing for section in self._sections.values() for thing in section.findables]
        first = found(self.search.text(), things)[:1]
        if first:
            self._open(first[0])

    def _open(self, thing: Findable) -> None:
        self.search.clear()
        self.show_section(thing.section, thing.widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _go_back(self) -> None:
        self._show_sides(section=False)
        self._entries[self.section].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sides(self, *, section: bool) -> None:
        self._left.setVisible(not (self._is_narrow and section))
        self._right.setVisible(not self._is_narrow or section)
        self._way_back.setVisible(self._is_narrow)

    def _fit(self) -> None:
        theme = self._tools.theme
        self._head.setFixedHeight(max(HEAD_HEIGHT, theme.px(56)))
        was_narrow = self._is_narrow
        self._is_narrow = self.width() < theme.px(BOTH_NEED)
        side = round(SIDE_WIDTH * (1 + (theme.text_percent - 100) / 210))
        self._left.setMinimumWidth(side)
        self._left.setMaximumWidth(WIDEST if self._is_narrow else side)
        if was_narrow != self._is_narrow:
            self._show_sides(section=bool(self.section))
