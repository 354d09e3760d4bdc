"""The verbs without words of one's own, for all that is chosen: put up, hide, keep private, think about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, Conflict
from app.services.owner.considering import can_be_considered
from ui.desk.calm_question import CalmQuestion
from ui.desk.inbox.list_pane import ListPane
from ui.desk.inbox.open_idea import OpenIdea
from ui.desk.inbox.rows import Rows
from ui.desk.thinking import left_as_they_are, thinking_about, thought_about
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.considering import Considered
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner


class Triage(QObject):
    """`acted` says that a verb changed something."""

    acted = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, list_pane: ListPane, rows: Rows, opened: OpenIdea
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._list = list_pane
        self._rows = rows
        self._opened = opened
        self._question = CalmQuestion(tools)

    def put_up(self) -> None:
        """One that lies open shows what is private in it; of several that is asked before."""
        self._question.before(self._list.chosen, self._put_up)

    def consider(self) -> None:
        """Tell the authors of all that is chosen that they are thought about."""
        self._question.before([idea for idea in self._list.chosen if can_be_considered(idea)], self._consider)

    def _put_up(self, ideas: Sequence[Idea]) -> None:
        seen = self._seen(ideas)
        said = self._tools.words.tr("It hangs on the board.")
        self._do(lambda ids: self._owner.approve(ids, seen=seen), said, ideas)

    def _consider(self, ideas: Sequence[Idea]) -> None:
        ids, words = [idea.id for idea in ideas], self._tools.words
        skipped = len(self._list.chosen) - len(ideas)
        if not ids:
            self._tools.messages.say(left_as_they_are(skipped, words))
            return
        seen = self._seen(ideas)
        self._tools.background.run(
            thinking_about(self._owner, words, {id_: seen[id_] for id_ in ids}),
            lambda considered: self._tell_considered(considered, skipped),
            lambda error: self._refuse(ids, error),
        )

    def _tell_considered(self, considered: Considered, skipped: int) -> None:
        words = self._tools.words
        skipped += len(considered.skipped)
        left = left_as_they_are(skipped, words) if skipped else ""
        self._tell(considered.done, thought_about(words), left)

    def keep_private(self) -> None:
        self._do(self._owner.keep_private, self._tools.words.tr("Kept between you and its author."))

    def hide(self) -> None:
        self._do(self._owner.hide, self._tools.words.tr("Hidden. Nothing is deleted."))

    def leave_out(self) -> None:
        """Put dots in the place of what is private in the open idea."""
        self._do_to_opened(
            lambda idea: self._owner.leaving_out.leave_out(
                idea.id, words=True, seen={idea.id: idea.edited_at}
            ),
            self._tools.words.tr("Left out on the wall. Its author still reads it."),
        )

    def take_name_off(self) -> None:
        self._do_to_opened(
            lambda idea: self._owner.leaving_out.leave_out(
                idea.id, name=True, seen={idea.id: idea.edited_at}
            ),
            self._tools.words.tr("The name is off the wall."),
        )

    def show_own_words(self) -> None:
        self._do_to_opened(
            lambda idea: self._owner.leaving_out.show_own_words(idea.id),
            self._tools.words.tr("All of it hangs on the wall."),
        )

    def settle_replies(self) -> None:
        """What its author wrote back needs no answer."""
        self._do_to_opened(
            lambda idea: self._owner.replying.settle(idea.id),
            self._tools.words.tr("It waits for nothing any more."),
        )

    def _do_to_opened(self, verb: Callable[[Idea], Done], said: str) -> None:
        idea = self._opened.idea
        if idea is not None and idea.id == self._opened.id:
            self._tools.background.run(
                lambda: verb(idea),
                lambda done: self._tell(done, said),
                lambda error: self._refuse([idea.id], error),
            )

    def _seen(self, ideas: Sequence[Idea]) -> dict[UUID, datetime | None]:
        """Which words of these ideas were read here: each as it was last changed."""
        seen = {idea.id: idea.edited_at for idea in ideas}
        read = self._opened.idea
        return seen if read is None else {**seen, read.id: read.edited_at}

    def _do(
        self, verb: Callable[[Sequence[UUID]], Done], said: str, ideas: Sequence[Idea] | None = None
    ) -> None:
        ids = [idea.id for idea in (self._list.chosen if ideas is None else ideas)]
        read = self._opened.idea
        if not ids and read is not None and read.id == self._opened.id:
            ids = [read.id]
        if ids:
            self._tools.background.run(
                lambda: verb(ids), lambda done: self._tell(done, said), lambda error: self._refuse(ids, error)
            )

    def _tell(self, done: Done, said: str, besides: str = "") -> None:
        self._opened.forget_refusal()
        if done.action is not None:
            words = self._tools.words
            count = len(done.ideas)
            more = words.trn("%(count)s idea.", "%(count)s ideas.", count) if count > 1 else ""
            self._tools.messages.say(" ".join(filter(None, (said, more, besides))))
            self.acted.emit()
        elif besides:
            self._tools.messages.say(besides)

    def _refuse(self, ids: Sequence[UUID], error: AppError) -> None:
        """What was decided on is not what is there: show it as it is now."""
        self._tools.messages.warn(self._tools.words.error(error))
        if not isinstance(error, Conflict):
            return
        self._rows.bring_up_to_date(ids)
        if self._opened.id in ids:
            self._opened.read_again()
