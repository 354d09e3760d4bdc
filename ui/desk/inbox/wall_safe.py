"""What is private in words that are to hang: said in one quiet line, and how to leave it out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from app.domain.private_parts import PrivateKind, PrivatePart, find_private, is_full_name
from app.domain.translation import mark
from app.words import Words
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

TOLD_OF = 3
SENTENCES = {
    PrivateKind.TELEPHONE: mark("A telephone number: %(what)s"),
    PrivateKind.EMAIL: mark("A mail address: %(what)s"),
    PrivateKind.LINK: mark("A link to a person: %(what)s"),
    PrivateKind.PLATE: mark("A number plate: %(what)s"),
    PrivateKind.NAME: mark("A full name: %(what)s"),
}


def told_of(parts: Sequence[PrivatePart], words: Words) -> str:
    """All in one line; the first few by their own words."""
    told = [words.tr(SENTENCES[part.kind], what=part.text) for part in parts[:TOLD_OF]]
    if len(parts) > TOLD_OF:
        told.append(words.trn("and %(count)s more", "and %(count)s more", len(parts) - TOLD_OF))
    return " · ".join(told)


class PrivateLine(QWidget):
    """Under an idea. `leave_out_requested` asks for dots in the place of what is private, `name_requested`
    for taking the name off, `own_words_requested` for showing everything again."""

    leave_out_requested = Signal()
    name_requested = Signal()
    own_words_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._build()

    def show_idea(self, idea: Idea) -> None:
        """Nothing is shown where nothing is private: most ideas."""
        words = self._tools.words
        parts = find_private(idea.text)
        has_full_name = is_full_name(idea.name)
        told = [told_of(parts, words)] if parts else []
        if has_full_name:
            told.append(words.tr(SENTENCES[PrivateKind.NAME], what=idea.name))
        is_less = idea.left_out_of is not None
        if is_less and not told:
            told.append(words.tr("A part of it is left out on the wall."))
        self._line.setText(" · ".join(told))
        self.leave_out.setVisible(bool(parts))
        self.take_name_off.setVisible(has_full_name)
        self.show_own.setVisible(is_less)
        self.setVisible(bool(told))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._line = label("", "care-small", wrap=True)
        self._line.setObjectName("private-parts")
        self.leave_out = Button(theme, tr("Leave it out on the wall"), role=UNDERLINED)
        self.leave_out.setObjectName("leave-out")
        self.take_name_off = Button(theme, tr("Take the name off"), role=UNDERLINED)
        self.take_name_off.setObjectName("take-name-off")
        self.show_own = Button(theme, tr("Show all of it"), role=UNDERLINED)
        self.show_own.setObjectName("show-own-words")
        self.leave_out.clicked.connect(self.leave_out_requested)
        self.take_name_off.clicked.connect(self.name_requested)
        self.show_own.clicked.connect(self.own_words_requested)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(16)
        for button in (self.leave_out, self.take_name_off, self.show_own):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addLayout(buttons)
