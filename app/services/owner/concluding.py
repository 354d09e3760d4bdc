"""How the owner ends a storm: what was decided and on whom it rests, what was done, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.domain.chains import way_to
from app.domain.conclusions import (
    Conclusion,
    LookBack,
    Outcome,
    ProofPhoto,
    clean_conclusion,
    clean_look_back,
    clean_outcome_text,
)
from app.domain.errors import InvalidInput
from app.domain.ideas import Visibility
from app.domain.ids import new_id
from app.domain.measures import clean_measure_label
from app.domain.storm_views import Proposal
from app.domain.storms import Phase
from app.domain.translation import mark
from app.services.owner.done import Done
from app.services.owner.storm_steps import note_step, only_in, view
from app.storage.stores import Stores


@dataclass(frozen=True, kw_only=True, slots=True)
class ConclusionDraft:
    """The owner's words at the end, as `Conclusion` tells them."""

    heard: str
    decided: str
    because: str = ""
    thanks: str = ""
    rests_on: tuple[UUID, ...] = ()
    rests_on_none: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeDraft:
    """What was done. `label` and `before`: a number that is counted again when the owner looks back."""

    done_on: date
    text: str
    label: str = ""
    before: Decimal | None = None
    photo: ProofPhoto | None = None


def proposal(stores: Stores, storm_id: UUID, now: datetime) -> Proposal:
    seen = view(stores, storm_id, now)
    by_id = {idea.id: idea for idea in seen.public}
    leading = seen.tally.leaders if seen.tally else ()
    chain = {idea.id: idea for id in leading for idea in way_to(seen.public, id)}
    return Proposal(tuple(chain.values()), tuple(by_id[id] for id in leading if id in by_id))


def conclude(stores: Stores, storm_id: UUID, said: ConclusionDraft, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.CLOSED, Phase.CONCLUDED)
    conclusion = clean_conclusion(
        Conclusion(
            id=new_id(now),
            storm_id=storm_id,
            heard=said.heard,
            decided=said.decided,
            because=said.because,
            thanks=said.thanks,
            rests_on=said.rests_on,
            rests_on_none=said.rests_on_none,
            signed=stores.shops.get().voice,
            created_at=now,
        )
    )
    for idea_id in conclusion.rests_on:
        _refuse_foreign(stores, storm_id, idea_id)
    stores.storms.add_conclusion(conclusion)
    changes = stores.storms.change(storm_id, conclusion_id=conclusion.id)
    return note_step(stores, "conclude-storm", storm_id, changes)


def carry_out(stores: Stores, storm_id: UUID, done: OutcomeDraft, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.CONCLUDED, Phase.CARRIED_OUT)
    if done.done_on > stores.shops.get().local_date(now):
        raise InvalidInput(
            "done_on", mark("What is still to come is not done yet. Please choose another day.")
        )
    outcome = Outcome(
        id=new_id(now),
        storm_id=storm_id,
        done_on=done.done_on,
        text=clean_outcome_text(done.text),
        label="" if done.before is None else clean_measure_label(done.label),
        before=done.before,
        has_photo=done.photo is not None,
        created_at=now,
    )
    stores.storms.add_outcome(outcome, done.photo)
    return note_step(
        stores, "carry-out-storm", storm_id, stores.storms.change(storm_id, outcome_id=outcome.id)
    )


def look_back(stores: Stores, storm_id: UUID, text: str, after: Decimal | None, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.CARRIED_OUT, Phase.LOOKED_BACK)
    seen = LookBack(
        id=new_id(now), storm_id=storm_id, text=clean_look_back(text), after=after, created_at=now
    )
    stores.storms.add_look_back(seen)
    return note_step(
        stores, "look-back-at-storm", storm_id, stores.storms.change(storm_id, look_back_id=seen.id)
    )


def _refuse_foreign(stores: Stores, storm_id: UUID, idea_id: UUID) -> None:
    idea = stores.ideas.get(idea_id)
    if idea is None or idea.storm_id != storm_id or idea.visibility is not Visibility.PUBLIC:
        raise InvalidInput("rests_on", mark("One of the contributions does not hang in this storm any more."))
