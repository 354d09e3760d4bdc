"""The board for a mirror of it: all of it once, then what has changed since a place in the journal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from app.domain.ideas import Idea
from app.services.customer.browsing import on_the_wall
from app.storage.stores import Stores

RESTORED = "restore"
# By these an idea may lead elsewhere, and what builds on it with it.
_MOVING = frozenset({"merge", "unmerge", "undo"})
MOST_ENTRIES = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardChanges:
    """`version` is where the mirror stands once it has read on to the end: by `next` (a journal sequence), or
    by `next_after` (a place in the whole board) after a `restart`, in which all that is not named again goes.
    """

    version: int
    ideas: tuple[Idea, ...]
    gone: tuple[UUID, ...] = ()
    next: int | None = None
    next_after: str | None = None
    restart: bool = False


def board_changes(stores: Stores, since: int, after: str, limit: int) -> BoardChanges:
    """What happened after `since`, or the whole board for whom nothing else helps: a new mirror, one of
    another database, one that has seen what a restored backup knows nothing of."""
    if after or since <= 0:
        return _whole(stores, after, limit)
    entries = stores.journal.board_since(since, MOST_ENTRIES)
    if entries is None or any(entry.verb == RESTORED for entry in entries):
        return _whole(stores, "", limit)
    subjects: dict[UUID, None] = {}
    read = 0
    for entry in entries:
        if entry.subject not in subjects and len(subjects) == limit:
            break
        subjects[entry.subject] = None
        read += 1
    subjects.pop(stores.shops.get().id, None)
    version = stores.board.version()
    reached = entries[read - 1].sequence if read else since
    moved = {entry.subject for entry in entries[:read] if entry.verb in _MOVING}
    ideas, gone = _as_they_are(stores, list(subjects), moved)
    return BoardChanges(version=version, ideas=ideas, gone=gone, next=reached if reached < version else None)


def _as_they_are(
    stores: Stores, ids: list[UUID], moved: Collection[UUID]
) -> tuple[tuple[Idea, ...], tuple[UUID, ...]]:
    """The public ones, with what they build on (which counts them) and what builds on those that `moved`
    (which leads elsewhere now); and those that are not to be seen."""
    told = {idea.id: idea for idea in stores.ideas.several(ids)}
    parents = dict.fromkeys(idea.builds_on for idea in told.values() if idea.builds_on)
    for id in parents:
        if (parent := on_the_wall(stores, id)) is not None:
            told.setdefault(parent.id, parent)
    for id in moved:
        for idea in stores.ideas.built_on(id, public_only=True):
            told.setdefault(idea.id, idea)
    public = tuple(idea for idea in told.values() if idea.is_public)
    seen = {idea.id for idea in public}
    return public, tuple(id for id in ids if id not in seen)


def _whole(stores: Stores, after: str, limit: int) -> BoardChanges:
    """A page of the whole board. `version` is that of the first page, so that what changes meanwhile is
    asked for after it."""
    started, _, cursor = after.partition(".")
    known = started.isascii() and started.isdigit() and len(started) < 19 and bool(cursor)
    version = int(started) if known else stores.board.version()
    page = stores.board.everything(after=cursor if known else None, limit=limit)
    return BoardChanges(
        version=version,
        ideas=page.ideas,
        next_after=f"{version}.{page.next}" if page.next else None,
        restart=True,
    )
