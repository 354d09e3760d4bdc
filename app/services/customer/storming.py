"""Storms as customers meet them: what runs, what was written and what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.chains import chains, to_build_on
from app.domain.conclusions import ProofPhoto
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Idea
from app.domain.open_time import time_left
from app.domain.storm_views import BallotCount, StormView
from app.domain.storms import Phase, Storm, ends_at, is_sealed, parse_storm_code, phase_of
from app.domain.tallies import Tally, shortlist, tally
from app.domain.translation import mark
from app.storage.stores import Stores

# A code of the right shape that is never given: a misspelt one costs the same look-up as a real one.
_NO_STORM = "000000"


def view_of(stores: Stores, storm: Storm, ideas: Sequence[Idea], now: datetime) -> StormView:
    """The storm with those of its `ideas` that the one who looks may read."""
    phase = phase_of(storm, now)
    until = ends_at(storm, phase)
    ideas = _on_what_stands(stores, ideas)
    public = [idea for idea in ideas if idea.is_public]
    among = shortlist_of(stores, storm, public, now)
    conclusion = stores.storms.conclusion(storm.conclusion_id) if storm.conclusion_id else None
    by_id = {idea.id: idea for idea in public}
    credits = stores.storms.credits(storm.conclusion_id) if storm.conclusion_id else []
    credited = dict.fromkeys(_standing(stores, id) for id in credits if id)
    return StormView(
        storm=storm,
        phase=phase,
        left=time_left(stores.shops.get(), now, until) if until else None,
        ideas=ideas,
        shortlist=tuple(among),
        tally=None if is_sealed(storm, now) else tally_of(stores, storm, among),
        ballots=_ballot_count(stores, storm),
        conclusion=conclusion,
        credited=tuple(by_id[id] for id in credited if id in by_id),
        erased_credits=sum(id is None for id in credits),
        outcome=stores.storms.outcome(storm.outcome_id) if storm.outcome_id else None,
        look_back=stores.storms.look_back(storm.look_back_id) if storm.look_back_id else None,
    )


def shortlist_of(stores: Stores, storm: Storm, public: Sequence[Idea], now: datetime) -> list[UUID]:
    """What can be chosen: the owner's picks, else the `top` of what was wanted when choosing began, else all
    that is public. Before choosing only picks are told: the rest would tell what is wanted."""
    ids = [idea.id for idea in public]
    picked = {_standing(stores, id) for id in stores.storms.picked(storm.id)}
    listed = [id for id in ids if id in picked]
    if listed or is_sealed(storm, now):
        return listed
    if storm.top is None:
        return ids
    return shortlist(ids, stores.storms.votes_before(storm.id, storm.times.chooses_at), storm.top)


def tally_of(stores: Stores, storm: Storm, among: Sequence[UUID]) -> Tally:
    votes = stores.storms.votes_before(storm.id, storm.times.closes_at) if storm.takes_votes else {}
    given = stores.ballots.counts(storm.id)
    visitors = stores.storms.visitors(storm.id, among) if storm.takes_votes else 0
    ballots: dict[UUID, int] = {}
    for idea_id, count in given.items():
        if idea_id is not None:
            # What was chosen on paper and merged since counts where it went.
            survivor = _standing(stores, idea_id)
            ballots[survivor] = ballots.get(survivor, 0) + count
    return tally(among, votes, ballots, visitors + sum(given.values()))


def public_storm(stores: Stores, code: str) -> Storm:
    """An announced storm by its code. Raises NotFound alike for wrong codes and for drafts."""
    storm = stores.storms.by_code(parse_storm_code(code) or _NO_STORM)
    if storm is None or storm.announced_at is None:
        raise NotFound(mark("There is no such storm."))
    return storm


def view(stores: Stores, code: str, now: datetime) -> StormView:
    storm = public_storm(stores, code)
    return view_of(stores, storm, stores.storms.public_ideas(storm.id), now)


def running(stores: Stores, now: datetime) -> list[StormView]:
    return [
        view_of(stores, storm, stores.storms.public_ideas(storm.id), now) for storm in stores.storms.running()
    ]


def over(stores: Stores, limit: int, now: datetime) -> list[StormView]:
    """Concluded ones, the newest conclusion first."""
    concluded = [storm for storm in stores.storms.all() if storm.concluded_at is not None]
    newest = sorted(concluded, key=lambda storm: storm.concluded_at or now, reverse=True)[:limit]
    return [view_of(stores, storm, stores.storms.public_ideas(storm.id), now) for storm in newest]


def refuse_vote(stores: Stores, storm: Storm, idea: Idea, now: datetime) -> None:
    """Raises Conflict when "me too" cannot be said to this idea of the storm now."""
    phase = phase_of(storm, now)
    can_be_chosen = phase is Phase.CHOOSING and idea.id in shortlist_of(
        stores, storm, stores.storms.public_ideas(storm.id), now
    )
    why_not = why_no_vote(storm, phase, can_be_chosen=can_be_chosen)
    if why_not:
        raise Conflict(why_not)


def why_no_vote(storm: Storm, phase: Phase, *, can_be_chosen: bool) -> str:
    """Why "me too" cannot be said to an idea of this storm; empty when it can. English."""
    if phase is Phase.GATHERING:
        return ""
    if phase is not Phase.CHOOSING:
        return mark("This storm is closed: what was chosen is counted.")
    if not storm.takes_votes:
        return mark("Here is chosen by paper ballot. Please ask for one at the counter.")
    return "" if can_be_chosen else mark("This idea is not among those that can be chosen.")


def newest_to_build_on(view: StormView) -> Idea | None:
    """Whom the next customer is invited to build on."""
    return to_build_on(chains(view.public))


def storm_of_idea(stores: Stores, idea: Idea, now: datetime) -> StormView | None:
    storm = stores.storms.get(idea.storm_id) if idea.storm_id else None
    if storm is None or storm.announced_at is None:
        return None
    return view_of(stores, storm, stores.storms.public_ideas(storm.id), now)


def photo(stores: Stores, code: str) -> ProofPhoto | None:
    storm = public_storm(stores, code)
    return stores.storms.photo(storm.outcome_id) if storm.outcome_id else None


def _on_what_stands(stores: Stores, ideas: Sequence[Idea]) -> tuple[Idea, ...]:
    """What builds on an idea that was merged away builds on what that was put together with; on itself it
    cannot."""
    there = {idea.id for idea in ideas}
    return tuple(
        idea if idea.builds_on is None or idea.builds_on in there else _moved(stores, idea, idea.builds_on)
        for idea in ideas
    )


def _moved(stores: Stores, idea: Idea, forerunner: UUID) -> Idea:
    stands = _standing(stores, forerunner)
    return replace(idea, builds_on=None, link=None) if stands == idea.id else replace(idea, builds_on=stands)


def _standing(stores: Stores, idea_id: UUID) -> UUID:
    """What it was put together with; itself when it stands alone or is gone."""
    return stores.groups.survivor(idea_id) or idea_id


def _ballot_count(stores: Stores, storm: Storm) -> BallotCount:
    if not storm.takes_ballots:
        return BallotCount(0, 0)
    printed = stores.ballots.of(storm.id)
    return BallotCount(len(printed), sum(ballot.is_given for ballot in printed))
