"""Takes a whole storm in: each part that is not here yet, hidden first and then let up by a change of its
own, so that undo takes it all away again and taking in once more brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.ballots import Ballot
from app.domain.conclusions import Conclusion, LookBack, Outcome
from app.domain.errors import Conflict
from app.domain.ideas import Idea, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor, Change
from app.domain.storms import Storm
from app.domain.translation import mark
from app.domain.whole_storms import Contribution, TakenIn, WholeStorm, nameless
from app.services.owner.done import Edit, write_down
from app.services.owner.storm_steps import existing_storm
from app.storage.stores import Stores
from app.storage.values import DomainValue

_ELSEWHERE = mark(
    "One of its contributions is an idea here that does not belong to it. Nothing was taken in."
)
_OTHER_BALLOT = mark("One of its ballots belongs to another storm here. Nothing was taken in.")
_OTHER_WORDS = mark("What was said at its end belongs to another storm here. Nothing was taken in.")


def take_in(stores: Stores, whole: WholeStorm, now: datetime) -> TakenIn:
    storm = whole.storm
    here = stores.storms.get(storm.id)
    is_over = here is None or here.times.closes_at <= now
    present, fresh = _add_contributions(stores, whole)
    ids = {each.id for each in present}
    if here is None:
        _add(stores, storm)
    changes = stores.storms.change(storm.id, **_columns(here, storm))
    said = sum(_add_me_toos(stores, storm.id, each) for each in present if is_over or each.id in fresh)
    edits = _let_up(stores, present, fresh if here else ids)
    changes += _take_ballots(stores, whole, ids, is_back=here is None, is_over=is_over)
    changes += _add_end(stores, whole, ids)
    step = Edit(storm.id, changes, board=storm.announced_at is not None)
    done = write_down(stores, "import-storm", [step, *edits])
    if said and done.action is None:
        # Nothing to take back, but what customers see is another count.
        stores.journal.append(actor=Actor.OWNER, verb="import-storm", subject=storm.id, board=True)
    kept = existing_storm(stores, storm.id)
    return TakenIn(
        storm=kept,
        fresh=len(fresh),
        known=len(present) - len(fresh),
        erased=len(whole.contributions) - len(present),
        has_new_code=here is None and kept.code != storm.code,
        has_changed=done.action is not None,
    )


def _add(stores: Stores, storm: Storm) -> None:
    """As a row that is not in use yet; one that was taken back lies there already."""
    if not stores.storms.is_known(storm.id):
        code = stores.storms.free_code() if stores.storms.is_taken(storm.code) else storm.code
        stores.storms.add(replace(storm, code=code))


def _columns(here: Storm | None, storm: Storm) -> dict[str, DomainValue]:
    """What is told of it here: all of it while it is nobody's but the owner's, then only that it was
    extended since."""
    first = storm.first_times
    times: dict[str, DomainValue] = {
        "gathers_at": storm.times.gathers_at,
        "chooses_at": storm.times.chooses_at,
        "closes_at": storm.times.closes_at,
        "first_gathers_at": first.gathers_at if first else None,
        "first_chooses_at": first.chooses_at if first else None,
        "first_closes_at": first.closes_at if first else None,
        "extended_at": storm.extended_at,
    }
    if here is None or here.announced_at is None:
        return {
            "dropped_at": None,
            "question": storm.question,
            "about": storm.about,
            "ways": storm.ways,
            "top": storm.top,
            "announced_at": storm.announced_at,
            **times,
        }
    return times if storm.extended_at and here.extended_at is None else {}


def _add_contributions(stores: Stores, whole: WholeStorm) -> tuple[list[Contribution], set[UUID]]:
    """Those that are here afterwards, and the ids of those that were not before."""
    present = [each for each in whole.contributions if not stores.erasures.holds(each.id)]
    ids = {each.id for each in present}
    fresh = set()
    for each in present:
        known = stores.ideas.get(each.id)
        if known is None:
            _add_contribution(stores, whole.storm.id, each, ids)
            fresh.add(each.id)
        elif known.storm_id != whole.storm.id:
            raise Conflict(_ELSEWHERE)
    return present, fresh


def _add_contribution(stores: Stores, storm_id: UUID, told: Contribution, ids: set[UUID]) -> None:
    builds_on = told.builds_on if told.builds_on in ids else None
    free = told.claim_code and stores.ideas.holder_of(told.claim_code) is None
    idea = Idea(
        id=told.id,
        claim_code=told.claim_code if free else stores.ideas.free_claim_code(),
        text=told.own.text if told.own else told.text,
        name=told.own.name if told.own else told.name,
        channel=told.channel,
        visibility=Visibility.HIDDEN,
        language=told.language,
        builds_on=builds_on,
        link=told.link if builds_on else None,
        created_at=told.created_at,
        public_at=told.created_at if told.visibility is Visibility.PUBLIC else None,
        storm_id=storm_id,
    )
    stores.ideas.add(idea)
    if told.own:
        at = told.created_at
        stores.ideas.leave_out(told.id, told.text, told.name, revision_id=new_id(at), at=at)


def _add_me_toos(stores: Stores, storm_id: UUID, told: Contribution) -> int:
    """How many were not here: one visitor is one, with and without a name."""
    here = {nameless(each.visitor, storm_id) for each in stores.votes.given(told.id)}
    me_toos = [each for each in told.me_toos if nameless(each.visitor, storm_id) not in here]
    voices = [voice for voice in told.voices if stores.voices.ever(voice.id) is None]
    for each in me_toos:
        stores.votes.set(told.id, each.visitor, True, each.at)
    for voice in voices:
        stores.voices.add(voice)
    return len(me_toos) + len(voices)


def _let_up(stores: Stores, present: Sequence[Contribution], ids: set[UUID]) -> list[Edit]:
    there = {each.id for each in present}
    return [
        Edit(
            each.id,
            stores.ideas.change(
                each.id,
                visibility=each.visibility,
                shortlisted=int(each.is_picked),
                merged_into=each.merged_into if each.merged_into in there else None,
            ),
            board=each.visibility is Visibility.PUBLIC,
        )
        for each in present
        if each.id in ids
    ]


def _take_ballots(
    stores: Stores, whole: WholeStorm, ids: set[UUID], *, is_back: bool, is_over: bool
) -> list[Change]:
    changes = []
    for told in whole.ballots:
        known = stores.ballots.ever(told.id)
        if known is None:
            changes += _add_ballot(stores, told, ids)
            continue
        if known.storm_id != told.storm_id:
            raise Conflict(_OTHER_BALLOT)
        if is_back:
            changes += stores.ballots.take_up(told.id)
        if is_over and told.given_at and not known.is_given:
            changes += _give(stores, told, ids)
    return changes


def _add_ballot(stores: Stores, told: Ballot, ids: set[UUID]) -> list[Change]:
    code, number = told.code, told.number
    if not code or stores.ballots.by_code(code) is not None:
        code = stores.ballots.free_code()
    if stores.ballots.has_number(told.storm_id, number):
        number = stores.ballots.last_number(told.storm_id) + 1
    changes = stores.ballots.add(replace(told, code=code, number=number))
    return changes + _give(stores, told, ids)


def _give(stores: Stores, told: Ballot, ids: set[UUID]) -> list[Change]:
    if told.given_at is None:
        return []
    return stores.ballots.give(told, told.idea_id if told.idea_id in ids else None, told.door, told.given_at)


def _add_end(stores: Stores, whole: WholeStorm, ids: set[UUID]) -> list[Change]:
    """The owner's words, each where none of hers is here yet."""
    here, columns = existing_storm(stores, whole.storm.id), dict[str, DomainValue]()
    if whole.conclusion and here.conclusion_id is None:
        columns["conclusion_id"] = whole.conclusion.id
        if _is_new(stores.storms.conclusion(whole.conclusion.id), here.id):
            credits = [credit if credit in ids else None for credit in whole.credits]
            stores.storms.add_conclusion(whole.conclusion, credits)
    if whole.outcome and here.outcome_id is None:
        columns["outcome_id"] = whole.outcome.id
        if _is_new(stores.storms.outcome(whole.outcome.id), here.id):
            stores.storms.add_outcome(whole.outcome, whole.photo)
    if whole.look_back and here.look_back_id is None:
        columns["look_back_id"] = whole.look_back.id
        if _is_new(stores.storms.look_back(whole.look_back.id), here.id):
            stores.storms.add_look_back(whole.look_back)
    return stores.storms.change(here.id, **columns)


def _is_new(known: Conclusion | Outcome | LookBack | None, storm_id: UUID) -> bool:
    if known is not None and known.storm_id != storm_id:
        raise Conflict(_OTHER_WORDS)
    return known is None
