"""What authors wrote back under their claim code: which wait for an answer, and which need none."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import NotFound
from app.domain.ideas import Reply
from app.domain.journal import Change
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores


def settle(stores: Stores, idea_id: UUID, now: datetime) -> Done:
    """Say that what was written back about this idea, and about those put into it, needs no answer. Raises
    NotFound when the idea is gone."""
    existing(stores, idea_id)
    members = stores.groups.members(idea_id)
    changes: list[Change] = []
    for reply in (reply for member in members for reply in stores.replies.of(member)):
        if reply.settled_at is None:
            changes += stores.replies.settle(reply.id, now)
    if not changes:
        raise NotFound(mark("Nothing waits for an answer here any more."))
    return write_down(stores, "settle-replies", [Edit(idea_id, changes, board=False)])


class Replying:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def unanswered(self) -> list[Reply]:
        """Those that nothing was said to since, oldest first."""
        return [waiting.reply for waiting in self._seam.read(lambda stores: stores.replies.waiting())]

    def settle(self, idea_id: UUID) -> Done:
        """Raises NotFound when the idea is gone or nothing waits."""
        return self._seam.write(partial(settle, idea_id=idea_id, now=self._clock.now()))
