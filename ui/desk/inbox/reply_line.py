"""What was written back and nobody has answered: whose words, under the note, and the two ways to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ideas import Idea, Reply
from app.services.owner.reading import IdeaDetail
from ui.desk import wording
from ui.desk.inbox.field_rows import SideBySide
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, UNDERLINED, Button
from ui.shared.labels import hair, label
from ui.shared.layouts import clear

NAMED_LETTERS = 40


class ReplyLine(QWidget):
    """Her words who wrote the idea, and theirs whose ideas were put into it. `private_requested` leads to an
    answer for its author alone, `answer_requested` to one that they all read, `settled` says that none is
    needed."""

    private_requested = Signal()
    answer_requested = Signal()
    settled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._is_private = True
        self._build()
        self.hide()

    def show_detail(self, detail: IdeaDetail) -> None:
        clear(self._said)
        for idea in (detail.idea, *detail.sources):
            replies = [each.reply for each in detail.wrote_back if each.reply.idea_id == idea.id]
            if replies:
                self._add(idea, replies, is_own=idea.id == detail.idea.id)
        self._offer(detail)
        self.setVisible(bool(detail.wrote_back))

    def _add(self, idea: Idea, replies: Sequence[Reply], *, is_own: bool) -> None:
        words = self._tools.words
        author = wording.own_author(idea, words)
        if self._said.count():
            self._said.addSpacing(6)
        self._said.addWidget(label(words.tr("%(author)s wrote back", author=author), "link-word", wrap=True))
        if not is_own:
            about = wording.beginning(idea, NAMED_LETTERS)
            self._said.addWidget(label(words.tr("about “%(idea)s”", idea=about), "small", wrap=True))
        told = label("\n\n".join(reply.text for reply in replies), wrap=True)
        told.setObjectName("waiting-reply")
        self._said.addWidget(told)

    def _offer(self, detail: IdeaDetail) -> None:
        """Only its own author can be answered alone; the others read what is said to all."""
        words, name = self._tools.words, detail.idea.own_name
        self._is_private = any(each.reply.idea_id == detail.idea.id for each in detail.wrote_back)
        if not self._is_private:
            self.answer.set_words(words.tr("Answer"))
        elif name:
            self.answer.set_words(words.tr("Answer only %(author)s", author=name))
        else:
            self.answer.set_words(words.tr("Answer only its author"))
        self.answer.set_icon("lock" if self._is_private else "speech")

    def _ask(self) -> None:
        (self.private_requested if self._is_private else self.answer_requested).emit()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.answer = Button(theme, tr("Answer only its author"), role=OUTLINED, icon="lock")
        self.answer.setObjectName("answer-reply")
        self.settle = Button(theme, tr("Needs no answer"), role=UNDERLINED)
        self.settle.setObjectName("settle-reply")
        self.answer.clicked.connect(self._ask)
        self.settle.clicked.connect(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        column.addWidget(hair())
        column.addLayout(self._said)
        column.addWidget(SideBySide(theme, self.answer, self.settle))
