""" "Me too": one vote per visitor and idea, given and taken back as often as one likes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.journal import Actor
from app.domain.storms import is_sealed
from app.services.customer.browsing import public_idea
from app.services.customer.storming import refuse_vote
from app.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class VoteResult:
    """How the idea stands after the vote; `given` says whether this visitor's vote is among them."""

    idea_id: UUID
    votes: int
    given: bool


def toggle_vote(stores: Stores, idea_id: UUID, visitor: str, now: datetime) -> VoteResult:
    """Give the vote or take it back. Raises NotFound when the idea is not public, Conflict when it belongs to
    a storm in which this cannot be said now."""
    idea = public_idea(stores, idea_id)
    return _cast(stores, idea, visitor, idea.id not in stores.votes.of(visitor, [idea.id]), now)


def set_vote(stores: Stores, idea_id: UUID, visitor: str, given: bool, now: datetime) -> VoteResult:
    """Bring the vote to `given`; doing it twice changes nothing. Raises NotFound as `toggle_vote`."""
    return _cast(stores, public_idea(stores, idea_id), visitor, given, now)


def _cast(stores: Stores, idea: Idea, visitor: str, given: bool, now: datetime) -> VoteResult:
    if idea.storm_id is not None:
        refuse_vote(stores, idea, now)
    changed = stores.votes.set(idea.id, visitor, given, now)
    if changed:
        verb = "vote" if given else "unvote"
        board = not _is_secret(stores, idea, now)
        stores.journal.append(actor=Actor.CUSTOMER, verb=verb, subject=idea.id, board=board)
    if idea.storm_id is not None:
        # Before choosing nobody is told, and what is read says so by itself.
        return VoteResult(idea.id, public_idea(stores, idea.id).votes, given)
    votes = idea.votes + (1 if given else -1) * changed
    return VoteResult(idea.id, votes, given)


def _is_secret(stores: Stores, idea: Idea, now: datetime) -> bool:
    """Whether nobody may notice the vote: who hears that an idea has changed could count how often."""
    storm = stores.storms.get(idea.storm_id) if idea.storm_id else None
    return storm is not None and is_sealed(storm, now)
