"""What a kiosk brings from its outbox: ideas, votes and looks, each a verb of its own, each counted once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeAlias
from uuid import UUID

from app.domain.kiosks import Look
from app.services.customer import submitting, voting
from app.services.customer.submitting import CleanDraft, IdeaDraft, TakenBack
from app.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class PinnedIdea:
    draft: IdeaDraft


@dataclass(frozen=True, kw_only=True, slots=True)
class CastVote:
    idea_id: UUID
    visitor: str
    given: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedLooks:
    id: UUID
    looks: tuple[Look, ...]


Delivery: TypeAlias = PinnedIdea | CastVote | CountedLooks


def as_verb(delivery: Delivery, now: datetime) -> Callable[[Stores], bool]:
    """What is to be done; the verb says whether it was not done before. Raises InvalidInput for an idea that
    cannot be taken."""
    match delivery:
        case PinnedIdea(draft):
            return partial(_submit, clean=submitting.clean_draft(draft), now=now)
        case CastVote():
            return partial(_vote, vote=delivery, now=now)
        case CountedLooks():
            return lambda stores: stores.looks.count(delivery.id, delivery.looks, now)


def _submit(stores: Stores, clean: CleanDraft, now: datetime) -> bool:
    """An idea that was stored and that its author has taken back is delivered: set aside at the kiosk, its
    words would come back."""
    try:
        return submitting.submit(stores, clean, now).fresh
    except TakenBack:
        return False


def _vote(stores: Stores, vote: CastVote, now: datetime) -> bool:
    voting.set_vote(stores, vote.idea_id, vote.visitor, vote.given, now)
    return False
