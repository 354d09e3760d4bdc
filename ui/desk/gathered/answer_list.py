"""Which answers come on a sheet of several: a row each to tick, the newest first, older ones on demand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dates import short_day
from app.domain.gathered import Offer
from app.note_words import status_word
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.tick_row import TickRow

SHOWN_AT_ONCE = 40
LETTERS = 90


class AnswerList(QWidget):
    """`chosen_changed` carries the ids that are ticked, in the order of the list."""

    chosen_changed = Signal(list)

    def __init__(self, tools: Tools, offers: Sequence[Offer], chosen: Sequence[UUID]) -> None:
        super().__init__()
        self._tools = tools
        self._offers = list(offers)
        self._chosen = set(chosen)
        self._rows: list[TickRow] = []
        self._build()
        # What is ticked already stands among what is shown.
        ticked = [place for place, offer in enumerate(self._offers) if offer.idea.id in self._chosen]
        while len(self._rows) <= max(ticked, default=0) and len(self._rows) < len(self._offers):
            self.show_more()

    @property
    def chosen(self) -> list[UUID]:
        return [offer.idea.id for offer in self._offers if offer.idea.id in self._chosen]

    @property
    def rows(self) -> Sequence[TickRow]:
        return self._rows

    def show_more(self) -> None:
        """Older answers below; the keyboard goes on with the first of them."""
        begun, had_focus = len(self._rows), self.more.hasFocus()
        for offer in self._offers[begun : begun + SHOWN_AT_ONCE]:
            row = TickRow(self._tools.theme, *self._said(offer))
            row.setObjectName(f"answer-{offer.idea.id.hex}")
            row.setChecked(offer.idea.id in self._chosen)
            row.toggled.connect(partial(self._tick, offer.idea.id))
            self._rows.append(row)
            self._column.addWidget(row)
        self._show_count()
        if had_focus and begun < len(self._rows):
            self._rows[begun].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, idea_id: UUID, ticked: bool) -> None:
        if ticked:
            self._chosen.add(idea_id)
        else:
            self._chosen.discard(idea_id)
        self._show_count()
        self.chosen_changed.emit(self.chosen)

    def _said(self, offer: Offer) -> tuple[str, str]:
        words, idea = self._tools.words, offer.idea
        facts = (
            status_word(idea.status, words),
            short_day(offer.answered_on, words.language),
            words.tr("on such a sheet before") if offer.told_before else "",
        )
        return wording.beginning(idea, LETTERS), " · ".join(filter(None, facts))

    def _show_count(self) -> None:
        words, left = self._tools.words, len(self._offers) - len(self._rows)
        self.count.setText(
            words.tr("Which answers: %(count)s of %(all)s", count=len(self._chosen), all=len(self._offers))
        )
        self.more.set_words(words.trn("Show %(count)s older one", "Show %(count)s older ones", left))
        self.more.setVisible(left > 0)

    def _build(self) -> None:
        self.count = label("", "small", wrap=True)
        self.count.setObjectName("answers-count")
        self.more = Button(self._tools.theme, "", role=UNDERLINED)
        self.more.setObjectName("answers-more")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda _checked=False: self.show_more())
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.count)
        whole.addLayout(self._column)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
