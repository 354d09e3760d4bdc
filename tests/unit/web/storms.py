"""A storm in a house: gone on with by its owner and by the clock, written to and chosen in by customers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from app.domain.ballots import BallotDoor
from app.domain.conclusions import ProofPhoto
from app.domain.ideas import Channel, Idea, Link
from app.domain.ids import new_id
from app.domain.storms import Storm, Timetable, Ways
from app.services.customer import balloting, submitting, voting
from app.services.customer.submitting import IdeaDraft
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.owner import Owner
from app.services.owner.storming import StormDraft
from tests.unit.web.house import House

DAY = timedelta(days=1)
PHOTO = ProofPhoto(content=b"\xff\xd8 a photo \xff\xd9", width=4, height=3)


class HouseWithStorm:
    """Announced when it is made: gathers a day later for two days, then one day of choosing."""

    def __init__(
        self,
        house: House,
        ways: Ways = Ways.BOTH,
        question: str = "What music on Friday nights?",
        *,
        top: int | None = None,
        about: str = "",
    ) -> None:
        self.house = house
        self.owner = Owner(seam=house.database, clock=house.clock)
        now = house.clock.now()
        times = Timetable(gathers_at=now + DAY, chooses_at=now + 3 * DAY, closes_at=now + 4 * DAY)
        draft = StormDraft(question=question, about=about, times=times, ways=ways, top=top)
        self.id = self.owner.storms.draft(draft).id
        self.owner.storms.announce(self.id)

    @property
    def storm(self) -> Storm:
        return self.owner.storms.view(self.id).storm

    @property
    def code(self) -> str:
        return self.storm.code

    @property
    def page(self) -> str:
        return f"/s/{self.code}"

    # The clock

    def gather(self) -> HouseWithStorm:
        self.house.clock.moment = self.storm.times.gathers_at
        return self

    def choose(self) -> HouseWithStorm:
        self.house.clock.moment = self.storm.times.chooses_at
        return self

    def close(self) -> HouseWithStorm:
        self.house.clock.moment = self.storm.times.closes_at
        return self

    # Customers

    def write(
        self, text: str, name: str = "Ben", on: Idea | None = None, link: Link = Link.AND, minutes: float = 5
    ) -> Idea:
        """Sent for the storm, and let up; some minutes after what came before."""
        self.house.clock.forward(minutes=minutes)
        now = self.house.clock.now()
        draft = IdeaDraft(
            id=new_id(now),
            text=text,
            name=name,
            channel=Channel.KIOSK,
            storm=self.code,
            builds_on=on.id if on else None,
            link=link if on else None,
        )
        clean = submitting.clean_draft(draft)
        idea = self.house.database.write(lambda stores: submitting.submit(stores, clean, now)).idea
        self.owner.approve([idea.id])
        return idea

    def vote(self, idea: Idea, count: int = 1, first: int = 0) -> None:
        now = self.house.clock.now()
        for number in range(first, first + count):
            visitor = f"{number:032x}"
            self.house.database.write(
                lambda stores, visitor=visitor: voting.set_vote(stores, idea.id, visitor, True, now)  # type: ignore[misc]
            )

    def ballots(self, count: int) -> list[str]:
        return [ballot.code for ballot in self.owner.storms.print_ballots(self.id, count)]

    def give(self, code: str, idea: Idea) -> None:
        now = self.house.clock.now()
        door = BallotDoor.PHONE
        self.house.database.write(lambda stores: balloting.give_ballot(stores, code, idea.id, door, now))

    # The owner

    def pick(self, *ideas: Idea) -> None:
        self.owner.storms.pick(self.id, [idea.id for idea in ideas])

    def extend(self, days: int = 1) -> None:
        times = self.storm.times
        later = Timetable(
            gathers_at=times.gathers_at,
            chooses_at=times.chooses_at + days * DAY,
            closes_at=times.closes_at + days * DAY,
        )
        self.owner.storms.extend(self.id, later)

    def conclude(self, rests_on: Sequence[UUID] = (), why_none: str = "", **words: str) -> None:
        said = {
            "heard": "You would like live music, but not too loud.",
            "decided": "Ben's neighbour plays on Fridays until nine.",
            "because": "Everybody can still talk, and children sleep.",
            "thanks": "To all who wrote: thank you.",
            **words,
        }
        draft = ConclusionDraft(rests_on=tuple(rests_on), rests_on_none=why_none, **said)
        self.owner.storms.conclude(self.id, draft)

    def carry_out(self, photo: ProofPhoto | None = None) -> None:
        done = OutcomeDraft(
            done_on=date(2026, 11, 20),
            text="On Friday he played for the first time.",
            label="Guests on a Friday night",
            before=Decimal("12.5"),
            photo=photo,
        )
        self.owner.storms.carry_out(self.id, done)

    def look_back(self, text: str = "More people stay for supper.", after: str = "19") -> None:
        self.owner.storms.look_back(self.id, text, Decimal(after))
