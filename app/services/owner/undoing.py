"""Undo and redo: the journal's one inverse for every verb of the owner."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Actor, Change, JournalEntry
from app.domain.translation import mark
from app.services.owner.done import Done
from app.storage.stores import Stores


def undo(stores: Stores) -> Done:
    """Take the owner's last verb back; `verb` of the result is the one taken back.

    Raises NotFound when there is none, Conflict when a younger change stands on it; then nothing is touched.
    """
    entries = stores.journal.last_undoable()
    if not entries:
        raise NotFound(mark("There is nothing to undo."))
    action = _invert(stores, entries, "undo")
    return Done(entries[0].verb, _subjects(entries), action)


def redo(stores: Stores) -> Done:
    """Do again what was undone last, as long as nothing else was done since. Raises as `undo`."""
    undone = stores.journal.last_undone()
    verb = undone_verb(stores, undone)
    if verb is None:
        raise NotFound(mark("There is nothing to redo."))
    return Done(verb, _subjects(undone), _invert(stores, undone, verb))


def undone_verb(stores: Stores, undone: Sequence[JournalEntry]) -> str | None:
    """The verb that these entries of an undo took back."""
    if not undone or undone[0].undoes is None:
        return None
    return stores.journal.entries_of(undone[0].undoes)[0].verb


def _invert(stores: Stores, entries: Sequence[JournalEntry], verb: str) -> int | None:
    stores.journal.apply([change for entry in reversed(entries) for change in _inverses(entry)])
    action: int | None = None
    for entry in reversed(entries):
        sequence = stores.journal.append(
            actor=Actor.OWNER,
            verb=verb,
            subject=entry.subject,
            changes=_inverses(entry),
            board=entry.board,
            action=action,
            undoes=entries[0].action,
        )
        action = action if action is not None else sequence
    return action


def _subjects(entries: Sequence[JournalEntry]) -> tuple[UUID, ...]:
    return tuple(entry.subject for entry in entries)


def _inverses(entry: JournalEntry) -> list[Change]:
    return [change.inverse() for change in reversed(entry.changes)]
