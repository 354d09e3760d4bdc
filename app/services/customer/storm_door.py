"""The storms' part of the customers' door. Reads run in the caller's thread, writes are awaited."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.ballots import Ballot, BallotDoor
from app.domain.clock import Clock
from app.domain.conclusions import ProofPhoto
from app.domain.ideas import Idea
from app.domain.storm_views import StormView
from app.domain.storms import Storm
from app.services.customer import balloting, storming
from app.services.customer.balloting import BallotView
from app.services.seams import AwaitsWrites, Reads


class StormDoor:
    def __init__(self, *, reads: Reads, writes: AwaitsWrites, clock: Clock) -> None:
        self._reads = reads
        self._writes = writes
        self._clock = clock
        self._stamp: Hashable = None
        self._boundaries: list[datetime] = []

    def running(self) -> list[StormView]:
        """Announced and not concluded, what goes on to choosing soonest first."""
        return self._reads.read(lambda stores: storming.running(stores, self._clock.now()))

    def running_storms(self) -> list[Storm]:
        """As `running`, without what was said and chosen in them."""
        return self._reads.read(lambda stores: stores.storms.running())

    def over(self, limit: int = 20) -> list[StormView]:
        """Concluded ones, the newest first."""
        return self._reads.read(lambda stores: storming.over(stores, limit, self._clock.now()))

    def view(self, code: str) -> StormView:
        """Raises NotFound alike for wrong codes and for drafts."""
        return self._reads.read(lambda stores: storming.view(stores, code, self._clock.now()))

    def of_idea(self, idea: Idea) -> StormView | None:
        """The storm that an idea belongs to."""
        return self._reads.read(lambda stores: storming.storm_of_idea(stores, idea, self._clock.now()))

    def ballot(self, code: str) -> BallotView:
        """Raises NotFound alike for wrong codes and for ballots that were taken back."""
        return self._reads.read(lambda stores: balloting.ballot_view(stores, code, self._clock.now()))

    async def give_ballot(self, code: str, idea_id: UUID, door: BallotDoor) -> Ballot:
        """Raises NotFound, Conflict."""
        verb = partial(balloting.give_ballot, code=code, idea_id=idea_id, door=door, now=self._clock.now())
        return await self._writes.write(verb)

    def photo(self, code: str) -> ProofPhoto | None:
        """What proves that the storm was carried out. Raises NotFound for the code."""
        return self._reads.read(lambda stores: storming.photo(stores, code))

    def passed(self) -> int:
        """How many times an announced storm has gone on by itself: what was read before that may be stale,
        though nothing was written."""
        stamp = self._reads.stamp()
        if stamp != self._stamp:
            self._boundaries = self._reads.read(lambda stores: stores.storms.boundaries())
            self._stamp = stamp
        now = self._clock.now()
        return sum(at <= now for at in self._boundaries)
