"""The owner's storms: written down, announced, extended once, with a shortlist and ballots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from uuid import UUID

from app.domain.ballots import MOST_AT_ONCE, Ballot, BallotDoor
from app.domain.clock import Clock
from app.domain.conclusions import (
    ProofPhoto,
)
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.storm_times import CHOOSING_DAYS, GATHERING_DAYS, check_times, extended, propose
from app.domain.storm_views import Proposal, StormLine, StormView
from app.domain.storms import (
    MOST_SHORTLISTED,
    Phase,
    Storm,
    Timetable,
    Ways,
    clean_about,
    clean_question,
    parse_storm_code,
    phase_of,
)
from app.domain.translation import mark
from app.services.customer.balloting import give_ballot
from app.services.owner.concluding import (
    ConclusionDraft,
    OutcomeDraft,
    carry_out,
    conclude,
    look_back,
    proposal,
)
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.storm_steps import existing_storm, note_step, only_in, view
from app.services.seams import Seam
from app.storage.stores import Stores


@dataclass(frozen=True, kw_only=True, slots=True)
class StormDraft:
    """What the owner writes down first. `top`: so many of what was wanted most can be chosen, None for all or
    for her own picks."""

    question: str
    about: str = ""
    times: Timetable
    ways: Ways = Ways.VOTES
    top: int | None = None


class Storms:
    """Every method is one transaction, and can be taken back but for an extension: that was promised."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def all(self) -> list[StormLine]:
        """Drafts too; those that begin last first."""
        return self._seam.read(lambda stores: lines(stores, self._clock.now()))

    def count_running(self) -> int:
        """How many are announced and not concluded yet."""
        return self._seam.read(lambda stores: len(stores.storms.running()))

    def view(self, storm_id: UUID) -> StormView:
        """With the contributions that wait. Raises NotFound."""
        return self._seam.read(lambda stores: view(stores, storm_id, self._clock.now()))

    def by_code(self, code: str) -> Storm:
        """Raises NotFound."""
        return self._seam.read(lambda stores: by_code(stores, code))

    def propose(
        self,
        start: datetime | None = None,
        gathering_days: int = GATHERING_DAYS,
        choosing_days: int = CHOOSING_DAYS,
    ) -> Timetable:
        """From `start` on, or from now. Raises InvalidInput as `storm_times.propose`."""
        shop = self._seam.read(lambda stores: stores.shops.get())
        return propose(shop, start or self._clock.now(), gathering_days, choosing_days)

    def draft(self, wanted: StormDraft) -> Storm:
        """Write a storm down; nobody sees it before it is announced. Raises InvalidInput naming the box."""
        return self._seam.write(partial(draft, wanted=wanted, now=self._clock.now()))

    def change(self, storm_id: UUID, wanted: StormDraft) -> Done:
        """As `draft`. Raises Conflict once it is announced, NotFound."""
        return self._seam.write(partial(change, storm_id=storm_id, wanted=wanted, now=self._clock.now()))

    def drop(self, storm_id: UUID) -> Done:
        """Throw a draft away. Raises Conflict once it is announced, NotFound."""
        return self._seam.write(partial(drop, storm_id=storm_id, now=self._clock.now()))

    def announce(self, storm_id: UUID) -> Done:
        """Customers see it from now on. Raises InvalidInput when its dates are over, Conflict when it was
        announced before, NotFound."""
        return self._seam.write(partial(announce, storm_id=storm_id, now=self._clock.now()))

    def extend(self, storm_id: UUID, times: Timetable) -> Storm:
        """Once, in public; cannot be taken back. Raises as `storm_times.extended`, NotFound."""
        return self._seam.write(partial(extend, storm_id=storm_id, times=times, now=self._clock.now()))

    def pick(self, storm_id: UUID, ids: Sequence[UUID], picked: bool = True) -> Done:
        """Put contributions on the shortlist, or off it. Raises Conflict once choosing has begun or when it
        is full, NotFound."""
        verb = partial(pick, storm_id=storm_id, ids=ids, picked=picked, now=self._clock.now())
        return self._seam.write(verb)

    def print_ballots(self, storm_id: UUID, count: int) -> list[Ballot]:
        """New ballots, each good once. Raises InvalidInput on `count`, Conflict when this storm takes none or
        is closed, NotFound."""
        verb = partial(print_ballots, storm_id=storm_id, count=count, now=self._clock.now())
        return self._seam.write(verb)

    def ballots(self, storm_id: UUID) -> Sequence[Ballot]:
        """Those in use, given ones too, by number."""
        return self._seam.read(lambda stores: stores.ballots.of(storm_id))

    def give_ballot(self, code: str, idea_id: UUID) -> Ballot:
        """Type in what somebody chose on paper. Raises NotFound, Conflict."""
        verb = partial(
            give_ballot,
            code=code,
            idea_id=idea_id,
            door=BallotDoor.TILL,
            now=self._clock.now(),
            actor=Actor.OWNER,
        )
        return self._seam.write(verb)

    def proposal(self, storm_id: UUID) -> Proposal:
        """Raises NotFound."""
        return self._seam.read(lambda stores: proposal(stores, storm_id, self._clock.now()))

    def conclude(self, storm_id: UUID, said: ConclusionDraft) -> Done:
        """Once it is closed; said again it supersedes. Raises InvalidInput naming the box, Conflict while it
        still goes on, NotFound."""
        return self._seam.write(partial(conclude, storm_id=storm_id, said=said, now=self._clock.now()))

    def carry_out(self, storm_id: UUID, done: OutcomeDraft) -> Done:
        """Raises InvalidInput naming the box, Conflict before the conclusion, NotFound."""
        return self._seam.write(partial(carry_out, storm_id=storm_id, done=done, now=self._clock.now()))

    def look_back(self, storm_id: UUID, text: str, after: Decimal | None = None) -> Done:
        """Raises InvalidInput on `text`, Conflict before it was carried out, NotFound."""
        verb = partial(look_back, storm_id=storm_id, text=text, after=after, now=self._clock.now())
        return self._seam.write(verb)

    def photo(self, outcome_id: UUID) -> ProofPhoto | None:
        return self._seam.read(lambda stores: stores.storms.photo(outcome_id))


def by_code(stores: Stores, code: str) -> Storm:
    storm = stores.storms.by_code(parse_storm_code(code) or "")
    if storm is None:
        raise NotFound(mark("There is no such storm."))
    return storm


def lines(stores: Stores, now: datetime) -> list[StormLine]:
    counts = stores.storms.counts()
    return [
        StormLine(storm, phase_of(storm, now), *counts.get(storm.id, (0, 0))) for storm in stores.storms.all()
    ]


def draft(stores: Stores, wanted: StormDraft, now: datetime) -> Storm:
    storm = Storm(
        id=new_id(now),
        code=stores.storms.free_code(),
        question=clean_question(wanted.question),
        about=clean_about(wanted.about),
        times=check_times(wanted.times, now),
        ways=_checked_ways(wanted),
        top=_checked_top(wanted.top),
        made_at=now,
    )
    stores.storms.add(storm)
    note_step(stores, "draft-storm", storm.id, stores.storms.change(storm.id, dropped_at=None), board=False)
    return storm


def change(stores: Stores, storm_id: UUID, wanted: StormDraft, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.DRAFT)
    times = check_times(wanted.times, now)
    changes = stores.storms.change(
        storm_id,
        question=clean_question(wanted.question),
        about=clean_about(wanted.about),
        gathers_at=times.gathers_at,
        chooses_at=times.chooses_at,
        closes_at=times.closes_at,
        ways=_checked_ways(wanted),
        top=_checked_top(wanted.top),
    )
    return note_step(stores, "change-storm", storm_id, changes, board=False)


def drop(stores: Stores, storm_id: UUID, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.DRAFT)
    return note_step(
        stores, "drop-storm", storm_id, stores.storms.change(storm_id, dropped_at=now), board=False
    )


def announce(stores: Stores, storm_id: UUID, now: datetime) -> Done:
    storm = only_in(stores, storm_id, now, Phase.DRAFT)
    check_times(storm.times, now)
    return note_step(stores, "announce-storm", storm_id, stores.storms.change(storm_id, announced_at=now))


def extend(stores: Stores, storm_id: UUID, times: Timetable, now: datetime) -> Storm:
    storm = extended(existing_storm(stores, storm_id), times, now)
    first = storm.first_times or storm.times
    stores.storms.change(
        storm_id,
        gathers_at=storm.times.gathers_at,
        chooses_at=storm.times.chooses_at,
        closes_at=storm.times.closes_at,
        first_gathers_at=first.gathers_at,
        first_chooses_at=first.chooses_at,
        first_closes_at=first.closes_at,
        extended_at=now,
    )
    # Without its changes: customers rely on it, so there is nothing to take back.
    stores.journal.append(actor=Actor.OWNER, verb="extend-storm", subject=storm_id, board=True)
    return storm


def pick(stores: Stores, storm_id: UUID, ids: Sequence[UUID], picked: bool, now: datetime) -> Done:
    only_in(stores, storm_id, now, Phase.GATHERING)
    known = {idea.id for idea in stores.storms.public_ideas(storm_id)}
    if not known.issuperset(ids):
        raise NotFound(mark("One of these does not hang in this storm any more."))
    there = set(stores.storms.picked(storm_id))
    if picked and len(there | set(ids)) > MOST_SHORTLISTED:
        raise Conflict(
            mark("A shortlist has room for %(limit)s ideas: more nobody reads."), limit=MOST_SHORTLISTED
        )
    edits = [
        Edit(id, stores.ideas.change(id, shortlisted=int(picked)), board=True) for id in dict.fromkeys(ids)
    ]
    return write_down(stores, "shortlist" if picked else "unlist", edits)


def print_ballots(stores: Stores, storm_id: UUID, count: int, now: datetime) -> list[Ballot]:
    storm = only_in(stores, storm_id, now, Phase.ANNOUNCED, Phase.GATHERING, Phase.CHOOSING)
    if not storm.takes_ballots:
        raise Conflict(mark("In this storm is chosen by “me too” alone, so there are no ballots."))
    if not 1 <= count <= MOST_AT_ONCE:
        raise InvalidInput(
            "count", mark("Between 1 and %(most)s ballots are printed at once."), most=MOST_AT_ONCE
        )
    last = stores.ballots.last_number(storm_id)
    made, changes = [], []
    for number in range(last + 1, last + count + 1):
        ballot = Ballot(
            id=new_id(now), code=stores.ballots.free_code(), storm_id=storm_id, number=number, made_at=now
        )
        changes += stores.ballots.add(ballot)
        made.append(ballot)
    note_step(stores, "print-ballots", storm_id, changes, board=False)
    return made


def _checked_ways(wanted: StormDraft) -> Ways:
    if wanted.ways is Ways.BALLOTS and not wanted.times.has_choosing:
        raise InvalidInput("ways", mark("Ballots need time for choosing. Please give it a day at least."))
    return wanted.ways


def _checked_top(top: int | None) -> int | None:
    if top is not None and not 2 <= top <= MOST_SHORTLISTED:
        raise InvalidInput(
            "top", mark("A shortlist has between 2 and %(limit)s ideas."), limit=MOST_SHORTLISTED
        )
    return top
