""" "Me too": one vote per visitor and idea, given and taken back as often as one likes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.journal import Actor
from app.domain.storms import Storm, is_sealed
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
    return _cast(stores, idea, visitor, idea.id not in stores.votes.of(visitor, [idea.id]), now, now)


def set_vote(
    stores: Stores,
    idea_id: UUID,
    visitor: str,
    given: bool,
    now: datetime,
    *,
    said_at: datetime | None = None,
) -> VoteResult:
    """Bring the vote to `given`; doing it twice changes nothing. In a storm it counts by when it was said, as
    long as the storm is not concluded. Raises NotFound, Conflict as `toggle_vote`."""
    return _cast(stores, public_idea(stores, idea_id), visitor, given, now, said_at or now)


def _cast(
    stores: Stores, idea: Idea, visitor: str, given: bool, now: datetime, said_at: datetime
) -> VoteResult:
    storm = stores.storms.get(idea.storm_id) if idea.storm_id else None
    if storm is not None:
        refuse_vote(stores, storm, idea, said_at)
    counted_at = now if storm is None else _counted_at(storm, said_at, now)
    changed = stores.votes.set(idea.id, visitor, given, counted_at)
    if changed:
        verb = "vote" if given else "unvote"
        # While it is sealed nobody may notice: who hears that an idea has changed could count how often.
        board = storm is None or not is_sealed(storm, now)
        stores.journal.append(actor=Actor.CUSTOMER, verb=verb, subject=idea.id, board=board)
    if idea.storm_id is not None:
        # Before choosing nobody is told, and what is read says so by itself.
        return VoteResult(idea.id, public_idea(stores, idea.id).votes, given)
    votes = idea.votes + (1 if given else -1) * changed
    return VoteResult(idea.id, votes, given)


def _counted_at(storm: Storm, said_at: datetime, now: datetime) -> datetime:
    """What was said while ideas were gathered and comes while customers choose counts from the beginning of
    choosing on: the shortlist stays as it was then."""
    return said_at if now < storm.times.chooses_at else max(said_at, storm.times.chooses_at)
