"""Which ideas belong into which view of the inbox, and in what order: the same as the database says."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from app.domain.ideas import Idea, Visibility
from app.domain.inbox import InboxView, wants_answer


def belongs(idea: Idea, view: InboxView, today: date) -> bool:
    if view is InboxView.ALL:
        return True
    if view is InboxView.TO_ANSWER:
        return wants_answer(idea, today)
    return idea.merged_into is None and idea.visibility is Visibility.WAITING


def comes_before(one: Idea, other: Idea, view: InboxView) -> bool:
    """Newest first among all, else the one that has waited longest."""
    newest_first = view is InboxView.ALL
    return _place(one) > _place(other) if newest_first else _place(one) < _place(other)


def _place(idea: Idea) -> tuple[datetime, UUID]:
    return (idea.created_at, idea.id)
