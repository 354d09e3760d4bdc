"""In what order ideas stand in a view of the inbox: the same as the database says."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.inbox import InboxView


def comes_before(one: Idea, other: Idea, view: InboxView) -> bool:
    """Newest first among all, else the one that has waited longest."""
    newest_first = view is InboxView.ALL
    return _place(one) > _place(other) if newest_first else _place(one) < _place(other)


def _place(idea: Idea) -> tuple[datetime, UUID]:
    return (idea.created_at, idea.id)
