"""Undo and redo: the journal's one inverse for every verb of the owner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Visibility
from app.domain.journal import Actor, Change, JournalEntry
from app.domain.storms import Phase, Storm, phase_of
from app.domain.translation import mark
from app.services.owner.done import Done
from app.storage.stores import Stores


def undo(stores: Stores, now: datetime) -> Done:
    """Take the owner's last verb back; `verb` of the result is the one taken back.

    Raises NotFound when there is none, Conflict when a younger change stands on it; then nothing is touched,
    and `pass_over` lets the next undo go on before it.
    """
    entries = stores.journal.last_undoable()
    if not entries:
        raise NotFound(mark("There is nothing to undo."))
    _refuse_announced(stores, entries, now)
    _refuse_given(stores, entries)
    action = _invert(stores, entries, "undo")
    return Done(entries[0].verb, _subjects(entries), action, entries[0].action)


def take_back(stores: Stores, action: int, now: datetime) -> Done | None:
    """Undo just this action of the owner, as if it had never been; None when something was done after it.

    Raises as `undo`.
    """
    entries = stores.journal.last_undoable()
    return undo(stores, now) if entries and entries[0].action == action else None


def pass_over(stores: Stores) -> None:
    """Leave the owner's last verb as it is for good: it cannot be taken back, what came before it can."""
    entries = stores.journal.last_undoable()
    if entries:
        stores.journal.append(
            actor=Actor.OWNER,
            verb="pass-over",
            subject=entries[0].subject,
            board=False,
            undoes=entries[0].action,
        )


def redo(stores: Stores) -> Done:
    """Do again what was undone last, as long as nothing else was done since. Raises as `undo`."""
    undone = stores.journal.last_undone()
    verb = undone_verb(stores, undone)
    if verb is None:
        raise NotFound(mark("There is nothing to redo."))
    return Done(verb, _subjects(undone), _invert(stores, undone, verb), undone[0].action)


def undone_verb(stores: Stores, undone: Sequence[JournalEntry]) -> str | None:
    """The verb that these entries of an undo took back."""
    if not undone or undone[0].undoes is None:
        return None
    return stores.journal.entries_of(undone[0].undoes)[0].verb


def _invert(stores: Stores, entries: Sequence[JournalEntry], verb: str) -> int | None:
    _refuse_unread_words(stores, entries)
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


def _refuse_unread_words(stores: Stores, entries: Sequence[JournalEntry]) -> None:
    """Nobody's new words come up on the board by taking something back: somebody has to read them first."""
    for entry in entries:
        comes_up = any(
            change.column == "visibility" and change.before == Visibility.PUBLIC for change in entry.changes
        )
        later = (each for each in stores.journal.of(entry.subject) if each.sequence > _read_at(entry))
        if comes_up and any(each.verb == "edit" for each in later):
            raise Conflict(mark("Its author has changed the words since. Read them, then put the idea up."))


def _refuse_announced(stores: Stores, entries: Sequence[JournalEntry], now: datetime) -> None:
    """Once customers write, a storm is not taken back under their hands."""
    for entry in entries:
        storm = stores.storms.get(entry.subject) if entry.verb in {"announce-storm", "import-storm"} else None
        if storm is not None and _is_written_to(stores, storm, entry.verb, now):
            raise Conflict(mark("Customers write to this storm already, so it stays announced."))


def _is_written_to(stores: Stores, storm: Storm, verb: str, now: datetime) -> bool:
    """One that was taken in from a file may gather long since: there it counts what was written here."""
    if verb == "announce-storm":
        return phase_of(storm, now) not in {Phase.DRAFT, Phase.ANNOUNCED}
    ids = [storm.id, *(idea.id for idea in stores.storms.every_idea(storm.id))]
    written = (each for id_ in ids for each in stores.journal.of(id_))
    return any(each.actor is Actor.CUSTOMER and each.verb in {"submit", "give-ballot"} for each in written)


def _refuse_given(stores: Stores, entries: Sequence[JournalEntry]) -> None:
    """What somebody chose on paper is not lost by taking the paper back."""
    printed = [change.row for entry in entries if entry.verb == "print-ballots" for change in entry.changes]
    if printed and stores.ballots.is_any_given(printed):
        raise Conflict(mark("One of these ballots was given already, so they stay printed."))


def _read_at(entry: JournalEntry) -> int:
    """The entry after which the words were last known to be read: for a redo that is what it does again."""
    return entry.sequence if entry.undoes is None else min(entry.sequence, entry.undoes)


def _subjects(entries: Sequence[JournalEntry]) -> tuple[UUID, ...]:
    return tuple(entry.subject for entry in entries)


def _inverses(entry: JournalEntry) -> list[Change]:
    return [change.inverse() for change in reversed(entry.changes)]
