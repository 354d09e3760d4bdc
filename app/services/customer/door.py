"""The customers' door: every verb a customer has, for the pages and the API to call.

Reads are short and run in the caller's thread; writes are awaited until they are safely stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.ideas import BoardOrder, Idea, Reply
from app.domain.logos import Logo
from app.domain.paging import Page
from app.domain.photos import Photo
from app.domain.placements import Placement
from app.domain.shop import Shop
from app.services.customer import browsing, following, similar, submitting, voting
from app.services.customer.following import Claim
from app.services.customer.kiosk_door import KioskDoor
from app.services.customer.storm_door import StormDoor
from app.services.customer.submitting import IdeaDraft, Receipt
from app.services.customer.voting import VoteResult
from app.services.seams import AwaitsWrites, Reads

PAGE_LIMIT = 20
LARGEST_PAGE = 100


SCRUB_TRIES = 40
SCRUB_PAUSE_SECONDS = 0.05


class CustomerDoor:
    """`kiosks` is the side entrance of paired devices, `storms` what concerns storms.

    `scrub` wipes what an erasure left in the database's files; it gives False while others read them.
    """

    def __init__(
        self, *, reads: Reads, writes: AwaitsWrites, clock: Clock, scrub: Callable[[], bool]
    ) -> None:
        self._reads = reads
        self._writes = writes
        self._clock = clock
        self._scrub = scrub
        self.kiosks = KioskDoor(reads=reads, writes=writes, clock=clock)
        self.storms = StormDoor(reads=reads, writes=writes, clock=clock)

    # What anybody may read

    def stamp(self) -> Hashable:
        """Stays the same while nothing is stored, by whomever, and no storm goes on to its next phase: what
        was read before still holds."""
        return self._reads.stamp(), self.storms.passed()

    def shop(self) -> Shop:
        return self._reads.read(lambda stores: stores.shops.get())

    def logo(self, id: UUID) -> Logo | None:
        """The picture that the shop names as its logo, or once did."""
        return self._reads.read(lambda stores: stores.logos.get(id))

    def photo(self, id: UUID) -> Photo | None:
        """The photo, if it belongs to an answer that hangs on the board now."""
        return self._reads.read(lambda stores: stores.photos.public(id))

    def board_version(self) -> int:
        """Grows with every change that customers can see."""
        return self._reads.read(lambda stores: stores.board.version())

    def board(
        self, order: BoardOrder, *, after: str | None = None, limit: int = PAGE_LIMIT, words: str = ""
    ) -> Page:
        """At most 100 public ideas. A cursor that leads nowhere gives the first page."""
        size = max(1, min(limit, LARGEST_PAGE))
        return self._reads.read(lambda stores: browsing.board(stores, order, after, size, words))

    def idea(self, idea_id: UUID) -> Idea:
        """A public idea, or the one it was merged into. Raises NotFound."""
        return self._reads.read(lambda stores: browsing.public_idea(stores, idea_id))

    def builds_on(self, idea_id: UUID) -> list[Idea]:
        """The public ideas that build on that one, oldest first."""
        return self._reads.read(lambda stores: stores.ideas.built_on(idea_id, public_only=True))

    def tags(self, idea_id: UUID) -> tuple[str, ...]:
        """What the owner says publicly that an idea is about."""
        return self._reads.read(lambda stores: stores.tags.public_names(idea_id))

    def similar(self, text: str) -> list[Idea]:
        """At most five public ideas that say nearly the same, answered ones first."""
        return self._reads.read(lambda stores: similar.similar(stores, text))

    def votes_of(self, visitor: str, ids: Sequence[UUID]) -> frozenset[UUID]:
        """Which of those ideas this visitor has said "me too" to."""
        return self._reads.read(lambda stores: stores.votes.of(visitor, ids))

    def placement(self, token: str) -> Placement | None:
        return self._reads.read(lambda stores: stores.placements.by_token(token))

    # What the holder of a claim code may do

    def claim(self, code: str) -> Claim:
        """Raises NotFound alike for wrong and impossible codes."""
        return self._reads.read(lambda stores: following.claim(stores, code, self._clock.now()))

    async def reply(self, code: str, text: str, reply_id: UUID) -> Reply:
        """Raises NotFound, InvalidInput, Conflict (too many)."""
        verb = partial(following.reply, code=code, text=text, reply_id=reply_id, now=self._clock.now())
        return await self._writes.write(verb)

    async def edit(self, code: str, text: str, name: str) -> Idea:
        """Raises NotFound, InvalidInput, Conflict (the hour is over)."""
        return await self._writes.write(
            partial(following.edit, code=code, text=text, name=name, now=self._clock.now())
        )

    async def erase(self, code: str) -> None:
        """Raises NotFound. When this returns, no file of the database holds the words any more; only if
        somebody else has been reading for two seconds do the last bytes go with the next idle moment."""
        await self._writes.write(partial(following.erase, code=code))
        for _ in range(SCRUB_TRIES):
            if self._scrub():
                return
            await asyncio.sleep(SCRUB_PAUSE_SECONDS)

    # What anybody may send

    async def submit(self, draft: IdeaDraft) -> Receipt:
        """Raises InvalidInput naming the box, Conflict when the id stands for other words."""
        clean = submitting.clean_draft(draft)
        return await self._writes.write(partial(submitting.submit, clean=clean, now=self._clock.now()))

    async def vote(self, idea_id: UUID, visitor: str) -> VoteResult:
        """Give the vote or take it back. Raises NotFound."""
        return await self._writes.write(
            partial(voting.toggle_vote, idea_id=idea_id, visitor=visitor, now=self._clock.now())
        )

    async def set_vote(self, idea_id: UUID, visitor: str, *, given: bool) -> VoteResult:
        """Bring the vote to `given`. Raises NotFound."""
        verb = partial(voting.set_vote, idea_id=idea_id, visitor=visitor, given=given, now=self._clock.now())
        return await self._writes.write(verb)

    async def count_scan(self, token: str) -> None:
        """Count an opened form of a placement; unknown ones count nowhere."""
        await self._writes.write(lambda stores: stores.placements.count_scan(token))
