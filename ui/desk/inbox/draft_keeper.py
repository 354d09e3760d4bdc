"""Keeps what was begun in the shop's data, so that it outlives the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from ui.desk.inbox.drafts import EMPTY, Draft, Drafts, draft_text, read_draft
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

WRITE_AFTER_MS = 700


class DraftKeeper(QObject):
    """`brought_back`: what was begun another day is there again."""

    brought_back = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._is_read = False
        self._changed: dict[UUID, Draft] = {}
        self.drafts = Drafts(self._note)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(WRITE_AFTER_MS)
        self._delay.timeout.connect(self.write_now)

    def read(self) -> None:
        """Once, at the start; where the database is away then, when it is found again."""
        if not self._is_read:
            self._is_read = True
            self._tools.background.run(self._owner.drafting.all, self._bring_back, self._miss)

    def write_now(self) -> None:
        """Hand over what changed; the worker thread writes it, also when the desk closes."""
        self._delay.stop()
        changed, self._changed = self._changed, {}
        if changed:
            told = {idea_id: draft_text(draft) for idea_id, draft in changed.items()}
            self._tools.background.run(
                lambda: self._owner.drafting.keep(told),
                on_error=lambda error: self._keep_for_later(changed, error),
            )

    def _miss(self, _error: AppError) -> None:
        """The journal's own reader tells of a database that is away."""
        self._is_read = False

    def _keep_for_later(self, changed: Mapping[UUID, Draft], error: AppError) -> None:
        """What was not written is written with the next words, or when the desk closes."""
        self._changed = {**changed, **self._changed}
        self._tools.messages.warn(self._tools.words.error(error))

    def _note(self, idea_id: UUID, draft: Draft) -> None:
        self._changed[idea_id] = draft
        if not self._delay.isActive():
            self._delay.start()

    def _bring_back(self, kept: Mapping[UUID, str]) -> None:
        read = {idea_id: read_draft(text) for idea_id, text in kept.items()}
        self.drafts.bring_back({idea_id: draft for idea_id, draft in read.items() if draft != EMPTY})
        unsaid, words = self.drafts.unsaid, self._tools.words
        if unsaid:
            self._tools.messages.say(
                words.trn(
                    "%(count)s answer that you began is still here.",
                    "%(count)s answers that you began are still here.",
                    unsaid,
                )
            )
        self.brought_back.emit()
