"""Hands a whole storm out, and takes one in: what is known already stays as it is here."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.ballots import Ballot
from app.domain.clock import Clock
from app.domain.ideas import Idea, Visibility
from app.domain.storms import is_sealed
from app.domain.voices import Voice
from app.domain.whole_storms import Contribution, MeToo, TakenIn, WholeStorm, nameless
from app.services.owner.storm_steps import existing_storm
from app.services.owner.storm_taking_in import take_in
from app.services.seams import Seam
from app.storage.stores import Stores


class StormExchange:
    """Every method is one transaction. Taking in can be taken back."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def hand_out(self, storm_id: UUID, *, private: bool = False) -> WholeStorm:
        """As everybody may read it; in private with what waits or is hidden and with the codes, to move it to
        another PC of the same shop. Nobody's address is ever in it. Raises NotFound."""
        return self._seam.read(
            lambda stores: hand_out(stores, storm_id, private=private, now=self._clock.now())
        )

    def take_in(self, whole: WholeStorm) -> TakenIn:
        """Add what is not here yet; all of it or nothing. What was erased here stays erased, and a conclusion
        that is here is not superseded. Raises Conflict when an id means something else here."""
        return self._seam.write(partial(take_in, whole=whole, now=self._clock.now()))


def hand_out(stores: Stores, storm_id: UUID, *, private: bool, now: datetime) -> WholeStorm:
    storm = existing_storm(stores, storm_id)
    sealed = is_sealed(storm, now)
    ideas = _handed_out(stores, storm_id, private)
    picked = set(stores.storms.picked(storm_id))
    credits = stores.storms.credits(storm.conclusion_id) if storm.conclusion_id else []
    return WholeStorm(
        storm=storm,
        is_private=private,
        is_sealed=sealed,
        contributions=tuple(
            replace(
                _contribution(idea, private),
                is_picked=idea.id in picked,
                builds_on=idea.builds_on if idea.builds_on in ideas else None,
                link=idea.link if idea.builds_on in ideas else None,
                merged_into=_survivor(stores, idea),
                me_toos=() if sealed else _me_toos(stores, idea.id, storm_id, private),
                voices=() if sealed else _voices(stores, idea.id, private),
            )
            for idea in ideas.values()
        ),
        ballots=tuple(_ballot(ballot, ideas, private) for ballot in stores.ballots.of(storm_id)),
        conclusion=stores.storms.conclusion(storm.conclusion_id) if storm.conclusion_id else None,
        credits=tuple(credit if credit in ideas else None for credit in credits),
        outcome=stores.storms.outcome(storm.outcome_id) if storm.outcome_id else None,
        photo=stores.storms.photo(storm.outcome_id) if storm.outcome_id else None,
        look_back=stores.storms.look_back(storm.look_back_id) if storm.look_back_id else None,
    )


def _handed_out(stores: Stores, storm_id: UUID, private: bool) -> dict[UUID, Idea]:
    """Everything in private, else what hangs there and what was put together with that."""
    every = {idea.id: idea for idea in stores.storms.every_idea(storm_id)}
    if private:
        return every
    public = {id for id, idea in every.items() if idea.visibility is Visibility.PUBLIC}
    return {
        id: idea for id, idea in every.items() if id in public and (_survivor(stores, idea) or id) in public
    }


def _survivor(stores: Stores, idea: Idea) -> UUID | None:
    return stores.groups.survivor(idea.id) if idea.merged_into else None


def _contribution(idea: Idea, private: bool) -> Contribution:
    return Contribution(
        id=idea.id,
        text=idea.text,
        name=idea.name,
        channel=idea.channel,
        language=idea.language,
        visibility=idea.visibility,
        created_at=idea.created_at,
        claim_code=idea.claim_code if private else "",
        own=idea.left_out_of if private else None,
    )


def _me_toos(stores: Stores, idea_id: UUID, storm_id: UUID, private: bool) -> tuple[MeToo, ...]:
    given = stores.votes.given(idea_id)
    if private:
        return tuple(given)
    return tuple(MeToo(nameless(each.visitor, storm_id), each.at) for each in given)


def _voices(stores: Stores, idea_id: UUID, private: bool) -> tuple[Voice, ...]:
    return tuple(voice if private else replace(voice, name="") for voice in stores.voices.of(idea_id))


def _ballot(ballot: Ballot, ideas: Container[UUID | None], private: bool) -> Ballot:
    return replace(
        ballot,
        code=ballot.code if private else "",
        idea_id=ballot.idea_id if ballot.idea_id in ideas else None,
    )
