"""Paper ballots: whoever holds one chooses once, whatever the door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ballots import Ballot, BallotDoor, parse_ballot_code
from app.domain.errors import Conflict, NotFound
from app.domain.journal import Actor
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.translation import mark
from app.services.customer.storming import view_of
from app.storage.stores import Stores

# A code of the right shape that is never given: a misspelt one costs the same look-up as a real one.
_NO_BALLOT = "000000000"


@dataclass(frozen=True, slots=True)
class BallotView:
    """A paper ballot with what can be chosen on it."""

    ballot: Ballot
    view: StormView


def ballot_view(stores: Stores, code: str, now: datetime) -> BallotView:
    ballot = stores.ballots.by_code(parse_ballot_code(code) or _NO_BALLOT)
    storm = stores.storms.get(ballot.storm_id) if ballot is not None and not ballot.is_void else None
    if ballot is None or storm is None:
        raise NotFound(mark("No ballot has this code. Please compare it once more."))
    return BallotView(ballot, view_of(stores, storm, stores.storms.public_ideas(storm.id), now))


def give_ballot(
    stores: Stores, code: str, idea_id: UUID, door: BallotDoor, now: datetime, actor: Actor = Actor.CUSTOMER
) -> Ballot:
    """Choose `idea_id` with this ballot, once; the same choice sent again is the same ballot.

    Raises NotFound, and Conflict when it was given for another idea, when it is not the time for choosing,
    and when the idea cannot be chosen.
    """
    seen = ballot_view(stores, code, now)
    if seen.ballot.is_given:
        if seen.ballot.idea_id == idea_id and seen.ballot.door is door and actor is Actor.CUSTOMER:
            return seen.ballot
        raise Conflict(mark("This ballot was given already. Each one counts once."))
    if seen.view.phase is not Phase.CHOOSING:
        before = seen.view.phase in {Phase.ANNOUNCED, Phase.GATHERING}
        raise Conflict(
            mark("Choosing has not begun yet. Please keep the ballot until then.")
            if before
            else mark("Choosing is over, so this ballot cannot be given any more.")
        )
    if idea_id not in seen.view.shortlist:
        raise Conflict(mark("This idea is not among those that can be chosen."))
    changes = stores.ballots.give(seen.ballot, idea_id, door, now)
    # A customer's ballot is not for undoing; what was typed in at the till is.
    told = changes if actor is Actor.OWNER else ()
    stores.journal.append(
        actor=actor, verb="give-ballot", subject=seen.view.storm.id, changes=told, board=True
    )
    given = stores.ballots.by_code(seen.ballot.code)
    assert given is not None
    return given
