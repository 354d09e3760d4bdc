"""What owner and author say to each other about one idea, in its order, and what still waits for a word."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.ideas import Reply, Response


def in_order(answers: Iterable[Response], replies: Iterable[Reply]) -> list[Response | Reply]:
    """Oldest first."""
    said: list[Response | Reply] = [*answers, *replies]
    return sorted(said, key=lambda each: (each.created_at, each.id))


def waiting(answers: Iterable[Response], replies: Iterable[Reply]) -> list[Reply]:
    """Replies that nothing was said to since, and that were not settled, oldest first."""
    last = max((answer.created_at for answer in answers), default=None)
    return [
        reply for reply in replies if reply.settled_at is None and (last is None or last < reply.created_at)
    ]
