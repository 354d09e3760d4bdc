"""Undo and redo of the shop's own verbs, with the words of what they would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, Conflict, NotFound
from app.domain.translation import mark
from ui.desk import wording
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner

UNDONE = mark("Taken back.")
REDONE = mark("Done again.")
QUOTED_LETTERS = 32


class Undoing(QObject):
    """`offer_changed`: the words below are others. `undone` and `redone` carry the Done that went or came
    back; `done` follows both."""

    offer_changed = Signal()
    undone = Signal(object)
    redone = Signal(object)
    done = Signal()

    def __init__(self, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self.undo_words = ""
        self.redo_words = ""

    def refresh(self) -> None:
        self._tools.background.run(lambda: (self._owner.undo_verb(), self._owner.redo_verb()), self._offer)

    def undo(self) -> None:
        self._tools.background.run(
            lambda: self._with_ideas(self._owner.undo()), self._tell_undone, self._refuse
        )

    def redo(self) -> None:
        self._tools.background.run(
            lambda: self._with_ideas(self._owner.redo()), self._tell_redone, self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        """What cannot be taken back is passed over: another one is offered now."""
        self._tools.messages.warn(self._tools.words.error(error))
        if isinstance(error, Conflict | NotFound):
            self.refresh()

    def _with_ideas(self, done: Done) -> tuple[Done, list[Idea]]:
        """On the worker thread: what was done, and to which ideas."""
        return done, self._owner.several(done.ideas)

    def _tell_undone(self, found: tuple[Done, list[Idea]]) -> None:
        done, ideas = found
        self._say(wording.UNDONE_WORDS.get(done.verb, UNDONE), ideas)
        self.undone.emit(done)
        self.done.emit()

    def _tell_redone(self, found: tuple[Done, list[Idea]]) -> None:
        done, ideas = found
        self._say(wording.REDONE_WORDS.get(done.verb, REDONE), ideas)
        self.redone.emit(done)
        self.done.emit()

    def _say(self, sentence: str, ideas: list[Idea]) -> None:
        words = self._tools.words
        if len(ideas) == 1:
            what = words.tr("“%(line)s”", line=wording.beginning(ideas[0], QUOTED_LETTERS))
        else:
            what = words.trn("%(count)s idea", "%(count)s ideas", len(ideas))
        self._tools.messages.say(words.tr(sentence, what=what))

    def _offer(self, verbs: tuple[str | None, str | None]) -> None:
        undo, redo = verbs
        tr = self._tools.words.tr
        self.undo_words = tr(wording.UNDO_WORDS.get(undo, mark("Undo"))) if undo else ""
        self.redo_words = tr(wording.REDO_WORDS.get(redo, mark("Redo"))) if redo else ""
        self.offer_changed.emit()
