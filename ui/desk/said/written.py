"""What was just written down: its claim code, large, to tell it to the customer, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.claim_codes import spaced
from app.domain.ideas import Idea, Visibility
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, WORD, Button
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label


class Written(QWidget):
    """`take_back_requested` asks for the desk's undo, `slip_requested` for the code on paper,
    `paper_requested` for the choice of that paper."""

    take_back_requested = Signal()
    slip_requested = Signal()
    paper_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._code = ""
        self._build()
        self.hide()

    def show_idea(self, idea: Idea) -> None:
        tr, is_up = self._tools.words.tr, idea.visibility is Visibility.PUBLIC
        self._code = spaced(idea.claim_code)
        self._say(
            tr("Written down. It hangs on the board.")
            if is_up
            else tr("Written down. It waits in the inbox.")
        )
        self.code.setText(self._code)
        self.code.setAccessibleName(tr("Claim code %(code)s", code=self._code))
        self._show_code(True)

    def show_voice(self, idea: Idea) -> None:
        """It was said before: that idea counts one more, and there is no code to tell."""
        words = self._tools.words
        self._code = ""
        one_more = words.tr("One more voice for it.")
        counted = words.trn("%(count)s “me too” now.", "%(count)s “me too” now.", idea.votes)
        self._say(f"{one_more} {counted}")
        self._show_code(False)

    def show_paper(self, paper: str) -> None:
        """What slips come on."""
        self.paper.set_words(self._tools.words.tr("Paper: %(paper)s", paper=paper))
        self._verbs.settle()

    def copy_code(self) -> None:
        if self.isVisible() and self._code:
            QGuiApplication.clipboard().setText(self._code)
            self.copy.set_words(self._tools.words.tr("Copied"))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.copy.set_words(self._tools.words.tr("Copy the code"))
        self.show()

    def _show_code(self, shown: bool) -> None:
        for part in (self.code, self.hint, self.copy, self.slip, self.paper):
            part.setVisible(shown)
        self._verbs.settle()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.setProperty("role", "slip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = label("", "good-heading", wrap=True)
        self.said.setObjectName("written-said")
        self.code = label("", "pairing")
        self.code.setObjectName("written-code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint = label(
            tr("Tell them this code: with it they read the answer, on any phone."), "small", wrap=True
        )
        self.copy = self._button("copy", tr("Copy the code"), "copy", tr("Ctrl Shift C"))
        self.slip = self._button("slip", tr("Print a slip"), "print", tr("Ctrl P"))
        self.take_back = self._button("take-back", tr("Take it back"), "undo", tr("Ctrl Z"))
        self.paper = Button(theme, "", role=UNDERLINED)
        self.paper.setObjectName("written-paper")
        self.paper.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        self._verbs = Flow(theme, self._buttons())
        for part in (self.said, self.code, self.hint, self._verbs):
            column.addWidget(part)
        self.copy.clicked.connect(self.copy_code)
        self.take_back.clicked.connect(self.take_back_requested)
        self.slip.clicked.connect(self.slip_requested)
        self.paper.clicked.connect(self.paper_requested)
        self._bind("Ctrl+Shift+C", self.copy)
        self._bind("Ctrl+P", self.slip)

    def _buttons(self) -> list[QWidget]:
        return [self.copy, self.slip, self.paper, self.take_back]

    def _button(self, name: str, words: str, icon: str, key: str) -> Button:
        made = Button(self._tools.theme, words, role=WORD, icon=icon, key=key)
        made.setObjectName(f"written-{name}")
        made.setAutoDefault(False)
        return made

    def _bind(self, key: str, button: Button) -> None:
        bind(self, key, button.click, context=WINDOW)
