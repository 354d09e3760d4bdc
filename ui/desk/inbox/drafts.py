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
    """Drafts by idea. An empty one is forgotten."""

    def __init__(self) -> None:
        self._drafts: dict[UUID, Draft] = {}

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

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return sum(1 for draft in self._drafts.values() if draft.text.strip())


def _is_private(idea: Idea) -> bool:
    return idea.visibility is Visibility.PRIVATE
