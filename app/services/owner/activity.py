"""What was done in the shop, by whom, newest first: the journal as the owner reads it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.domain.ideas import Idea
from app.domain.journal import JournalEntry
from app.services.seams import Reads
from app.storage.stores import Stores

ENTRIES_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: its first entry, how many things it touched, and the idea when it was one that is there.

    `took_back` is the verb that a step back took back, also where a step that was done again is taken back.
    """

    entry: JournalEntry
    things: int
    idea: Idea | None
    took_back: str | None = None


@dataclass(frozen=True, slots=True)
class Deeds:
    """`before` asks for those before these; None when there are no more."""

    deeds: tuple[Deed, ...]
    before: int | None


def read(stores: Stores, before: int | None, limit: int) -> Deeds:
    entries = stores.journal.backwards(before, limit)
    by_action: dict[int, list[JournalEntry]] = {}
    for entry in entries:
        by_action.setdefault(entry.action, []).append(entry)
    deeds = tuple(_deed(stores, together) for together in by_action.values())
    return Deeds(deeds, entries[-1].sequence if len(entries) == limit else None)


def _deed(stores: Stores, entries: list[JournalEntry]) -> Deed:
    first = entries[-1]
    idea = stores.ideas.get(first.subject) if len(entries) == 1 else None
    return Deed(first, len(entries), idea, _took_back(stores, first))


def _took_back(stores: Stores, entry: JournalEntry) -> str | None:
    if entry.verb != "undo" or entry.undoes is None:
        return None
    return next((undone.verb for undone in stores.journal.entries_of(entry.undoes)), None)


class Activity:
    """Every method is one transaction."""

    def __init__(self, *, seam: Reads) -> None:
        self._seam = seam

    def read(self, before: int | None = None, limit: int = ENTRIES_AT_ONCE) -> Deeds:
        """The newest ones, or those before the journal's row `before`."""
        return self._seam.read(partial(read, before=before, limit=limit))
