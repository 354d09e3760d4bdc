"""Gives an answer, one at a time: a key struck twice says nothing twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.decisions import Decision
from app.domain.errors import AppError
from app.domain.ideas import Idea
from ui.desk.inbox.notice_maker import Afterwards
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


@dataclass(frozen=True, slots=True)
class Given:
    """`text` is what the idea says, `action` names the answer in the journal."""

    idea_id: UUID
    text: str
    action: int | None
    decision: Decision
    afterwards: Afterwards


@dataclass(frozen=True, slots=True)
class Refused:
    idea_id: UUID
    error: AppError


class AnswerGiver(QObject):
    """`given` carries a Given, `refused` a Refused; `busy_changed` comes before either."""

    given = Signal(object)
    refused = Signal(object)
    busy_changed = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self.is_busy = False

    def give(self, idea: Idea, decision: Decision, afterwards: Afterwards, *, answers_seen: int) -> None:
        """Answer `idea` as it was read: refused when its author has changed it meanwhile, or another desk has
        answered. Does nothing while another answer is on its way."""
        if self.is_busy:
            return
        self._be_busy(True)
        self._tools.background.run(
            lambda: self._owner.answer(
                idea.id, decision, seen={idea.id: idea.edited_at}, answers_seen=answers_seen
            ),
            lambda done: self._end(Given(idea.id, idea.text, done.action, decision, afterwards)),
            lambda error: self._refuse(Refused(idea.id, error)),
            lambda: self._be_busy(False),
        )

    def _end(self, given: Given) -> None:
        self._be_busy(False)
        self.given.emit(given)

    def _refuse(self, refused: Refused) -> None:
        self._be_busy(False)
        self.refused.emit(refused)

    def _be_busy(self, busy: bool) -> None:
        self.is_busy = busy
        self.busy_changed.emit()
