"""A paper card is typed in under its number; and blank ones are printed for the counter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.shop.cells import Flow
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

# Two sheets of A4.
BLANK_CARDS = 8


class CardRow(QWidget):
    """`blank_requested` asks for a stack of blank cards."""

    blank_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        tr = tools.words.tr
        self.number = Line()
        self.number.setObjectName("said-card")
        self.number.setAccessibleName(tr("Number of the card"))
        self.number.setPlaceholderText(tr("Number of the card, if it has one"))
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("said-card-error")
        self.blank = Button(
            tools.theme,
            tools.words.trn("Print %(count)s blank card", "Print %(count)s blank cards", BLANK_CARDS),
            role=UNDERLINED,
        )
        self.blank.setObjectName("said-blank-cards")
        self.blank.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for part in (self.number, self._error, Flow(tools.theme, [self.blank])):
            column.addWidget(part)
        self.show_error("")
        self.blank.clicked.connect(self.blank_requested)

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
