"""What owner and author say to each other about one idea, in its order, and what waits for a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.domain.ideas import Reply, Response


@dataclass(frozen=True, slots=True)
class WroteBack:
    """A reply that waits for a word; it is given under the idea `under`: her own, or what that was put
    together with."""

    reply: Reply
    under: UUID


def in_order(answers: Iterable[Response], replies: Iterable[Reply]) -> list[Response | Reply]:
    """Oldest first."""
    said: list[Response | Reply] = [*answers, *replies]
    return sorted(said, key=lambda each: (each.created_at, each.id))
