"""A small calm list of sentences, narrowed by typing; the chosen one goes where the cursor stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.domain.search_words import stored_words
from app.domain.snippets import Snippet
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

WIDTH, ROW_HEIGHT, MOST_ROWS = 460, 34, 8
_TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SnippetChooser(QFrame):
    """`chosen` carries the Snippet; `editing_requested` asks for the list itself."""

    chosen = Signal(object)
    editing_requested = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._tools = tools
        self._all: Sequence[Snippet] = ()
        self._shown: list[Snippet] = []
        self.setObjectName("snippet-chooser")
        self.setProperty("role", "slip")
        self._build()
        self._connect()

    def open_at(self, anchor: QWidget, snippets: Sequence[Snippet]) -> None:
        """Over `anchor`, or under it where there is no room above."""
        self._all = snippets
        self.filter.clear()
        self._narrow()
        self.adjustSize()
        above = anchor.mapToGlobal(QPoint(0, -self.height() - 4))
        under = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        top = anchor.window().mapToGlobal(QPoint(0, 0)).y()
        self.move(above if above.y() >= top else under)
        self.show()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.filter = QLineEdit()
        self.filter.setObjectName("snippet-filter")
        self.filter.setPlaceholderText(tr("Type to find one"))
        self.filter.setAccessibleName(tr("Find a sentence"))
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("snippet-list")
        self.list.setProperty("role", "proposals")
        self.list.setAccessibleName(tr("Sentences"))
        self.list.setModel(self._model)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing = label("", "small", wrap=True)
        self.edit = Button(theme, tr("Change the list"), role=UNDERLINED)
        self.edit.setObjectName("edit-snippets")
        foot = QHBoxLayout()
        foot.addWidget(self._nothing, 1)
        foot.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.list)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self._choose_current)
        self.list.clicked.connect(self._choose_current)
        self.edit.clicked.connect(self._edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TO_LIST:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        wanted = stored_words(self.filter.text(), "").split()
        self._shown = [
            each for each in self._all if all(word in stored_words(each.text, "") for word in wanted)
        ]
        self._model.setStringList([" ".join(each.text.split()) for each in self._shown])
        self.list.setCurrentIndex(self._model.index(0))
        tr = self._tools.words.tr
        nothing = tr("None says that.") if self._all else tr("None is kept yet.")
        self._nothing.setText("" if self._shown else nothing)
        theme = self._tools.theme
        self.setFixedWidth(theme.px(WIDTH))
        self.list.setFixedHeight(theme.px(ROW_HEIGHT) * max(1, min(len(self._shown), MOST_ROWS)) + 6)
        self.adjustSize()

    def _choose_current(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.hide()
            self.chosen.emit(self._shown[row])

    def _edit(self) -> None:
        self.hide()
        self.editing_requested.emit()
