"""Someone said: what was said at the counter or on the telephone, written down in ten seconds.

Only the words are needed. The box stays for the next one; left by accident, it keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import AppError, Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Idea
from ui.desk.said.alike import AlikeList
from ui.desk.said.card_row import CardRow
from ui.desk.said.channels import ChannelRow
from ui.desk.said.link_row import LinkRow
from ui.desk.said.saying import Said
from ui.desk.said.written import Written
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

WIDTH = 640
TEXT_HEIGHT = 104
MARGIN = 28
# So long after the last letter it is asked what was said before.
PAUSE_MS = 180


class SomeoneSaid(QDialog):
    """`entered` carries a Said, `typed` the words to compare. What is typed stays until `taken`, so that a
    refusal loses nothing."""

    entered = Signal(object)
    typed = Signal(str)
    take_back_requested = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._is_on_its_way = False
        self.setWindowTitle(tools.words.tr("Someone said"))
        self._build()
        self._connect()
        self._bind_keys()
        self._show_card()
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def said(self) -> Said:
        return Said(
            self.text.toPlainText(),
            self.name.text(),
            self.channels.channel,
            self.alike.linked,
            self.link.way,
            self.card.number.text(),
        )

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not written down."""
        return bool(self.text.toPlainText().strip() or self.name.text().strip())

    def begin(self) -> None:
        """Show it; what was typed before and not sent is still there."""
        if not self.is_begun:
            self.written.hide()
        self.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grow()

    def taken(self) -> None:
        """It is written down: the box is ready for the next one."""
        self.may_be_entered()
        self.text.clear()
        self.name.setText("")
        self.card.number.setText("")
        self.alike.clear()
        self.link.hide()
        self._show_error("", "")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grow()

    def show_again(self, said: Said) -> None:
        """What was taken back can be mended, unless something else was begun."""
        self.written.hide()
        if not self.is_begun:
            self.text.setPlainText(said.text)
            self.name.setText(said.name)
            self.channels.choose(said.channel)
            self.card.number.setText(said.card)
            self.alike.link(said.to)
            self.link.choose(said.way)
        self._grow()

    def refused(self, error: AppError) -> None:
        self.may_be_entered()
        is_of_card = self.said.is_of_card and isinstance(error, NotFound | Conflict)
        field = error.field if isinstance(error, InvalidInput) else "card" if is_of_card else "text"
        self._show_error(field, self._tools.words.error(error))

    def may_be_entered(self) -> None:
        """What was entered is no longer on its way."""
        self._is_on_its_way = False

    def show_alike(self, text: str, ideas: Sequence[Idea]) -> None:
        """What was said before, if `text` is still what stands here."""
        if text == self.text.toPlainText():
            self.alike.show_ideas(ideas)
            self._grow()

    def enter(self) -> None:
        """Once, however often the key is struck."""
        if self._is_on_its_way:
            return
        self._is_on_its_way = True
        self._show_error("", "")
        self.entered.emit(self.said)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.text = _SaidText()
        self.text.setObjectName("said-text")
        self.text.setProperty("role", "answer")
        self.text.setAccessibleName(tr("What was said"))
        self.text.setTabChangesFocus(True)
        self.name = Line()
        self.name.setObjectName("said-name")
        self.name.setAccessibleName(tr("Who said it"))
        self.name.setPlaceholderText(tr("A name, if you know it"))
        self._text_error = label("", "error", wrap=True)
        self._name_error = label("", "error", wrap=True)
        self.alike = AlikeList(self._tools)
        self.link = LinkRow(self._tools)
        self.link.hide()
        self.channels = ChannelRow(self._tools)
        self.card = CardRow(self._tools)
        self.written = Written(self._tools)
        self.keep = Button(theme, tr("Write it down"), role=PRIMARY, icon="pin", key=tr("Ctrl Enter"))
        self.keep.setObjectName("said-keep")
        self.leave = Button(theme, tr("Close"), key=tr("Esc"))
        self.leave.setObjectName("said-leave")
        for button in (self.keep, self.leave):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_inside(), 1)
        column.addLayout(self._build_buttons())
        self._show_error("", "")

    def _build_inside(self) -> QWidget:
        tr = self._tools.words.tr
        self._inside = QWidget()
        self._inside.setProperty("role", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(MARGIN, 24, MARGIN, 8)
        self._column.setSpacing(8)
        for part in (
            self.written,
            label(tr("What did they say?"), "heading"),
            self.text,
            self._text_error,
            self.alike,
            self.link,
            self.name,
            self._name_error,
            label(tr("How did you hear it?"), "heading"),
            self.channels,
            self.card,
        ):
            self._column.addWidget(part)
        self._column.addStretch()
        self._scroll = scrolling(self._inside)
        return self._scroll

    def _build_buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN, 12, MARGIN, 20)
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        return buttons

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text.toPlainText()))
        self.text.textChanged.connect(self._pause.start)
        self.alike.chosen.connect(self._show_link)
        self.channels.changed.connect(self._show_card)
        self.keep.clicked.connect(self.enter)
        self.leave.clicked.connect(self.reject)
        self.written.take_back_requested.connect(self.take_back_requested)

    def _bind_keys(self) -> None:
        for sequence, act in (
            ("Ctrl+Return", self.enter),
            ("Ctrl+Enter", self.enter),
            ("Ctrl+Z", self.take_back_requested.emit),
        ):
            bind(self, sequence, act, context=WINDOW)

    def _show_link(self, idea: Idea | None) -> None:
        self.link.setVisible(idea is not None)
        self._grow()

    def _show_card(self) -> None:
        self.card.setVisible(self.channels.channel is Channel.PAPER)
        self._grow()

    def _show_error(self, field: str, sentence: str) -> None:
        for name, line in (("text", self._text_error), ("name", self._name_error)):
            line.setText(sentence if name == field else "")
            line.setVisible(name == field and bool(sentence))
        self.card.show_error(sentence if field == "card" else "")
        self._grow()

    def _fit(self) -> None:
        theme = self._tools.theme
        self.text.setFixedHeight(theme.px(TEXT_HEIGHT))
        self._grow()

    def _grow(self) -> None:
        """As high as what it shows, as long as the window it stands over has the room."""
        above = self.parentWidget()
        most = above.size() if above is not None else QSize(WIDTH, WIDTH)
        width = min(round(WIDTH * self._tools.theme.text_percent / 100), most.width() - 2 * MARGIN)
        self._column.activate()
        wanted = self._column.totalHeightForWidth(width) + self.keep.sizeHint().height() + 34
        self.setFixedSize(width, min(wanted, most.height()))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """What it grew by must not lie below the screen, with its buttons."""
        frame, room = self.frameGeometry(), self.screen().availableGeometry()
        below = frame.bottom() - room.bottom()
        if self.isVisible() and below > 0:
            self.move(frame.left(), max(room.top(), frame.top() - below))


class _SaidText(QPlainTextEdit):
    """Ctrl+Z takes back letters while there are any to take back, then what was written down last."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)
