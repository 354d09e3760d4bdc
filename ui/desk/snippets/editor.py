"""The list of sentences itself: add, change, move, take away; each at once, each undoable."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.snippets import PLACE_MEANINGS, Place, Snippet, SnippetKind, unknown_places
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, PRIMARY, VERB, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import bind
from ui.shared.labels import label

WIDTH, HEIGHT, MARGIN, TEXT_HEIGHT = 640, 560, 28, 108


class SnippetEditor(QDialog):
    """`kept` carries the id of the changed one, None for a new one, and its text; `moved` an id and how far;
    `taken_away` an id."""

    kept = Signal(object, str)
    moved = Signal(object, int)
    taken_away = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, tools: Tools, kind: SnippetKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._kind = kind
        self._snippets: Sequence[Snippet] = ()
        self._editing: UUID | None = None
        self.setObjectName("snippet-editor")
        self._build()
        self._connect()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def show_snippets(self, snippets: Sequence[Snippet]) -> None:
        """As they are kept now; what is being written stays."""
        row = self.list.currentIndex().row()
        before = [each.id for each in self._snippets]
        self._snippets = snippets
        self._model.setStringList([" ".join(each.text.split()) for each in snippets])
        new = next((place for place, each in enumerate(snippets) if each.id not in before), None)
        wanted = self._row_of(self._editing)
        chosen = wanted if wanted is not None else new if before and new is not None else max(row, 0)
        self.list.setCurrentIndex(self._model.index(min(chosen, len(snippets) - 1)))
        self._show_current()

    def refuse(self, error: AppError) -> None:
        self._say(self._tools.words.error(error), wrong=True)
        self.text.setFocus()

    def written(self) -> None:
        """What was written is kept: the field shows the chosen one again."""
        self._editing = None

    def begin_new(self) -> None:
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self._editing = None
        self.text.clear()
        self.text.setFocus()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        title = tr("Your sentences") if self._kind is SnippetKind.ANSWER else tr("Your reasons for a no")
        self.setWindowTitle(title)
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("snippets")
        self.list.setProperty("role", "proposals")
        self.list.setAccessibleName(title)
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setObjectName("snippet-text")
        self.text.setAccessibleName(tr("The sentence"))
        self.text.setTabChangesFocus(True)
        self._line = label("", "small", wrap=True)
        self._line.setObjectName("snippet-line")
        self.up = Button(theme, tr("Up"), role=VERB, icon="chevron-up", key=tr("Alt Up"))
        self.down = Button(theme, tr("Down"), role=VERB, icon="chevron-down", key=tr("Alt Down"))
        self.remove = Button(theme, tr("Take away"), role=VERB, icon="minus", key=tr("Del"))
        self.new = Button(theme, tr("New sentence"), role=VERB, icon="plus", key=tr("Ctrl N"))
        self.keep = Button(theme, tr("Keep it"), role=PRIMARY, key=tr("Ctrl Enter"))
        self.leave = Button(theme, tr("Close"), role=OUTLINED, key=tr("Esc"))
        names = ("up", "down", "remove", "new", "keep", "leave")
        for name in names:
            button = getattr(self, name)
            button.setObjectName(f"snippet-{name}")
            button.setAutoDefault(False)
        verbs = QHBoxLayout()
        verbs.setSpacing(theme.px(8))
        for button in (self.new, self.up, self.down, self.remove):
            verbs.addWidget(button)
        verbs.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 20)
        column.setSpacing(8)
        column.addWidget(label(title, "heading"))
        column.addLayout(verbs)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        column.addWidget(self._line)
        column.addSpacing(4)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        self.text.textChanged.connect(self._hear)
        self.new.clicked.connect(self.begin_new)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._take_away)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        for keys, act in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Ctrl+N", self.begin_new),
            ("Ctrl+Return", self._keep),
            ("Ctrl+Enter", self._keep),
        ):
            bind(self, keys, act)
        bind(self.list, "Del", self._take_away)
        bind(self.list, "Ctrl+Z", self.undo_requested.emit)
        bind(self.list, "Ctrl+Shift+Z", self.redo_requested.emit)

    @property
    def _current(self) -> Snippet | None:
        row = self.list.currentIndex().row()
        return self._snippets[row] if 0 <= row < len(self._snippets) else None

    def _row_of(self, id: UUID | None) -> int | None:
        return next((row for row, each in enumerate(self._snippets) if each.id == id), None)

    def _show_current(self) -> None:
        current = self._current
        for button in (self.up, self.down, self.remove):
            button.setEnabled(current is not None)
        if current is not None:
            self._editing = current.id
            if self.text.toPlainText() != current.text:
                self.text.setPlainText(current.text)
        self._hear()

    def _hear(self) -> None:
        tr = self._tools.words.tr
        unknown = unknown_places(self.text.toPlainText())
        if unknown and self._kind is SnippetKind.ANSWER:
            self._say(
                tr("Nothing fills %(places)s: it will stand there as it is.", places=", ".join(unknown))
            )
        elif self._kind is SnippetKind.ANSWER:
            places = [f"{{{place}}} {tr(PLACE_MEANINGS[place])}" for place in Place]
            self._say(" · ".join(places))
        else:
            self._say(tr("Customers read the reason with your answer."))

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self._line.setText(sentence)
        role = "error" if wrong else "small"
        if self._line.property("role") != role:
            self._line.setProperty("role", role)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)

    def _keep(self) -> None:
        current = self._current
        self.kept.emit(current.id if current else None, self.text.toPlainText())

    def _move(self, by: int) -> None:
        if self._current is not None:
            self.moved.emit(self._current.id, by)

    def _take_away(self) -> None:
        if self._current is not None:
            self._editing = None
            self.taken_away.emit(self._current.id)

    def _fit(self) -> None:
        theme = self._tools.theme
        self.text.setFixedHeight(theme.px(TEXT_HEIGHT))
        parent = self.parentWidget()
        most = parent.size() if parent else self.size()
        self.resize(
            min(theme.px(WIDTH), max(480, most.width() - 40)),
            min(theme.px(HEIGHT), max(400, most.height() - 40)),
        )
