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


def unanswered_replies(stores: Stores) -> list[Reply]:
    """Those that nothing was said to since, oldest first; replies to hidden ideas wait for nobody."""
    return stores.replies.unanswered()


def settle(stores: Stores, idea_id: UUID, now: datetime) -> Done:
    """Say that what the author of this idea wrote back needs no answer. Raises NotFound when it is gone."""
    existing(stores, idea_id)
    open_ones = [reply for reply in stores.replies.of(idea_id) if reply.settled_at is None]
    changes: list[Change] = []
    for reply in open_ones:
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
        return self._seam.read(unanswered_replies)

    def settle(self, idea_id: UUID) -> Done:
        """Raises NotFound when the idea is gone or nothing waits."""
        return self._seam.write(partial(settle, idea_id=idea_id, now=self._clock.now()))
