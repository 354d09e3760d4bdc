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
    """`blank_requested` asks for a stack of blank cards, `paper_requested` for the choice of their paper."""

    blank_requested = Signal()
    paper_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
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
        self.paper = Button(tools.theme, "", role=UNDERLINED)
        self.paper.setObjectName("said-blank-paper")
        self.paper.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self._verbs = Flow(tools.theme, [self.blank, self.paper])
        for part in (self.number, self._error, self._verbs):
            column.addWidget(part)
        self.show_error("")
        self.blank.clicked.connect(self.blank_requested)
        self.paper.clicked.connect(self.paper_requested)

    def show_paper(self, paper: str) -> None:
        """What cards come on."""
        self.paper.set_words(self._tools.words.tr("Paper: %(paper)s", paper=paper))
        self._verbs.settle()

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
