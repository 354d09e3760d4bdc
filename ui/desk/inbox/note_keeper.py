"""Keeps the owner's own notes about the open idea: the verbs of the note box and of the slips."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.own_notes import OwnNote
from ui.desk import wording
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.inbox.note_box import NoteBox

NAMED_LETTERS = 60


class NoteKeeper(QObject):
    """`acted` says that a verb changed something. `opened` gives the idea that lies open."""

    acted = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, window: QWidget, opened: Callable[[], Idea | None]
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._opened = opened
        self._box: NoteBox | None = None
        self._about: Idea | None = None
        self._reworded: OwnNote | None = None
        self._begun: dict[UUID, str] = {}

    def begin(self) -> None:
        """A new note about the open idea; what was begun about it is still there."""
        idea = self._opened()
        if idea is not None:
            self._open(idea, None, self._begun.get(idea.id, ""))

    def reword(self, note: OwnNote) -> None:
        idea = self._opened()
        if idea is not None and idea.id == note.idea_id:
            self._open(idea, note, note.text)

    def take_away(self, note: OwnNote) -> None:
        self._tools.background.run(lambda: self._owner.noting.take_away(note.id), self._tell_gone)

    def _open(self, idea: Idea, note: OwnNote | None, text: str) -> None:
        if self._box is None:
            self._box = self._make_box()
        self._about, self._reworded = idea, note
        line = wording.beginning(idea, NAMED_LETTERS)
        self._box.begin(self._tools.words.tr("“%(line)s”", line=line), text)

    def _make_box(self) -> NoteBox:
        from ui.desk.inbox.note_box import NoteBox

        box = NoteBox(self._tools, self._window)
        box.entered.connect(self._keep)
        box.rejected.connect(self._remember)
        return box

    def _keep(self, text: str) -> None:
        box, idea, note, noting = self._box, self._about, self._reworded, self._owner.noting
        if box is None or idea is None:
            return
        self._tools.background.run(
            lambda: noting.add(idea.id, text) if note is None else noting.reword(note.id, text),
            lambda done: self._tell_kept(idea.id, done),
            self._refuse,
            box.may_be_entered,
        )

    def _remember(self) -> None:
        """A note that was begun and left waits for its idea."""
        if self._box is not None and self._about is not None and self._reworded is None:
            self._begun[self._about.id] = self._box.text.toPlainText()

    def _tell_kept(self, idea_id: UUID, done: Done) -> None:
        self._begun.pop(idea_id, None)
        if self._box is not None:
            self._box.taken()
        if done.action is not None:
            self._tools.messages.say(self._tools.words.tr("Noted. Only you see it."))
            self.acted.emit()

    def _tell_gone(self, _done: Done) -> None:
        self._tools.messages.say(self._tools.words.tr("The note is taken away."))
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        if self._box is not None:
            self._box.refuse(self._tools.words.error(error))
