"""What may be put together with an idea: offered by itself, or looked for; each with a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from ui.desk.said.alike import MOST_ROWS, AlikeRow
from ui.desk.tools import Tools
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label

SEARCH_DELAY_MS = 180


class Candidates(QWidget):
    """`asked` carries words to look for, empty for what offers itself; `chosen` carries the Idea."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        tr = tools.words.tr
        self._tools = tools
        self._title = label("", "small", wrap=True)
        self.search = QLineEdit()
        self.search.setObjectName("merge-search")
        self.search.setPlaceholderText(tr("Words of the other idea"))
        self.search.setAccessibleName(tr("Look for the other idea"))
        self.search.setClearButtonEnabled(True)
        self._rows = [AlikeRow(tools.theme, tools.words, place + 1) for place in range(MOST_ROWS)]
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_DELAY_MS)
        self._delay.timeout.connect(lambda: self.asked.emit(self.search.text().strip()))
        self.search.textChanged.connect(self._delay.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self._title)
        for place, row in enumerate(self._rows):
            column.addWidget(row)
            row.clicked.connect(lambda _checked=False, place=place: self.choose_row(place))
            bind(self, f"Ctrl+{place + 1}", partial(self.choose_row, place), context=WINDOW)

    def begin(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def show_ideas(self, ideas: Sequence[Idea], chosen: Idea | None) -> None:
        tr = self._tools.words.tr
        if ideas:
            looked_for = bool(self.search.text().strip())
            self._title.setText(tr("Found") if looked_for else tr("These may say the same"))
        else:
            self._title.setText(tr("Nothing else says nearly the same. Look for it by a word."))
        shown = [*ideas[:MOST_ROWS], *[None] * (MOST_ROWS - len(ideas[:MOST_ROWS]))]
        for row, idea in zip(self._rows, shown, strict=True):
            row.show_idea(idea, is_linked=idea is not None and chosen is not None and idea.id == chosen.id)

    def mark(self, chosen: Idea) -> None:
        for row in self._rows:
            row.show_idea(row.idea, is_linked=row.idea is not None and row.idea.id == chosen.id)

    def choose_row(self, place: int) -> None:
        idea = self._rows[place].idea
        if idea is not None:
            self.chosen.emit(idea)
