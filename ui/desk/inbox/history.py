"""The history of an idea: who did what and when, the last steps at once and the rest behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.journal import JournalEntry
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

FIRST_SHOWN = 12
# Rows are laid out at once: what is shown with one press stays below a blink.
MORE_AT_ONCE = 100
TIME_WIDTH = 104


class History(QWidget):
    """Oldest first, of which the last `shown` are seen. `more_shown` carries how many are seen now."""

    more_shown = Signal(int)

    def __init__(
        self, tools: Tools, told: Sequence[tuple[JournalEntry, str]], timezone: str, shown: int
    ) -> None:
        super().__init__()
        self._tools = tools
        self._told = told
        self._timezone = timezone
        self._shown = 0
        self.more = Button(tools.theme, "", role=UNDERLINED)
        self.more.setObjectName("history-more")
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._show(shown)

    def _show_more(self) -> None:
        had_focus = self.more.hasFocus()
        self._show(self._shown + MORE_AT_ONCE)
        if had_focus and self.more.isHidden():
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more_shown.emit(self._shown)

    def _show(self, wanted: int) -> None:
        """The earlier ones above what is shown already."""
        wanted = min(wanted, len(self._told))
        end = len(self._told) - self._shown
        self._column.insertWidget(1, self._table(self._told[len(self._told) - wanted : end]))
        self._shown = wanted
        rest = len(self._told) - wanted
        words = self._tools.words
        self.more.set_words(words.tr("Show all") if rest <= MORE_AT_ONCE else words.tr("Show earlier steps"))
        self.more.setVisible(rest > 0)

    def _table(self, told: Sequence[tuple[JournalEntry, str]]) -> QWidget:
        words = self._tools.words
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, self._tools.theme.px(TIME_WIDTH))
        for row, (entry, sentence) in enumerate(told):
            when = label(moment_in_words(entry.at, words.language, self._timezone), "small")
            grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words.tr(sentence), "small", wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        return table
