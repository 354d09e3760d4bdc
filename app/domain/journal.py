"""The journal's words: who did what to which thing, and the columns it changed.

Holds ids, statuses, numbers and revision ids, never a customer's words, name or contact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

StoredValue = str | int | None


class Actor(StrEnum):
    OWNER = "owner"
    CUSTOMER = "customer"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Change:
    """One column of one row, before and after, as stored (ids as hex, times as UTC milliseconds)."""

    table: str
    row: UUID
    column: str
    before: StoredValue
    after: StoredValue

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.row, self.column, self.after, self.before)


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalEntry:
    """`board` says whether customers see a difference; `undoes` names the action this one took back.

    Entries of one action (ten ideas approved at once) share `action`, the sequence of its first entry.
    """

    sequence: int
    action: int
    at: datetime
    actor: Actor
    verb: str
    subject: UUID
    changes: tuple[Change, ...]
    board: bool
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """As much of an entry that changes the board as a mirror of it needs."""

    sequence: int
    subject: UUID
    verb: str
