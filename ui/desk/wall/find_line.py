"""Find a sheet by the number on it, or by its code: a hand scanner types fast and ends with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.labels import label

DELAY_MS = 200
WIDTH = 250


class FindLine(QWidget):
    """`entered` carries what was typed or scanned, `narrowed` what is typed so far, once the fingers rest."""

    entered = Signal(str)
    narrowed = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        tr = tools.words.tr
        self.field = Line()
        self.field.setObjectName("wall-find")
        self.field.setPlaceholderText(tr("Number, word or scan"))
        self.field.setAccessibleName(tr("Find a sheet: its number, a word on it, or scan its code"))
        self.field.setClearButtonEnabled(True)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("error-wall-find")
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._error)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(lambda: self.narrowed.emit(self.words))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._enter)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        return self.field.text().strip()

    def take(self, event: QKeyEvent) -> bool:
        """A letter that was struck anywhere on the page. Whether it was meant for here."""
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text()
        if event.modifiers() & control or not text or not text.isprintable() or text.isspace():
            return False
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.field.insert(text)
        return True

    def found(self) -> None:
        """The next scan begins anew."""
        self._delay.stop()
        self.field.clear()
        self._delay.stop()
        self.narrowed.emit("")

    def not_found(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()
        self.field.selectAll()

    def _typed(self) -> None:
        self._error.hide()
        self._delay.start()

    def _enter(self) -> None:
        if self.words:
            self._delay.stop()
            self.entered.emit(self.words)

    def _fit(self) -> None:
        self.setFixedWidth(self._tools.theme.px(WIDTH))
