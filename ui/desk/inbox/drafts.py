"""What the owner has begun to say about an idea; kept for each of them until it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.ideas import Status


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

    def of(self, idea_id: UUID) -> Draft:
        return self._drafts.get(idea_id, EMPTY)

    def keep(self, idea_id: UUID, draft: Draft) -> None:
        if draft == EMPTY:
            self.forget(idea_id)
        else:
            self._drafts[idea_id] = draft

    def forget(self, idea_id: UUID) -> None:
        self._drafts.pop(idea_id, None)

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return sum(1 for draft in self._drafts.values() if draft.text.strip())
