"""Someone said: what was said at the counter or on the telephone, written down in ten seconds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Channel
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import label

CHANNELS = (Channel.IN_PERSON, Channel.TELEPHONE, Channel.PAPER, Channel.EMAIL, Channel.SOCIAL)
WIDTH = 520


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    name: str
    channel: Channel


class SomeoneSaid(QDialog):
    """`entered` carries a Said. The window stays until `taken`, so that a refusal loses nothing."""

    entered = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._channels: dict[Channel, Button] = {}
        self._is_on_its_way = False
        self.setWindowTitle(tools.words.tr("Someone said"))
        self._build()
        FocusRing(self, tools.theme)

    @property
    def channel(self) -> Channel:
        return next(channel for channel, button in self._channels.items() if button.isChecked())

    def begin(self) -> None:
        """Show it; what was typed before and not sent is still there."""
        self.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def taken(self) -> None:
        self.may_be_entered()
        self.text.clear()
        self.name.clear()
        self._show_error("", "")
        self.accept()

    def refused(self, error: AppError) -> None:
        self.may_be_entered()
        field = error.field if isinstance(error, InvalidInput) else "text"
        self._show_error(field, self._tools.words.error(error))

    def may_be_entered(self) -> None:
        """What was entered is no longer on its way."""
        self._is_on_its_way = False

    def enter(self) -> None:
        """Once, however often the key is struck."""
        if self._is_on_its_way:
            return
        self._is_on_its_way = True
        self._show_error("", "")
        self.entered.emit(Said(self.text.toPlainText(), self.name.text(), self.channel))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.text = QPlainTextEdit()
        self.text.setObjectName("said-text")
        self.text.setProperty("role", "answer")
        self.text.setAccessibleName(tr("What was said"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(124))
        self.name = QLineEdit()
        self.name.setObjectName("said-name")
        self.name.setAccessibleName(tr("Who said it"))
        self.name.setPlaceholderText(tr("A name, if you know it"))
        self._text_error = label("", "error", wrap=True)
        self._name_error = label("", "error", wrap=True)
        self.keep = Button(theme, tr("Put it up"), role=PRIMARY, icon="pin", key=tr("Ctrl Enter"))
        self.keep.setObjectName("said-keep")
        self.keep.setAutoDefault(False)
        leave = Button(theme, tr("Leave it"))
        leave.setObjectName("said-leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self.enter)
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.enter)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(label(tr("What did they say?"), "heading"))
        column.addWidget(self.text)
        column.addWidget(self._text_error)
        column.addWidget(self.name)
        column.addWidget(self._name_error)
        column.addSpacing(8)
        column.addWidget(label(tr("How did you hear it?"), "heading"))
        column.addLayout(self._build_channels())
        column.addSpacing(16)
        column.addLayout(buttons)
        self._show_error("", "")
        self.setFixedWidth(round(WIDTH * theme.text_percent / 100))

    def _build_channels(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        group = QButtonGroup(self)
        for place, channel in enumerate(CHANNELS):
            words = self._tools.words.tr(wording.CHANNEL_WORDS[channel])
            button = Button(self._tools.theme, words, role=CHOICE)
            button.setObjectName(f"channel-{channel.value}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(channel is Channel.IN_PERSON)
            group.addButton(button)
            self._channels[channel] = button
            grid.addWidget(button, place // 3, place % 3, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _show_error(self, field: str, sentence: str) -> None:
        for name, line in (("text", self._text_error), ("name", self._name_error)):
            line.setText(sentence if name == field else "")
            line.setVisible(name == field and bool(sentence))
