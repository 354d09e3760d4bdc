"""What every box of a storm shares: a title, fields that say what is wrong with them, two buttons, and words
that stay until they are taken."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from ui.desk.shop.field import Field
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

WIDTH = 640
MARGIN = 28
ROOM_LEFT = QSize(48, 24)
TEXT_HEIGHT = 84


class StormBox(QDialog):
    """Lies over the window. Left by accident it keeps what was typed."""

    def __init__(self, tools: Tools, parent: QWidget, *, title: str, keep: str, icon: str = "") -> None:
        super().__init__(parent)
        self.tools = tools
        self._window = parent
        self._is_on_its_way = False
        self.fields: dict[str, Field] = {}
        self.setWindowTitle(title)
        self._title = label(title, "title", wrap=True)
        self._intro = label("", "soft", wrap=True)
        self._intro.hide()
        self._other_error = label("", "error", wrap=True)
        self._other_error.setObjectName("storm-box-error")
        self._other_error.hide()
        self.keep = Button(tools.theme, keep, role=PRIMARY, icon=icon, key=tools.words.tr("Ctrl Enter"))
        self.keep.setObjectName("storm-box-keep")
        self.leave = Button(tools.theme, tools.words.tr("Close"), key=tools.words.tr("Esc"))
        self.leave.setObjectName("storm-box-leave")
        self._build()
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self.enter)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, keys, self.enter, context=WINDOW)
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)

    # For those that are made of it

    def wanted(self) -> None:
        """The person wants it so: check and ask for it. Errors come back by `refused`."""
        raise NotImplementedError

    def side(self) -> QWidget | None:
        """What stands beside the fields, if anything."""
        return None

    def width_wanted(self) -> int:
        return WIDTH

    def text_field(self, name: str, title: str, *, hint: str = "", height: int = TEXT_HEIGHT) -> Field:
        """Some lines of the owner's own words."""
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self.tools.theme.px(height))
        self.tools.theme.changed.connect(lambda: edit.setFixedHeight(self.tools.theme.px(height)))
        return self.field(name, title, edit, hint=hint)

    def field(
        self, name: str, title: str, edit: QWidget, body: QWidget | None = None, *, hint: str = ""
    ) -> Field:
        edit.setObjectName(f"storm-{name}")
        made = Field(f"storm-{name}", title, edit, body)
        made.say(hint)
        self.fields[name] = made
        self.inside.addWidget(made)
        return made

    def explain(self, text: str) -> None:
        self._intro.setText(text)
        self._intro.setVisible(bool(text))

    def say_title(self, text: str) -> None:
        self._title.setText(text)
        self.setWindowTitle(text)

    # Coming and going

    def begin(self, first: QWidget) -> None:
        self._show_error("", "")
        self._is_on_its_way = False
        self._fit()
        self.open()
        self._fit()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Once, however often the key is struck."""
        if self._is_on_its_way or not self.keep.isEnabled():
            return
        self._show_error("", "")
        self._is_on_its_way = True
        try:
            self.wanted()
        except AppError as error:
            self.refused(error)

    def taken(self) -> None:
        self._is_on_its_way = False
        self.accept()

    def given_up(self) -> None:
        """Our own mistake kept it from being done; the words are still there."""
        self._is_on_its_way = False

    def refused(self, error: AppError) -> None:
        self._is_on_its_way = False
        field = error.field if isinstance(error, InvalidInput) else ""
        self._show_error(self.field_of(field), self.tools.words.error(error))

    def field_of(self, field: str) -> str:
        """Which box the domain means by `field`."""
        return field

    def _show_error(self, wrong: str, sentence: str) -> None:
        for name, field in self.fields.items():
            field.show_error(sentence if name == wrong else "")
        is_elsewhere = bool(sentence) and wrong not in self.fields
        self._other_error.setText(sentence if is_elsewhere else "")
        self._other_error.setVisible(is_elsewhere)
        if wrong in self.fields:
            self.fields[wrong].take_focus()
            self._scroll.ensureWidgetVisible(self.fields[wrong], 0, 24)
        self._fit()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "plain")
        self.inside = QVBoxLayout()
        self.inside.setSpacing(16)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(MARGIN, 24, MARGIN, 12)
        self._column.setSpacing(10)
        for part in (self._title, self._intro):
            self._column.addWidget(part)
        self._column.addSpacing(4)
        self._column.addLayout(self.inside)
        self._column.addStretch()
        self._scroll = scrolling(inside)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch()
        for button in (self.leave, self.keep):
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 10, MARGIN, 20)
        foot.addWidget(self._other_error)
        foot.addLayout(self._buttons)
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self._left.addWidget(self._scroll, 1)
        self._left.addLayout(foot)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(self._left, 1)

    def add_button(self, button: Button) -> None:
        """Between the way out and the primary one."""
        button.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def _fit(self) -> None:
        """As high as what it shows, as long as the window has the room."""
        theme, most = self.tools.theme, self._window.size() - ROOM_LEFT
        beside = self.side()
        own = min(theme.px(self.width_wanted()), most.width())
        extra = 0
        if beside is not None:
            extra = beside.minimumWidth()
            fits = own + extra <= most.width()
            beside.setVisible(fits)
            extra = extra if fits else 0
        self._column.activate()
        wanted = self._column.totalHeightForWidth(own) + self.keep.sizeHint().height() + 44
        if not self._other_error.isHidden():
            wanted += self._other_error.sizeHint().height() + 10
        least = theme.px(560) if extra else 0
        self.setFixedSize(own + extra, min(max(wanted, least), most.height()))

    def resettle(self) -> None:
        """Something appeared or went; another height may be right."""
        self._fit()
