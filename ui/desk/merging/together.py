"""What belongs to the open idea: what it was put together with, what was put into it, and voices told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import day_in_words
from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.domain.voices import Voice
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import hair, label
from ui.shared.layouts import clear

if TYPE_CHECKING:
    from app.services.owner.reading import IdeaDetail


class Together(QWidget):
    """`idea_requested` and `apart_requested` carry an idea's id, `voice_requested` a Voice to take away."""

    idea_requested = Signal(object)
    apart_requested = Signal(object)
    voice_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_detail(self, detail: IdeaDetail, shop: Shop) -> None:
        clear(self._column)
        tr = self._tools.words.tr
        if detail.survivor is not None:
            self._title(tr("Put together with"))
            self._column.addWidget(self._idea_row(detail.survivor, detail.idea))
        if detail.sources:
            self._title(tr("Put together here"))
            for source in detail.sources:
                self._column.addWidget(self._idea_row(source, source))
        if detail.voices:
            self._title(tr("Told to you"))
            for voice in detail.voices:
                self._column.addWidget(self._voice_row(voice, shop))
        self.setVisible(bool(self._column.count()))

    def _title(self, text: str) -> None:
        self._column.addWidget(hair())
        self._column.addWidget(label(text, "heading", wrap=True))

    def _idea_row(self, idea: Idea, source: Idea) -> QWidget:
        """`source` is the one of the two that stands alone again when they are taken apart."""
        words = self._tools.words
        show = Button(self._tools.theme, words.tr("Show"), role=UNDERLINED)
        show.clicked.connect(lambda: self.idea_requested.emit(idea.id))
        apart = Button(self._tools.theme, words.tr("Take apart"), role=UNDERLINED)
        apart.setObjectName("take-apart")
        apart.clicked.connect(lambda: self.apart_requested.emit(source.id))
        for button in (show, apart):
            button.setAccessibleDescription(idea.text)
        return self._row(idea.text, wording.author(idea, words), (show, apart))

    def _voice_row(self, voice: Voice, shop: Shop) -> QWidget:
        words = self._tools.words
        day = day_in_words(shop.local_date(voice.created_at), words.language)
        away = Button(self._tools.theme, words.tr("Take away"), role=UNDERLINED)
        away.setObjectName("voice-away")
        away.clicked.connect(lambda: self.voice_requested.emit(voice))
        how = words.tr(wording.CHANNEL_WORDS[voice.channel])
        return self._row(f"{how}, {day}", voice.name or words.tr("A guest"), (away,))

    def _row(self, text: str, name: str, buttons: tuple[Button, ...]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(label(text, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(name, "small-bold", wrap=True), 0, Qt.AlignmentFlag.AlignTop)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
