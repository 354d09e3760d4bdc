"""A note for yourself about an idea: one box, kept with Ctrl+Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label

WIDTH = 520
MARGIN = 28
LINES = 5


class NoteBox(QDialog):
    """`entered` carries the text. The box stays until `taken`, so that a refusal loses nothing."""

    entered = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._is_on_its_way = False
        self.setWindowTitle(tools.words.tr("A note for yourself"))
        self.setObjectName("note-box")
        self._build()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def begin(self, about: str, text: str) -> None:
        """`about` names the idea; `text` is what is there to be reworded, or was begun before."""
        self._about.setText(about)
        self.text.setPlainText(text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self._show_error("")
        self.may_be_entered()
        self.open()
        self._grow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Once, however often the key is struck."""
        if not self._is_on_its_way:
            self._is_on_its_way = True
            self.entered.emit(self.text.toPlainText())

    def taken(self) -> None:
        self.may_be_entered()
        self.text.clear()
        self.accept()

    def refuse(self, sentence: str) -> None:
        self.may_be_entered()
        self._show_error(sentence)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_be_entered(self) -> None:
        self._is_on_its_way = False

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._about = label("", "small", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("note-text")
        self.text.setAccessibleName(tr("Your note"))
        self.text.setTabChangesFocus(True)
        self._error = label("", "error", wrap=True)
        self.keep = Button(theme, tr("Keep the note"), role=PRIMARY, key=tr("Ctrl Enter"))
        self.keep.setObjectName("note-keep")
        self.leave = Button(theme, tr("Go back"), key=tr("Esc"))
        for button, act in ((self.keep, self.enter), (self.leave, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, sequence, self.enter, context=WINDOW)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 20)
        column.setSpacing(8)
        column.addWidget(label(tr("A note for yourself"), "heading"))
        column.addWidget(self._about)
        column.addWidget(self.text)
        column.addWidget(self._error)
        column.addWidget(
            label(tr("No customer ever reads it. It goes when the idea goes."), "small", wrap=True)
        )
        column.addSpacing(8)
        column.addLayout(buttons)

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._grow()

    def _grow(self) -> None:
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))

    def _fit(self) -> None:
        theme = self._tools.theme
        above = self.parentWidget()
        most = above.width() if above is not None else WIDTH
        self.setFixedWidth(min(round(WIDTH * theme.text_percent / 100), most))
        self.text.setFixedHeight(round(theme.px(16) * 1.36 * LINES) + 2 * theme.px(12))
        self._grow()
