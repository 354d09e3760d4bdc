"""“We are thinking about it”, said at once to one idea or many: one action, and so one step back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.services.owner import answering
from app.services.owner.done import Done, write_down
from app.services.owner.triage import Seen, as_seen
from app.services.seams import Seam
from app.storage.stores import Stores

# Who is told that something is thought about is told more before it is forgotten.
THOUGHT_ABOUT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Considered:
    """`skipped` are those that were left as they are."""

    done: Done
    skipped: tuple[UUID, ...]


def consider(
    stores: Stores,
    ids: Sequence[UUID],
    text: str,
    now: datetime,
    seen: Seen | None = None,
    *,
    private_too: bool = False,
) -> Considered:
    """Answer each with `text`, in public, and look again in two weeks.

    What is private, hidden or put together with another is skipped, and what is thought about already; with
    `private_too` the authors of private ideas are told in private. Raises NotFound when one of them is gone,
    Conflict when its words are others than `seen`; then none is answered.
    """
    ideas = [as_seen(stores, id_, seen) for id_ in dict.fromkeys(ids)]
    again_on = stores.shops.get().local_date(now) + THOUGHT_ABOUT
    meant = [idea for idea in ideas if can_be_considered(idea, private_too=private_too)]
    edits = [answering.respond(stores, idea, _decision(idea, text, again_on), now) for idea in meant]
    skipped = tuple(idea.id for idea in ideas if idea not in meant)
    return Considered(write_down(stores, "answer", edits), skipped)


def can_be_considered(idea: Idea, *, private_too: bool = False) -> bool:
    is_for_all = idea.visibility in {Visibility.PUBLIC, Visibility.WAITING}
    is_read = is_for_all or (private_too and idea.visibility is Visibility.PRIVATE)
    return is_read and idea.merged_into is None and idea.status is not Status.CONSIDERING


def _decision(idea: Idea, text: str, again_on: date) -> Decision:
    private = idea.visibility is Visibility.PRIVATE
    return Decision(status=Status.CONSIDERING, text=text, private=private, look_again_on=again_on)


class Considering:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def consider(
        self, ids: Sequence[UUID], text: str, *, seen: Seen | None = None, private_too: bool = False
    ) -> Considered:
        """Raises NotFound, Conflict."""
        now = self._clock.now()
        return self._seam.write(
            partial(consider, ids=ids, text=text, now=now, seen=seen, private_too=private_too)
        )
