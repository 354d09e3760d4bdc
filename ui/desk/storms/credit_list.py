"""The contributions that a conclusion rests on: what the desk proposes first, any other one besides."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.chains import chains
from app.domain.ideas import Idea
from app.domain.storm_views import Proposal, StormView
from app.note_words import link_word
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.layouts import clear
from ui.shared.tick_row import TickRow

SHOWN_AT_FIRST = 6


class CreditList(QWidget):
    """`changed` comes when another one is ticked."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._rows: dict[UUID, TickRow] = {}
        self._ideas: list[Idea] = []
        self._shows_all = False
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.more = Button(tools.theme, tools.words.tr("Show all contributions"), role=UNDERLINED)
        self.more.setObjectName("credits-more")
        self.more.clicked.connect(self._show_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._column)
        whole.addWidget(self.more)

    @property
    def ticked(self) -> list[Idea]:
        """In the order of their chains, as they stand here."""
        return [idea for idea in self._ideas if idea.id in self._rows and self._rows[idea.id].isChecked()]

    def fill(self, view: StormView, proposal: Proposal, ticked: Sequence[UUID]) -> None:
        """What is proposed, what was on the shortlist, then the rest, chain by chain."""
        in_chains = [each.idea for chain in chains(view.public) for each in chain.buildings]
        first = [*proposal.chain, *view.chosen_among]
        self._ideas = list({idea.id: idea for idea in [*first, *in_chains]}.values())
        self._shows_all = False
        self._make_rows(set(ticked))

    def _show_all(self) -> None:
        self._shows_all = True
        self._make_rows({idea.id for idea in self.ticked})
        self.changed.emit()

    def _make_rows(self, ticked: set[UUID]) -> None:
        clear(self._column)
        self._rows = {}
        most = len(self._ideas) if self._shows_all else SHOWN_AT_FIRST
        for place, idea in enumerate(self._ideas):
            if place < most or idea.id in ticked:
                self._add(idea, idea.id in ticked)
        self.more.setVisible(len(self._rows) < len(self._ideas))

    def _add(self, idea: Idea, ticked: bool) -> None:
        author = wording.author(idea, self._tools.words)
        row = TickRow(self._tools.theme, idea.text, _facts(author, idea, self._tools))
        row.setObjectName(f"credit-{idea.id.hex}")
        row.setChecked(ticked)
        row.toggled.connect(self.changed)
        self._rows[idea.id] = row
        self._column.addWidget(row)
        row.show()


def _facts(author: str, idea: Idea, tools: Tools) -> str:
    return f"{author} · {link_word(idea.link, tools.words)}" if idea.link is not None else author
