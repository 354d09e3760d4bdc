"""What the owner noted about the open idea, for her alone: slips with their day, to reword or take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.own_notes import OwnNote
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.layouts import clear


class OwnNotes(QWidget):
    """`reword_requested` and `take_away_requested` carry the OwnNote. Takes no room where there is none."""

    reword_requested = Signal(object)
    take_away_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_notes(self, notes: Sequence[OwnNote], timezone: str) -> None:
        clear(self._column)
        for note in notes:
            self._column.addWidget(self._slip(note, timezone))
        self.setVisible(bool(notes))

    def _slip(self, note: OwnNote, timezone: str) -> QWidget:
        words = self._tools.words
        slip = QWidget()
        slip.setProperty("role", "own-note")
        column = QVBoxLayout(slip)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(2)
        text = label(note.text, wrap=True)
        text.setObjectName("own-note")
        column.addWidget(text)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        day = moment_in_words(note.created_at, words.language, timezone)
        foot.addWidget(
            label(words.tr("Your note of %(day)s. Only you see it.", day=day), "small", wrap=True), 1
        )
        for title, name, wish in (
            (words.tr("Reword"), "reword-note", self.reword_requested),
            (words.tr("Take away"), "take-note-away", self.take_away_requested),
        ):
            button = Button(self._tools.theme, title, role=UNDERLINED)
            button.setObjectName(name)
            button.setAccessibleDescription(note.text)
            button.clicked.connect(_asker(wish, note))
            foot.addWidget(button)
        column.addLayout(foot)
        return slip


def _asker(wish: SignalInstance, note: OwnNote) -> Callable[[], None]:
    return lambda: wish.emit(note)
