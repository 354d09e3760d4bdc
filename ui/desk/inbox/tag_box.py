"""The small box of tags: type, Enter, and a tag is on all that is chosen, or off again. Tags themselves are
renamed, put together, shown to customers and retired here too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.tags import Tag, same_name
from ui.desk.inbox.tag_list import TagList
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import WORD, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label

WIDTH = 460
MARGIN = 24
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class Mode(Enum):
    """What Enter does: put on or take off, give another name, put together with another one."""

    TAG = 1
    RENAME = 2
    MERGE = 3


class TagBox(QDialog):
    """The signals are wishes; the box stays until it is left, and shows what came of each."""

    tag_requested = Signal(object)
    untag_requested = Signal(object)
    new_tag_requested = Signal(str)
    rename_requested = Signal(object, str)
    merge_requested = Signal(object, object)
    show_requested = Signal(object, bool)
    retire_requested = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._mode = Mode.TAG
        self._meant: Tag | None = None
        self._tags: Sequence[Tag] = ()
        self._has_ideas = False
        self.setWindowTitle(tools.words.tr("Tags"))
        self.setObjectName("tag-box")
        self._build()
        self._connect()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def begin(self, what: str) -> None:
        """`what` names the chosen ideas; empty when none is."""
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self.typed.clear()
        self._enter_mode(Mode.TAG)
        self.open()
        self._grow()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tags(self, tags: Sequence[Tag], carried: Mapping[UUID, int], ideas: int) -> None:
        """All tags in use, by name, and how many of the chosen `ideas` carry each."""
        self._tags, self._has_ideas = tags, ideas > 0
        self.tags.show_tags(tags, carried, ideas)
        self._narrow()

    def taken(self) -> None:
        """What was asked is done."""
        self.typed.clear()
        self._enter_mode(Mode.TAG)

    def refuse(self, sentence: str) -> None:
        """What was typed stays."""
        self._show_error(sentence)

    def enter(self) -> None:
        self._show_error("")
        {Mode.TAG: self._tag, Mode.RENAME: self._rename, Mode.MERGE: self._merge}[self._mode]()

    def reject(self) -> None:
        """Esc leaves what was begun first, and the box after that."""
        if self._mode is Mode.TAG:
            super().reject()
        else:
            self.taken()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.typed and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in STEPS:
                self.tags.step(STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.enter()
                return True
        return super().eventFilter(watched, event)

    def _tag(self) -> None:
        text = self.typed.text().strip().lstrip("#").strip()
        exact = next((tag for tag in self._tags if same_name(tag.name, text)), None)
        # What is typed in part means the one that is marked; a whole new word with none to mark, a new tag.
        meant = exact or self.tags.current
        if not self._has_ideas:
            self._show_error(self._tools.words.tr("No idea is chosen. Choose one in the list first."))
        elif meant is None or (text and exact is None and not self._marks(meant, text)):
            self.new_tag_requested.emit(text)
        elif self.tags.is_carried_by_all(meant):
            self.untag_requested.emit(meant.id)
        else:
            self.tag_requested.emit(meant.id)

    def _marks(self, tag: Tag, text: str) -> bool:
        return tag.name.casefold().startswith(text.casefold())

    def _rename(self) -> None:
        if self._meant is not None:
            self.rename_requested.emit(self._meant.id, self.typed.text())

    def _merge(self) -> None:
        into = self.tags.current
        if self._meant is not None and into is not None:
            self.merge_requested.emit(self._meant.id, into.id)

    def _begin_rename(self) -> None:
        if tag := self.tags.current:
            self._meant = tag
            self._enter_mode(Mode.RENAME)
            self.typed.setText(tag.name)
            self.typed.selectAll()

    def _begin_merge(self) -> None:
        if tag := self.tags.current:
            self._meant = tag
            self.typed.clear()
            self._enter_mode(Mode.MERGE)

    def _toggle_shown(self) -> None:
        if tag := self.tags.current:
            self.show_requested.emit(tag.id, not tag.public)

    def _retire(self) -> None:
        if tag := self.tags.current:
            self.retire_requested.emit(tag.id)

    def _enter_mode(self, mode: Mode) -> None:
        tr, name = self._tools.words.tr, self._meant.name if self._meant else ""
        self._mode = mode
        self._ask.setText(
            {
                Mode.TAG: tr("Which tag?"),
                Mode.RENAME: tr("What shall “%(tag)s” be called?", tag=name),
                Mode.MERGE: tr("With which tag shall “%(tag)s” be put together?", tag=name),
            }[mode]
        )
        self._hint.setText(
            tr("Enter puts it on, or takes it off. A new word makes a new tag.")
            if mode is Mode.TAG
            else tr("Enter does it, Esc leaves it.")
        )
        self._show_error("")
        self._narrow()
        self._grow()

    def _narrow(self) -> None:
        renaming = self._mode is Mode.RENAME
        self.tags.narrow(
            "" if renaming else self.typed.text(), without=self._meant if self._mode is Mode.MERGE else None
        )
        for button in self._care:
            button.setEnabled(self._mode is Mode.TAG and self.tags.current is not None)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._ask = label("", "heading", wrap=True)
        self._what = label("", "small", wrap=True)
        self.typed = Line()
        self.typed.setObjectName("tag-typed")
        self.typed.setAccessibleName(tr("Tag"))
        self.typed.installEventFilter(self)
        self.tags = TagList(self._tools)
        self._error = label("", "error", wrap=True)
        self._hint = label("", "small", wrap=True)
        self.rename = Button(theme, tr("Rename"), role=WORD, key="F2")
        self.merge = Button(theme, tr("Put together"), role=WORD, key="F3")
        self.show_to_customers = Button(theme, tr("Customers see it"), role=WORD, key="F4")
        self.retire = Button(theme, tr("Retire"), role=WORD, key=tr("Ctrl Del"))
        self._care = (self.rename, self.merge, self.show_to_customers, self.retire)
        for name, button in zip(("rename", "merge", "show", "retire"), self._care, strict=True):
            button.setObjectName(f"tag-{name}")
            button.setAutoDefault(False)
        self.leave = Button(theme, tr("Close"), key=tr("Esc"))
        self.leave.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, 20)
        column.setSpacing(8)
        for part in (self._ask, self._what, self.typed, self._error, self.tags, self._hint):
            column.addWidget(part)
        column.addWidget(Flow(theme, self._care))
        column.addSpacing(8)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.typed.textChanged.connect(self._hear_typed)
        self.tags.itemClicked.connect(lambda _item: self.enter())
        self.rename.clicked.connect(self._begin_rename)
        self.merge.clicked.connect(self._begin_merge)
        self.show_to_customers.clicked.connect(self._toggle_shown)
        self.retire.clicked.connect(self._retire)
        self.leave.clicked.connect(self.reject)
        keys = ("F2", "F3", "F4", "Ctrl+Del")
        for key, button in zip(keys, self._care, strict=True):
            bind(self, key, button.click, context=WINDOW)

    def _hear_typed(self) -> None:
        self._show_error("")
        self._narrow()

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._grow()

    def _fit(self) -> None:
        above = self.parentWidget()
        most = above.width() if above is not None else WIDTH
        self.setFixedWidth(min(round(WIDTH * self._tools.theme.text_percent / 100), most))
        self._grow()

    def _grow(self) -> None:
        """As high as what it says now: lines that break ask for more."""
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
