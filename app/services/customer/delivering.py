"""What a kiosk brings from its outbox: ideas, votes and looks, each a verb of its own, each counted once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias
from uuid import UUID

from app.domain.kiosks import LONGEST_WAIT, Look
from app.services.customer import submitting, voting
from app.services.customer.submitting import NO_WAIT, CleanDraft, IdeaDraft, TakenBack
from app.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class PinnedIdea:
    draft: IdeaDraft


@dataclass(frozen=True, kw_only=True, slots=True)
class CastVote:
    """`waited`: how long ago it was said; without a network it comes late."""

    idea_id: UUID
    visitor: str
    given: bool
    waited: timedelta = NO_WAIT


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
    said_at = now - min(max(vote.waited, NO_WAIT), LONGEST_WAIT)
    voting.set_vote(stores, vote.idea_id, vote.visitor, vote.given, now, said_at=said_at)
    return False
