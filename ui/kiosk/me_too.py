"""Me too: given and taken back at once wherever the note is shown, told to the core behind the scenes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.kiosk.notes import Note
from ui.kiosk.visit import Visit
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore


class MeToo(QObject):
    """The votes of this visit. `toggled` carries the idea's id and whether the vote stands; `settled` an id
    whose count in the board is true again."""

    toggled = Signal(object, bool)
    settled = Signal(object)

    def __init__(self, *, core: KioskCore, visit: Visit, background: Background) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._background = background
        self._given: set[UUID] = set()
        self._under_way: Counter[UUID] = Counter()
        visit.ended.connect(self._given.clear)

    def is_given(self, idea_id: UUID) -> bool:
        return idea_id in self._given

    def is_settling(self, idea_id: UUID) -> bool:
        """Whether the board's count is behind what this person sees."""
        return self._under_way[idea_id] > 0

    def toggle(self, idea_id: UUID) -> None:
        visitor, is_given = self._visit.visitor, not self.is_given(idea_id)
        self._show(idea_id, is_given)
        self._under_way[idea_id] += 1
        self._background.run(
            lambda: self._core.vote(idea_id, visitor, is_given),
            lambda _done: self._settle(idea_id),
            lambda error: self._take_back(idea_id, visitor, error),
            lambda: self._settle(idea_id),
        )

    def _show(self, idea_id: UUID, is_given: bool) -> None:
        if is_given:
            self._given.add(idea_id)
        else:
            self._given.discard(idea_id)
        self.toggled.emit(idea_id, is_given)

    def _take_back(self, idea_id: UUID, visitor: str, error: AppError) -> None:
        """The core could not store it (a full disk, say), which it tells in its own place."""
        if visitor == self._visit.visitor:
            self._show(idea_id, not self.is_given(idea_id))
        self._settle(idea_id)

    def _settle(self, idea_id: UUID) -> None:
        self._under_way[idea_id] -= 1
        if self._under_way[idea_id] <= 0:
            del self._under_way[idea_id]
            self.settled.emit(idea_id)


def with_vote(note: Note, is_given: bool) -> Note:
    """`note` with one vote more or less."""
    return replace(note, votes=max(0, note.votes + (1 if is_given else -1)))
