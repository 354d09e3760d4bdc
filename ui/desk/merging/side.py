"""One idea beside another: its note, where it stands, and what was said."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dates import day_in_words
from app.domain.ideas import Idea
from app.domain.shop import Shop
from ui.desk import wording
from ui.desk.inbox.around import AnswerSlip
from ui.desk.inbox.note_view import NoteView
from ui.desk.tools import Tools
from ui.shared.labels import label


class Side(QWidget):
    def __init__(self, tools: Tools, idea: Idea, shop: Shop, caption: str) -> None:
        super().__init__()
        words = tools.words
        note = NoteView(tools.theme, words)
        note.show_idea(idea, day=day_in_words(shop.local_date(idea.created_at), words.language), place="")
        standing = [words.tr(wording.VISIBILITY_WORDS[idea.visibility])]
        today = shop.local_date(tools.clock.now())
        standing += [wording.stamp_word(idea, words, today)] if idea.is_answered else []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if caption:
            column.addWidget(label(caption, "small-bold"))
        column.addWidget(note)
        column.addWidget(label(" · ".join(standing), "small", wrap=True))
        if idea.response is not None:
            column.addSpacing(4)
            column.addWidget(AnswerSlip(tools, idea.response))
        column.addStretch()
