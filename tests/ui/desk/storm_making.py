"""A shop with one storm, its customers, and a clock that goes from phase to phase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.ideas import Channel, Idea, Link
from app.domain.ids import new_id
from app.domain.storms import Storm, Timetable, Ways
from app.services.customer import submitting, voting
from app.services.customer.submitting import IdeaDraft
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.owner import Owner
from app.services.owner.storming import StormDraft
from app.storage.database import Database
from tests.shop import SetClock

# The picture of the page: Monday, and what follows until Thursday evening.
MONDAY = datetime(2026, 11, 9, 9, tzinfo=UTC)
GATHERS, CHOOSES = datetime(2026, 11, 16, 8, tzinfo=UTC), datetime(2026, 11, 18, 11, tzinfo=UTC)
CLOSES = datetime(2026, 11, 19, 17, tzinfo=UTC)
QUESTION = "What music on Friday nights?"


class StormShop:
    def __init__(self, database: Database, owner: Owner, clock: SetClock) -> None:
        self.database, self.owner, self.clock = database, owner, clock

    def go_to(self, moment: datetime) -> None:
        self.clock.pass_time(seconds=(moment - self.clock.now()).total_seconds())

    def draft(
        self,
        question: str = QUESTION,
        *,
        ways: Ways = Ways.BOTH,
        top: int | None = None,
        about: str = "",
        times: Timetable | None = None,
    ) -> Storm:
        held = times or Timetable(gathers_at=GATHERS, chooses_at=CHOOSES, closes_at=CLOSES)
        return self.owner.storms.draft(
            StormDraft(question=question, about=about, times=held, ways=ways, top=top)
        )

    def announced(self, question: str = QUESTION, *, ways: Ways = Ways.BOTH, top: int | None = None) -> Storm:
        self.go_to(MONDAY)
        storm = self.draft(question, ways=ways, top=top)
        self.owner.storms.announce(storm.id)
        return storm

    def gathering(self, *, ways: Ways = Ways.BOTH, top: int | None = None) -> Storm:
        storm = self.announced(ways=ways, top=top)
        self.go_to(GATHERS + timedelta(hours=1))
        return storm

    def send(
        self, storm: Storm, text: str, name: str = "", on: Idea | None = None, link: Link | None = None
    ) -> Idea:
        """Sent, and it waits to be read."""
        self.clock.pass_time(seconds=7)
        draft = IdeaDraft(
            id=new_id(self.clock.now()),
            text=text,
            name=name,
            channel=Channel.PHONE,
            storm=storm.code,
            builds_on=on.id if on else None,
            link=(link or Link.AND) if on else None,
        )
        clean = submitting.clean_draft(draft)
        return self.database.write(lambda stores: submitting.submit(stores, clean, self.clock.now())).idea

    def write(
        self, storm: Storm, text: str, name: str = "", on: Idea | None = None, link: Link | None = None
    ) -> Idea:
        """Sent and let up."""
        idea = self.send(storm, text, name, on, link)
        self.owner.approve([idea.id])
        return idea

    def vote(self, idea: Idea, *visitors: str) -> None:
        for visitor in visitors:
            self.database.write(
                lambda stores, who=visitor: voting.set_vote(stores, idea.id, who, True, self.clock.now())  # type: ignore[misc]
            )

    def conclude(self, storm: Storm, rests_on: Sequence[UUID]) -> None:
        said = ConclusionDraft(
            heard="Most of you want music that one can talk over.",
            decided="An acoustic guitar on every first Friday, until nine.",
            because="Children sleep upstairs, and a neighbour plays.",
            thanks="Thank you, Ben, Priya and Ingrid.",
            rests_on=tuple(rests_on),
        )
        self.owner.storms.conclude(storm.id, said)

    def carry_out(self, storm: Storm) -> None:
        today = self.owner.shop().local_date(self.clock.now())
        self.owner.storms.carry_out(storm.id, OutcomeDraft(done_on=today, text="The first evening was full."))

    def conclude_in_numbers(self, storm: Storm, rests_on: Sequence[UUID]) -> None:
        """Without a letter, for tests that look for words of ours."""
        said = ConclusionDraft(heard="4", decided="5", because="6", thanks="7", rests_on=tuple(rests_on))
        self.owner.storms.conclude(storm.id, said)

    def carry_out_in_numbers(self, storm: Storm) -> None:
        today = self.owner.shop().local_date(self.clock.now())
        self.owner.storms.carry_out(storm.id, OutcomeDraft(done_on=today, text="8"))
