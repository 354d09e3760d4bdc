"""Putting ideas together that say the same, taking them apart, and noticing which might be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import Conflict
from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.likeness import rank_alike
from app.domain.merging import refuse_unless_possible
from app.domain.storms import is_sealed
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import Seen, as_seen, existing
from app.services.seams import Seam
from app.storage.stores import Stores

_OTHER_WAY = mark(
    "The other idea was put into this one already. Take them apart first, then choose the other way round."
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ideas side by side, each survivor of its own group, and how many said "me too" to any of them: nobody,
    as far as is told, before customers of a storm have chosen."""

    ideas: tuple[Idea, ...]
    together: int


class Merging:
    """Every method is one transaction. A merge moves no vote: it is a pointer, and undone that is gone."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def merge(self, ids: Sequence[UUID], into: UUID, *, seen: Seen | None = None) -> Done:
        """Put `ids` together with `into`, or with what that was put together with. `seen` as for
        `Owner.approve`. Raises NotFound, and Conflict with why not; then all stay as they are."""
        return self._seam.write(partial(merge, ids=ids, into=into, seen=seen))

    def unmerge(self, ids: Sequence[UUID]) -> Done:
        """Let ideas stand alone again, each with what was put into it before. Raises NotFound."""
        return self._seam.write(partial(unmerge, ids=ids))

    def keep_apart(self, one: UUID, other: UUID) -> Done:
        """They are not the same: `similar` does not offer the one for the other again. Raises NotFound."""
        return self._seam.write(partial(keep_apart, one=one, other=other, now=self._clock.now()))

    def similar(self, idea_id: UUID) -> list[Idea]:
        """At most five ideas that may say the same, the most alike first. None for one that is gone."""
        return self._seam.read(partial(similar, idea_id=idea_id))

    def compare(self, ids: Sequence[UUID]) -> Comparison:
        """Raises NotFound when one of them is gone."""
        return self._seam.read(partial(compare, ids=ids, now=self._clock.now()))

    def survivor(self, idea_id: UUID) -> Idea:
        """What an idea was put together with; itself when it stands alone. Raises NotFound."""
        return self._seam.read(partial(survivor, idea_id=idea_id))


def merge(stores: Stores, ids: Sequence[UUID], into: UUID, seen: Seen | None = None) -> Done:
    as_seen(stores, into, seen)
    kept = survivor(stores, into)
    wanted = [as_seen(stores, id, seen) for id in dict.fromkeys(ids)]
    if kept.id != into and any(idea.id == kept.id for idea in wanted):
        raise Conflict(_OTHER_WAY)
    sources = [idea for idea in wanted if idea.merged_into is None or not _is_in(stores, idea, kept)]
    refuse_unless_possible(kept, sources)
    edits = [
        Edit(idea.id, stores.ideas.change(idea.id, merged_into=kept.id), board=idea.is_public)
        for idea in sources
    ]
    return _write_down(stores, "merge", edits, [kept])


def unmerge(stores: Stores, ids: Sequence[UUID]) -> Done:
    sources = [existing(stores, id) for id in dict.fromkeys(ids)]
    merged = [idea for idea in sources if idea.merged_into is not None]
    left = {idea.id: idea for idea in (survivor(stores, source.id) for source in merged)}
    edits = []
    for idea in merged:
        changes = stores.ideas.change(idea.id, merged_into=None)
        edits.append(Edit(idea.id, changes, board=existing(stores, idea.id).is_public))
    return _write_down(stores, "unmerge", edits, list(left.values()))


def keep_apart(stores: Stores, one: UUID, other: UUID, now: datetime) -> Done:
    first, second = survivor(stores, one), survivor(stores, other)
    if first.id == second.id:
        raise Conflict(mark("These two are put together. Take them apart first."))
    changes = stores.apart.keep(new_id(now), first.id, second.id)
    return write_down(stores, "keep-apart", [Edit(first.id, changes, board=False)])


def similar(stores: Stores, idea_id: UUID) -> list[Idea]:
    """Only what stands alone and is in nobody's way: nothing hidden, nothing that the one builds on, and
    nothing that was called different."""
    idea = stores.ideas.get(idea_id)
    if idea is None or idea.merged_into is not None:
        return []
    apart = stores.apart.of(idea_id)
    candidates = [
        other
        for other in stores.search.candidates(idea.text, public_only=False)
        if other.id not in apart and not _belongs_to(idea, other)
    ]
    return rank_alike(idea.text, candidates)


def compare(stores: Stores, ids: Sequence[UUID], now: datetime) -> Comparison:
    ideas = {idea.id: idea for idea in (survivor(stores, id) for id in ids)}
    storms = [stores.storms.get(idea.storm_id) for idea in ideas.values() if idea.storm_id]
    sealed = any(storm is not None and is_sealed(storm, now) for storm in storms)
    return Comparison(tuple(ideas.values()), 0 if sealed else stores.groups.together(list(ideas)))


def survivor(stores: Stores, idea_id: UUID) -> Idea:
    """Raises NotFound when the idea is gone."""
    idea = existing(stores, idea_id)
    if idea.merged_into is None:
        return idea
    return existing(stores, stores.groups.survivor(idea_id) or idea_id)


def _is_in(stores: Stores, idea: Idea, kept: Idea) -> bool:
    return stores.groups.survivor(idea.id) == kept.id


def _belongs_to(idea: Idea, other: Idea) -> bool:
    """Whether they are the same one, or one was written as an answer to the other."""
    return idea.id in (other.id, other.builds_on) or idea.builds_on == other.id


def _write_down(stores: Stores, verb: str, edits: Sequence[Edit], survivors: Sequence[Idea]) -> Done:
    """With a line of its own for each survivor, whose count is another now."""
    done = write_down(stores, verb, edits)
    if done.action is not None:
        for kept in survivors:
            stores.journal.append(
                actor=Actor.OWNER, verb=verb, subject=kept.id, board=kept.is_public, action=done.action
            )
    return done
