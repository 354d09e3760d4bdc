"""Tags: put on and taken off many ideas at once, renamed, merged, shown to customers, retired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import Conflict, NotFound
from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.tags import Tag, clean_tag_name, same_name
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores


class Tagging:
    """Every method is one transaction, taken back as one."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def all(self) -> list[Tag]:
        """Those in use, by name, each with how many ideas carry it."""
        return self._seam.read(in_use)

    def of(self, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, ...]]:
        """The tags of each of those ideas, by name; ideas without one are left out."""
        return self._seam.read(lambda stores: stores.tags.of(ids))

    def tag(self, ids: Sequence[UUID], tag_id: UUID) -> Done:
        """Raises NotFound when the tag or one of the ideas is gone; then none is tagged."""
        return self._seam.write(partial(tag, ids=ids, tag_id=tag_id, now=self._clock.now()))

    def tag_as(self, ids: Sequence[UUID], name: str) -> Done:
        """By a name, whose tag is made when there is none. Raises InvalidInput for the name, NotFound."""
        return self._seam.write(partial(tag_as, ids=ids, name=name, now=self._clock.now()))

    def untag(self, ids: Sequence[UUID], tag_id: UUID) -> Done:
        """Raises NotFound as `tag`."""
        return self._seam.write(partial(untag, ids=ids, tag_id=tag_id, now=self._clock.now()))

    def rename(self, tag_id: UUID, name: str) -> Done:
        """Raises InvalidInput for the name, Conflict when another tag has it, NotFound."""
        return self._seam.write(partial(rename, tag_id=tag_id, name=name))

    def merge(self, tag_id: UUID, into: UUID) -> Done:
        """From now on `tag_id` is `into`, on all its ideas. Raises NotFound, Conflict for itself."""
        return self._seam.write(partial(merge, tag_id=tag_id, into=into))

    def show_to_customers(self, tag_id: UUID, shown: bool) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(show_to_customers, tag_id=tag_id, shown=shown))

    def retire(self, tag_id: UUID) -> Done:
        """Take it out of use; the ideas that carry it keep it, unseen. Raises NotFound."""
        return self._seam.write(partial(retire, tag_id=tag_id, now=self._clock.now()))


def in_use(stores: Stores) -> list[Tag]:
    return [tag for tag in stores.tags.all() if tag.is_in_use]


def tag(stores: Stores, ids: Sequence[UUID], tag_id: UUID, now: datetime) -> Done:
    wanted = _existing(stores, tag_id)
    return write_down(stores, "tag", [_put_on(stores, id_, wanted, now) for id_ in ids])


def tag_as(stores: Stores, ids: Sequence[UUID], name: str, now: datetime) -> Done:
    wanted = clean_tag_name(name)
    known = _named(stores, wanted)
    if known is not None and known.is_in_use:
        return tag(stores, ids, known.id, now)
    brought = _bring_back(stores, known) if known else _make(stores, wanted, now)
    edits = [_put_on(stores, id_, brought[0], now) for id_ in ids]
    # The tag comes with its first idea and goes with it again: one action, one undo.
    edits[:1] = [replace(edit, changes=brought[1] + edit.changes) for edit in edits[:1]]
    return write_down(stores, "tag", edits)


def untag(stores: Stores, ids: Sequence[UUID], tag_id: UUID, now: datetime) -> Done:
    wanted = _existing(stores, tag_id)
    edits = []
    for id_ in ids:
        idea = existing(stores, id_)
        changes = stores.tags.take_off(id_, wanted.id, now)
        edits.append(Edit(id_, changes, board=wanted.public and idea.is_public))
    return write_down(stores, "untag", edits)


def rename(stores: Stores, tag_id: UUID, name: str) -> Done:
    wanted, known = clean_tag_name(name), _existing(stores, tag_id)
    other = _named(stores, wanted)
    if other is not None and other.id != tag_id and other.is_in_use:
        raise Conflict(mark("There is already a tag “%(name)s”. The two can be put together."), name=wanted)
    changes = stores.tags.change(tag_id, name=wanted)
    return write_down(stores, "rename-tag", [Edit(tag_id, changes, board=known.public)])


def merge(stores: Stores, tag_id: UUID, into: UUID) -> Done:
    if tag_id == into:
        raise Conflict(mark("A tag cannot be put together with itself. Please choose another one."))
    going, staying = _existing(stores, tag_id), _existing(stores, into)
    changes = [
        change for id_ in stores.tags.family(tag_id) for change in stores.tags.change(id_, merged_into=into)
    ]
    return write_down(stores, "merge-tags", [Edit(tag_id, changes, board=going.public or staying.public)])


def show_to_customers(stores: Stores, tag_id: UUID, shown: bool) -> Done:
    changes = stores.tags.change(_existing(stores, tag_id).id, public=int(shown))
    return write_down(stores, "show-tag" if shown else "keep-tag", [Edit(tag_id, changes, board=True)])


def retire(stores: Stores, tag_id: UUID, now: datetime) -> Done:
    known = _existing(stores, tag_id)
    changes = stores.tags.change(tag_id, retired_at=now)
    return write_down(stores, "retire-tag", [Edit(tag_id, changes, board=known.public)])


def _put_on(stores: Stores, idea_id: UUID, wanted: Tag, now: datetime) -> Edit:
    idea = existing(stores, idea_id)
    changes = stores.tags.put_on(idea_id, wanted.id, now)
    return Edit(idea_id, changes, board=wanted.public and idea.is_public)


def _make(stores: Stores, name: str, now: datetime) -> tuple[Tag, list[Change]]:
    # Brought into use as a change of its own, so that undo has something to take back.
    made = Tag(id=new_id(now), name=name, created_at=now, retired_at=now)
    stores.tags.add(made)
    return _bring_back(stores, made)


def _bring_back(stores: Stores, known: Tag) -> tuple[Tag, list[Change]]:
    changes = stores.tags.change(known.id, retired_at=None)
    return known, changes


def _existing(stores: Stores, tag_id: UUID) -> Tag:
    known = stores.tags.get(tag_id)
    if known is None or not known.is_in_use:
        raise NotFound(mark("This tag is not in use any more."))
    return known


def _named(stores: Stores, name: str) -> Tag | None:
    """The tag of that name: one in use before a retired one."""
    known = [tag for tag in stores.tags.all() if tag.merged_into is None and same_name(tag.name, name)]
    return next((tag for tag in known if tag.is_in_use), known[0] if known else None)
