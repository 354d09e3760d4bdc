"""Answering the idea that lies open: say what is written, keep what is refused, print what stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.decisions import Decision, decide
from app.domain.errors import AppError, Conflict
from ui.desk.inbox.answer_giver import AnswerGiver, Given, Refused
from ui.desk.inbox.drafts import EMPTY, Drafts, meant
from ui.desk.inbox.notice_maker import Afterwards, NoticeMaker
from ui.desk.inbox.open_idea import OpenIdea
from ui.desk.inbox.preview_pane import PreviewPane
from ui.desk.inbox.rows import Rows
from ui.desk.inbox.work_pane import WorkPane
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner


class Answering(QObject):
    """`acted` says that something was said or a sheet was made."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        notices: NoticeMaker,
        drafts: Drafts,
        work: WorkPane,
        preview: PreviewPane,
        opened: OpenIdea,
        rows: Rows,
        undoing: Undoing,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._notices = notices
        self._drafts = drafts
        self._work = work
        self._preview = preview
        self._opened = opened
        self._rows = rows
        self._today = today
        self._answers = AnswerGiver(tools=tools, owner=owner)
        self._connect(undoing)

    def _connect(self, undoing: Undoing) -> None:
        answers, answering = self._answers, self._work.answering
        answers.busy_changed.connect(lambda: answering.show_busy(answers.is_busy))
        answers.given.connect(self._after_answer)
        answers.refused.connect(self._refuse)
        self._notices.made.connect(self.acted)
        answering.answer.clicked.connect(lambda: self.answer(Afterwards.NOTHING))
        answering.answer_and_print.clicked.connect(lambda: self.answer(Afterwards.PRINT))
        self._preview.save.clicked.connect(lambda: self.finish(Afterwards.SAVE))
        self._preview.print_again.clicked.connect(lambda: self.finish(Afterwards.PRINT))
        self._preview.look_closer.clicked.connect(self.look)
        undoing.undone.connect(self._after_undo)
        undoing.redone.connect(self._after_redo)

    def answer(self, afterwards: Afterwards) -> None:
        """Say what is written, as decided; then print or save it."""
        idea = None if self._answers.is_busy else self._opened.idea
        decision = self._complete_decision() if idea else None
        if idea is None or decision is None:
            return
        self._opened.forget_refusal()
        self._answers.give(idea, decision, afterwards, answers_seen=self._opened.answers)

    def finish(self, afterwards: Afterwards) -> None:
        """The mat's buttons: say first what is only written, else take the sheet that stands."""
        idea = self._opened.idea
        if idea is None:
            return
        if self._opened.draft != EMPTY:
            self.answer(afterwards)
        else:
            self._make_notice(idea.id, idea.text, afterwards)

    def look(self) -> None:
        """At the sheet that stands, large."""
        if self._opened.idea is not None and self._opened.draft == EMPTY:
            self._notices.look(self._opened.idea)

    def _make_notice(self, idea_id: UUID, text: str, afterwards: Afterwards) -> None:
        """Print or save the answer that holds; the sheet gets its number then."""
        self._notices.make(idea_id, text, self._preview.choice, afterwards)

    def _complete_decision(self) -> Decision | None:
        draft = meant(self._work.draft)
        try:
            return decide(
                draft.status,
                draft.text,
                today=self._today(),
                reason=draft.reason,
                change_mind=draft.change_mind,
                look_again_on=draft.look_again_on,
                until=draft.until,
                done_on=draft.done_on,
                photo_id=draft.photo_id,
                private=draft.private,
            )
        except AppError as error:
            self._work.show_error(error)
            return None

    def _refuse(self, refused: Refused) -> None:
        """At the form, with what is written kept, and over the idea as it is now."""
        sentence = self._tools.words.error(refused.error)
        if refused.idea_id != self._opened.id:
            self._tools.messages.warn(sentence)
        elif isinstance(refused.error, Conflict):
            self._opened.show_refusal(refused.idea_id, sentence)
        elif not self._work.show_error(refused.error):
            self._tools.messages.warn(sentence)

    def _after_answer(self, given: Given) -> None:
        tr, decision = self._tools.words.tr, given.decision
        self._drafts.give(given.idea_id, given.action)
        idea = self._opened.idea
        if idea is not None and idea.id == given.idea_id:
            # At once, not when it is read anew: what is said does not wait to be said again.
            self._opened.refill()
        said = (
            tr("Only its author reads it.") if decision.private else tr("Answered. It stands on the board.")
        )
        self._tools.messages.say(said)
        self.acted.emit()
        if given.afterwards is not Afterwards.NOTHING and not decision.private:
            self._make_notice(given.idea_id, given.text, given.afterwards)

    def _after_undo(self, done: Done) -> None:
        """The words of an answer that was taken back lie in the editor again."""
        self._drafts.take_back(done.undoes, by=done.action)
        self._rows.want(done.ideas[0] if done.ideas else None)

    def _after_redo(self, done: Done) -> None:
        self._drafts.give_again(done.undoes, by=done.action)
        self._rows.want(done.ideas[0] if done.ideas else None)
