"""What an author wrote back and nobody has answered: her words under the note, and the two ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.conversation import waiting
from app.services.owner.reading import IdeaDetail
from ui.desk import wording
from ui.desk.inbox.field_rows import SideBySide
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, UNDERLINED, Button
from ui.shared.labels import hair, label


class ReplyLine(QWidget):
    """`answer_requested` leads to a private answer, `settled` says that none is needed."""

    answer_requested = Signal()
    settled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._build()
        self.hide()

    def show_detail(self, detail: IdeaDetail) -> None:
        words = self._tools.words
        open_ones = waiting(detail.answers, detail.replies)
        author = wording.own_author(detail.idea, words)
        self._title.setText(words.tr("%(author)s wrote back", author=author))
        self._words.setText("\n\n".join(reply.text for reply in open_ones))
        name = detail.idea.own_name
        self.answer.set_words(
            words.tr("Answer only %(author)s", author=name) if name else words.tr("Answer only its author")
        )
        self.setVisible(bool(open_ones))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label("", "link-word", wrap=True)
        self._words = label("", wrap=True)
        self._words.setObjectName("waiting-reply")
        self.answer = Button(theme, tr("Answer only its author"), role=OUTLINED, icon="lock")
        self.answer.setObjectName("answer-reply")
        self.settle = Button(theme, tr("Needs no answer"), role=UNDERLINED)
        self.settle.setObjectName("settle-reply")
        self.answer.clicked.connect(self.answer_requested)
        self.settle.clicked.connect(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        column.addWidget(hair())
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(SideBySide(theme, self.answer, self.settle))
