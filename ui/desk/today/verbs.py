"""What is done from the day itself: done in the background, said, and undone like the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.ideas import Idea
from ui.desk.calm_question import CalmQuestion
from ui.desk.thinking import left_as_they_are, thinking_about, thought_about
from ui.desk.today.items import Item, Verb
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.considering import Considered
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner


class DayVerbs(QObject):
    """`acted` says that a verb changed something; `refused` that what is shown is not what is there."""

    acted = Signal()
    refused = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._question = CalmQuestion(tools)

    def do(self, verb: Verb, items: Sequence[Item]) -> None:
        """Any verb but answering, which has a page of its own."""
        ideas = [item.idea for item in items]
        if not ideas:
            return
        match verb:
            case Verb.PUT_UP:
                self._question.before(ideas, self._put_up)
            case Verb.CONSIDER:
                self._consider(ideas[0])
            case Verb.SETTLE:
                self._settle(ideas[0])
            case Verb.KEEP_PRIVATE:
                said = self._tools.words.tr("Kept between you and its author. Ctrl Z takes that back.")
                self._run(lambda: self._owner.keep_private([idea.id for idea in ideas]), said)
            case Verb.HIDE:
                said = self._tools.words.tr("Hidden, nothing is deleted. Ctrl Z takes that back.")
                self._run(lambda: self._owner.hide([idea.id for idea in ideas]), said)

    def take_down(self, notice_ids: Sequence[UUID]) -> None:
        said = self._tools.words.trn(
            "%(count)s sheet is down. Ctrl Z takes that back.",
            "%(count)s sheets are down. Ctrl Z takes that back.",
            len(notice_ids),
        )
        self._run(lambda: self._owner.today.take_down(notice_ids), said)

    def _put_up(self, ideas: Sequence[Idea]) -> None:
        words = self._tools.words
        seen = {idea.id: idea.edited_at for idea in ideas}
        said = words.trn(
            "It hangs on the board. Ctrl Z takes that back.",
            "%(count)s ideas hang on the board. Ctrl Z takes that back.",
            len(ideas),
        )
        self._run(lambda: self._owner.approve(list(seen), seen=seen), said)

    def _consider(self, idea: Idea) -> None:
        """A public answer in the shop's own voice; to a private idea, only to its author."""
        words = self._tools.words
        self._tools.background.run(
            thinking_about(self._owner, words, {idea.id: idea.edited_at}, private_too=True),
            self._tell_considered,
            self._refuse,
        )

    def _tell_considered(self, considered: Considered) -> None:
        words = self._tools.words
        if considered.skipped:
            self._tools.messages.say(left_as_they_are(len(considered.skipped), words))
        self._tell(considered.done, " ".join((thought_about(words), words.tr("Ctrl Z takes that back."))))

    def _settle(self, idea: Idea) -> None:
        said = self._tools.words.tr("Read. It needs no answer. Ctrl Z takes that back.")
        self._run(lambda: self._owner.replying.settle(idea.id), said)

    def _run(self, verb: Callable[[], Done], said: str) -> None:
        self._tools.background.run(verb, lambda done: self._tell(done, said), self._refuse)

    def _tell(self, done: Done, said: str) -> None:
        if done.action is not None:
            self._tools.messages.say(said)
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
        self.refused.emit()
