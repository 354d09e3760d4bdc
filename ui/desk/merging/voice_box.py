"""One more voice: who said it too, and how it was heard. Kept with Ctrl+Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.ideas import Channel
from ui.desk.said.channels import ChannelRow
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label

WIDTH = 520
MARGIN = 28


class VoiceBox(QDialog):
    """`entered` carries the name. The box stays until `taken`, so that a refusal loses nothing."""

    entered = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._is_on_its_way = False
        self.setWindowTitle(tools.words.tr("One more voice"))
        self.setObjectName("voice-box")
        self._build()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def begin(self, about: str) -> None:
        """`about` names the idea."""
        self._about.setText(about)
        self._show_error("")
        self.may_be_entered()
        self.channels.choose(Channel.IN_PERSON)
        self.open()
        self._fit()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        if not self._is_on_its_way:
            self._is_on_its_way = True
            self.entered.emit(self.name.text())

    def taken(self) -> None:
        self.may_be_entered()
        self.name.clear()
        self.accept()

    def refuse(self, sentence: str) -> None:
        self.may_be_entered()
        self._show_error(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_be_entered(self) -> None:
        self._is_on_its_way = False

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._about = label("", "small", wrap=True)
        self.name = QLineEdit()
        self.name.setObjectName("voice-name")
        self.name.setAccessibleName(tr("Who said it too"))
        self.name.setPlaceholderText(tr("A name, if you know it"))
        self._error = label("", "error", wrap=True)
        self.channels = ChannelRow(self._tools)
        self.keep = Button(theme, tr("Count it"), role=PRIMARY, key=tr("Enter"))
        self.keep.setObjectName("voice-keep")
        self.leave = Button(theme, tr("Go back"), key=tr("Esc"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        for button, act in ((self.leave, self.reject), (self.keep, self.enter)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        self.name.returnPressed.connect(self.enter)
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, sequence, self.enter, context=WINDOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 20)
        column.setSpacing(8)
        column.addWidget(label(tr("Who said it too?"), "heading"))
        column.addWidget(self._about)
        column.addWidget(self.name)
        column.addWidget(self._error)
        column.addSpacing(8)
        column.addWidget(label(tr("How did you hear it?"), "small-bold"))
        column.addWidget(self.channels)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _fit(self) -> None:
        above = self.parentWidget()
        most = above.window().width() if above is not None else WIDTH
        self.setFixedWidth(min(round(WIDTH * self._tools.theme.text_percent / 100), most))
        self.adjustSize()
