"""The owner's own notes about ideas: written, reworded and taken away. No customer ever reads them."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import NotFound
from app.domain.ids import new_id
from app.domain.own_notes import OwnNote, clean_own_note
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores


class Noting:
    """Every method is one transaction, taken back as one."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def of(self, idea_id: UUID) -> list[OwnNote]:
        """Oldest first."""
        return self._seam.read(lambda stores: stores.own_notes.of(idea_id))

    def add(self, idea_id: UUID, text: str) -> Done:
        """Raises InvalidInput on `text`, NotFound when the idea is gone."""
        return self._seam.write(partial(add, idea_id=idea_id, text=text, now=self._clock.now()))

    def reword(self, note_id: UUID, text: str) -> Done:
        """The old words stay where undo finds them. Raises InvalidInput on `text`, NotFound."""
        return self._seam.write(partial(reword, note_id=note_id, text=text, now=self._clock.now()))

    def take_away(self, note_id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(take_away, note_id=note_id, now=self._clock.now()))


def add(stores: Stores, idea_id: UUID, text: str, now: datetime) -> Done:
    idea = existing(stores, idea_id)
    note = OwnNote(id=new_id(now), idea_id=idea.id, text=clean_own_note(text), created_at=now)
    return write_down(stores, "note", [Edit(idea.id, stores.own_notes.add(note, now), board=False)])


def reword(stores: Stores, note_id: UUID, text: str, now: datetime) -> Done:
    known, wanted = _standing(stores, note_id), clean_own_note(text)
    if wanted == known.text:
        return Done("reword-note", (), None)
    # It keeps its day: it is the same thought, said better.
    better = OwnNote(id=new_id(now), idea_id=known.idea_id, text=wanted, created_at=known.created_at)
    changes = stores.own_notes.remove(known, now) + stores.own_notes.add(better, now)
    return write_down(stores, "reword-note", [Edit(known.idea_id, changes, board=False)])


def take_away(stores: Stores, note_id: UUID, now: datetime) -> Done:
    known = _standing(stores, note_id)
    changes = stores.own_notes.remove(known, now)
    return write_down(stores, "take-note-away", [Edit(known.idea_id, changes, board=False)])


def _standing(stores: Stores, note_id: UUID) -> OwnNote:
    known = stores.own_notes.get(note_id)
    if known not in stores.own_notes.of(known.idea_id):
        raise NotFound(mark("This note is not here any more."))
    return known
