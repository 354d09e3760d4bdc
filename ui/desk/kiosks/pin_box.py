"""The PIN that opens the way out of every kiosk: set, changed or taken away here, and never shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.kiosks import LONGEST_PIN, SHORTEST_PIN
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.keys import bind
from ui.shared.labels import label

TYPED_AT_MOST = LONGEST_PIN * 2


class PinBox(QWidget):
    """`pin_typed` carries what was typed, right or not; `removal_requested` takes the PIN away."""

    pin_typed = Signal(str)
    removal_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._is_set = self.is_typing = False
        self._build()
        self._connect()
        self.show_pin(False)

    def show_pin(self, is_set: bool) -> None:
        """Whether there is one; what is being typed stays."""
        self._is_set = is_set
        tr = self._tools.words.tr
        self.state.setText(
            tr("A PIN is set. It can be changed, and is not shown again.")
            if is_set
            else tr("No PIN yet: whoever holds the corner of a kiosk can close it.")
        )
        self.begin.set_words(tr("Change the PIN") if is_set else tr("Set a PIN"))
        self._show_typing(self.is_typing)

    def begin_typing(self) -> None:
        self.field.clear()
        self._show_error("")
        self._show_typing(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_typing(self) -> None:
        """What was typed is forgotten, taken or not."""
        had_focus = self.field.hasFocus()
        self.field.clear()
        self._show_error("")
        self._show_typing(False)
        if had_focus:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: AppError) -> None:
        self._show_error(self._tools.words.error(error))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _show_typing(self, typing: bool) -> None:
        self.is_typing = typing
        for part in (self.field, self.keep, self.hint):
            part.setVisible(typing)
        self.begin.setVisible(not typing)
        self.remove.setVisible(not typing and self._is_set)
        self._verbs.settle()

    def _tell(self) -> None:
        self.pin_typed.emit(self.field.text())

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.state = label("", wrap=True)
        self.state.setObjectName("pin-state")
        self.field = Line()
        self.field.setObjectName("pin-field")
        self.field.setAccessibleName(tr("New PIN"))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setMaxLength(TYPED_AT_MOST)
        self.keep = Button(theme, tr("Keep this PIN"))
        self.keep.setObjectName("pin-keep")
        self.begin = Button(theme, "", role=ON_WALL)
        self.begin.setObjectName("pin-begin")
        self.remove = Button(theme, tr("Remove the PIN"), role=UNDERLINED)
        self.remove.setObjectName("pin-remove")
        self.hint = label(
            tr(
                "%(shortest)s to %(longest)s digits. Write them down: nobody can read them here later.",
                shortest=SHORTEST_PIN,
                longest=LONGEST_PIN,
            ),
            "small",
            wrap=True,
        )
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("error-pin")
        self._error.hide()
        self._verbs = Flow(theme, [self.field, self.keep, self.begin, self.remove])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.state, self._verbs, self._error, self.hint):
            column.addWidget(part)

    def _connect(self) -> None:
        self.begin.clicked.connect(self.begin_typing)
        self.remove.clicked.connect(self.removal_requested)
        self.keep.clicked.connect(self._tell)
        self.field.returnPressed.connect(self._tell)
        bind(self, "Esc", self.end_typing)
