"""The ledger of everything printed: a line for each numbered sheet, with where it hangs and what ails it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.notices import Notice
from app.domain.sheets import Ailment, Reason, Remedy
from app.domain.walls import Hanging, Place


class Show(StrEnum):
    """Which lines of the ledger."""

    ALL = "all"
    HANGING = "hanging"
    STALE = "stale"
    TAKEN_DOWN = "taken-down"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A sheet in the ledger.

    `title` is what it says: the words of its first idea as they are now, a storm's question, a place's name;
    empty once that was erased, then its number is all that is left. `more` counts its other ideas. `hangings`
    are its copies, those that hang first; a sheet that `hangs` without any hangs somewhere nobody noted.
    `votes` counts the me-toos of its ideas. `reasons` are empty while it is true and may hang; only hanging
    sheets have any. `anew` are the ideas that a sheet in its place would carry now; `replaced_by` is the
    number of the newer one.
    """

    notice: Notice
    title: str = ""
    more: int = 0
    votes: int = 0
    hangings: Sequence[Hanging] = ()
    reasons: Sequence[Reason] = ()
    remedy: Remedy | None = None
    anew: Sequence[UUID] = ()
    replaced_by: int | None = None

    @property
    def is_stale(self) -> bool:
        return bool(self.reasons)

    @property
    def is_untrue(self) -> bool:
        """Something on it is wrong, it is not only old."""
        return any(reason.ailment not in {Ailment.OVERDUE, Ailment.REPLACED} for reason in self.reasons)

    @property
    def hanging_now(self) -> tuple[Hanging, ...]:
        return tuple(each for each in self.hangings if each.down_at is None)


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerCounts:
    """How many sheets there are of each, whatever the page shows."""

    all: int = 0
    hanging: int = 0
    stale: int = 0
    taken_down: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerPage:
    """Some lines, the newest first and hanging ones before others; `next` leads to the next page."""

    entries: tuple[Entry, ...]
    counts: LedgerCounts
    next: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceView:
    """A place with the sheets that hang there now. `hangings` pairs with `entries`: a sheet with two copies
    in this place is there twice."""

    place: Place
    hangings: tuple[Hanging, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def stale(self) -> int:
        return sum(entry.is_stale for entry in self.entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reprinted:
    """What a reprint gave: the new sheets to draw, in order, and those that can only come down.

    `replaced` gives for each new sheet the ids of the old ones it stands in for; those come down once she
    says so, and the new one then hangs where they hung.
    """

    made: tuple[Notice, ...]
    replaced: tuple[tuple[UUID, ...], ...]
    only_down: tuple[Entry, ...]
    action: int | None
