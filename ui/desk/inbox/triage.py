"""The inbox's verbs without an answer, each done to all that is chosen: put up, keep private, hide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, Conflict
from ui.desk.inbox.list_pane import ListPane
from ui.desk.inbox.open_idea import OpenIdea
from ui.desk.inbox.rows import Rows
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.ideas import Idea
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

    def put_up(self) -> None:
        seen = self._seen()
        self._do(
            lambda ids: self._owner.approve(ids, seen=seen), self._tools.words.tr("It hangs on the board.")
        )

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

    def _seen(self) -> dict[UUID, datetime | None]:
        """Which words of the chosen ideas were read here: each as it was last changed."""
        seen = {idea.id: idea.edited_at for idea in self._list.chosen}
        read = self._opened.idea
        return seen if read is None else {**seen, read.id: read.edited_at}

    def _do(self, verb: Callable[[Sequence[UUID]], Done], said: str) -> None:
        ids = [idea.id for idea in self._list.chosen]
        read = self._opened.idea
        if not ids and read is not None and read.id == self._opened.id:
            ids = [read.id]
        if ids:
            self._tools.background.run(
                lambda: verb(ids), lambda done: self._tell(done, said), lambda error: self._refuse(ids, error)
            )

    def _tell(self, done: Done, said: str) -> None:
        self._opened.forget_refusal()
        if done.action is not None:
            words = self._tools.words
            count = len(done.ideas)
            more = words.trn("%(count)s idea.", "%(count)s ideas.", count) if count > 1 else ""
            self._tools.messages.say(f"{said} {more}".strip())
            self.acted.emit()

    def _refuse(self, ids: Sequence[UUID], error: AppError) -> None:
        """What was decided on is not what is there: show it as it is now."""
        self._tools.messages.warn(self._tools.words.error(error))
        if not isinstance(error, Conflict):
            return
        self._rows.bring_up_to_date(ids)
        if self._opened.id in ids:
            self._opened.read_again()
