"""What the owner has begun to say about an idea; kept for each of them until it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.ideas import Idea, Status, Visibility


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    status: Status = Status.NEW
    text: str = ""
    reason: str = ""
    until: date | None = None
    private: bool = False


EMPTY = Draft()


class Drafts:
    """Drafts by idea. An empty one is forgotten, a given one comes back when its answer is taken back."""

    def __init__(self) -> None:
        self._drafts: dict[UUID, Draft] = {}
        self._given: dict[UUID, list[Draft]] = {}
        self._taken_back: dict[UUID, list[Draft]] = {}

    def of(self, idea: Idea) -> Draft:
        """What was begun. A private idea is answered in private, whatever was meant before it became so."""
        draft = self._drafts.get(idea.id, EMPTY)
        return replace(draft, private=True) if _is_private(idea) else draft

    def keep(self, idea: Idea, draft: Draft) -> None:
        if _is_private(idea):
            # Put up again, it is answered as was meant before.
            draft = replace(draft, private=self._drafts.get(idea.id, EMPTY).private)
        if draft == EMPTY:
            self.forget(idea.id)
        else:
            self._drafts[idea.id] = draft

    def forget(self, idea_id: UUID) -> None:
        self._drafts.pop(idea_id, None)

    def give(self, idea_id: UUID) -> None:
        """It was said: nothing is begun now."""
        draft = self._drafts.pop(idea_id, None)
        if draft is not None:
            self._given.setdefault(idea_id, []).append(draft)
            self._taken_back.pop(idea_id, None)

    def take_back(self, idea_id: UUID) -> None:
        """What was said last is a draft again, unless something else was begun meanwhile."""
        if given := self._given.get(idea_id):
            draft = given.pop()
            self._taken_back.setdefault(idea_id, []).append(draft)
            self._drafts.setdefault(idea_id, draft)

    def give_again(self, idea_id: UUID) -> None:
        """What was taken back holds again; a draft that says something else stays."""
        if taken_back := self._taken_back.get(idea_id):
            draft = taken_back.pop()
            self._given.setdefault(idea_id, []).append(draft)
            if self._drafts.get(idea_id) == draft:
                self.forget(idea_id)

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return sum(1 for draft in self._drafts.values() if draft.text.strip())


def _is_private(idea: Idea) -> bool:
    return idea.visibility is Visibility.PRIVATE
