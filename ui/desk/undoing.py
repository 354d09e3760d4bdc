"""Undo and redo of the shop's own verbs, with the words of what they would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, Conflict, NotFound
from app.domain.translation import mark
from ui.desk import wording
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

UNDONE = mark("Taken back.")
REDONE = mark("Done again.")


class Undoing(QObject):
    """`offer_changed`: the words below are others. `done`: something was undone or redone."""

    offer_changed = Signal()
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
        self._tools.background.run(self._owner.undo, lambda _done: self._tell(UNDONE), self._refuse)

    def redo(self) -> None:
        self._tools.background.run(self._owner.redo, lambda _done: self._tell(REDONE), self._refuse)

    def _refuse(self, error: AppError) -> None:
        """What cannot be taken back is passed over: another one is offered now."""
        self._tools.messages.warn(self._tools.words.error(error))
        if isinstance(error, Conflict | NotFound):
            self.refresh()

    def _tell(self, sentence: str) -> None:
        self._tools.messages.say(self._tools.words.tr(sentence))
        self.done.emit()

    def _offer(self, verbs: tuple[str | None, str | None]) -> None:
        undo, redo = verbs
        tr = self._tools.words.tr
        self.undo_words = tr(wording.UNDO_WORDS.get(undo, mark("Undo"))) if undo else ""
        self.redo_words = tr(wording.REDO_WORDS.get(redo, mark("Redo"))) if redo else ""
        self.offer_changed.emit()
