"""Which ideas belong into which view of the inbox, and in what order: the same as the database says."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView


def belongs(idea: Idea, view: InboxView) -> bool:
    if view is InboxView.ALL:
        return True
    if idea.merged_into is not None:
        return False
    if view is InboxView.WAITING:
        return idea.visibility is Visibility.WAITING
    return idea.visibility in {Visibility.PUBLIC, Visibility.PRIVATE} and idea.status is Status.NEW


def comes_before(one: Idea, other: Idea, view: InboxView) -> bool:
    """Newest first among all, else the one that has waited longest."""
    newest_first = view is InboxView.ALL
    return _place(one) > _place(other) if newest_first else _place(one) < _place(other)


def _place(idea: Idea) -> tuple[datetime, UUID]:
    return (idea.created_at, idea.id)
