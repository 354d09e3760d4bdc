"""Offers the shop's sentences where they belong: answers at the editor, usual reasons at the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.shop import Shop
from app.domain.snippets import SnippetKind, fill_in
from ui.desk.inbox.open_idea import OpenIdea
from ui.desk.inbox.work_pane import WorkPane
from ui.desk.snippets.shelves import values_for
from ui.desk.snippets.snippets import SnippetDesk
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class Offering(QObject):
    """`acted` says that a sentence was kept, changed or removed."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        undoing: Undoing,
        over: QWidget,
        work: WorkPane,
        opened: OpenIdea,
        shop: Callable[[], Shop],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._work = work
        self._opened = opened
        self._shop = shop
        self._today = today
        self._snippets = SnippetDesk(tools=tools, owner=owner, undoing=undoing, over=over)
        self._snippets.acted.connect(self.acted)
        work.answering.snippets.clicked.connect(self.offer_answers)
        work.decision.refusal.reasons_requested.connect(self.offer_reasons)

    def offer(self) -> None:
        """The sentences that belong where the person is: reasons at the reason, else answers."""
        refusal = self._work.decision.refusal
        if refusal.reason.hasFocus() or refusal.usual.hasFocus():
            self.offer_reasons()
        else:
            self.offer_answers()

    def offer_answers(self) -> None:
        if self._opened.idea is not None:
            self._snippets.choose(SnippetKind.ANSWER, self._work.answering.snippets, self._insert)

    def offer_reasons(self) -> None:
        refusal = self._work.decision.refusal
        if self._opened.idea is not None:
            self._snippets.choose(SnippetKind.REASON, refusal.usual, refusal.write_reason)

    def _insert(self, text: str) -> None:
        idea = self._opened.idea
        if idea is not None:
            values = values_for(idea, self._shop(), self._today(), self._tools.words)
            self._work.answering.insert(fill_in(text, values))
