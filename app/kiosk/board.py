"""The wall as the kiosk can show it by itself: ordered, searched and compared in its own copy."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import apsw

from app.domain.ranking import mix
from app.domain.search_words import asked_words
from app.domain.text import clean_line
from app.kiosk import late
from app.kiosk.asking import Row, believing, number, rows
from app.kiosk.file import KioskFile
from app.kiosk.notes import Note, Tab
from app.kiosk.stored import note_of, select_notes

_log = logging.getLogger(__name__)

MOST_DID = 12
LEADING_MIXED = 1500
"""So far down the wall the least shown come in between; nobody reads further in one visit."""
LEAST_SHOWN_MIXED = 500
_WORDS_COMPARED = 10
_HITS_COMPARED = 40
_MOST_COMPARED = 60

_ORDERS = {
    Tab.NEW: "SELECT number, id FROM notes WHERE storm = '' ORDER BY public_at DESC, id DESC",
    Tab.POPULAR: (
        "SELECT number, id FROM notes WHERE storm = ''"
        " ORDER BY support DESC, votes + own DESC, public_at DESC, id DESC"
    ),
    Tab.ANSWERED: (
        "SELECT number, id FROM notes WHERE answered_at IS NOT NULL AND storm = ''"
        " ORDER BY answered_at DESC, id DESC"
    ),
}
# Among those shown equally often the newest leads: an unseen wall stays in its own order.
_LEAST_SHOWN = "SELECT id FROM notes WHERE storm = '' ORDER BY views, public_at DESC, id DESC LIMIT ?"
_MIXED = frozenset({Tab.NEW, Tab.POPULAR})

_HITS = "SELECT rowid FROM note_search WHERE note_search MATCH ?"
_NEWEST_HITS = "SELECT rowid FROM note_search WHERE note_search MATCH ? ORDER BY rowid DESC LIMIT ?"
_NOTE = select_notes("WHERE id = ?")
_NUMBERED = select_notes("WHERE number IN (SELECT value FROM json_each(?))")
_OF_STORM = select_notes("WHERE storm = ? AND storm <> '' ORDER BY created_at, id")
_DID = select_notes(
    "WHERE answered_at IS NOT NULL AND storm = '' AND status = 'done'"
    " ORDER BY answered_at DESC, id DESC LIMIT ?"
)
# Everything above a note. What would stand above itself is met once.
_CHAIN = select_notes("""
WHERE id <> ?1 AND id IN (
    WITH RECURSIVE above (id) AS (
        VALUES (?1) UNION SELECT notes.id FROM notes JOIN above ON notes.builds_on = above.id
    )
    SELECT id FROM above
) ORDER BY created_at, id
""")


@dataclass(frozen=True, slots=True)
class _Order:
    """A tab from top to bottom as its rule has it, and as it hangs with the least shown mixed in."""

    stamp: int
    numbers: Sequence[int]
    ids: Sequence[UUID]
    mixed: Sequence[UUID]


class CachedBoard:
    """Usable from any thread. An order is kept until the board is told that something `changed`."""

    def __init__(self, file: KioskFile) -> None:
        self._file = file
        self._stamp = 0
        self._ids: dict[bytes, UUID] = {}
        self._orders: dict[Tab, _Order] = {}

    def changed(self) -> None:
        """What hangs on the wall, or in which order, may be another from now on."""
        self._stamp += 1

    def order(self, tab: Tab, words: str = "") -> list[UUID]:
        """The notes of `tab` from top to bottom, with `words` only those that hold them all.

        The least shown come in between on NEW and POPULAR. While words are typed the last may be unfinished,
        and nothing is mixed in: who searches wants what fits, in a plain order.
        """
        order = self._order(tab)
        if not words.strip():
            return list(order.mixed)
        match = _match(words)
        if not match:
            return []
        hits = {row[0] for row in self._rows(_HITS, match)}
        return [id for number, id in zip(order.numbers, order.ids, strict=True) if number in hits]

    def top(self, tab: Tab, most: int) -> list[UUID]:
        """The first `most` of an order, or all there are: a small part of the work for the first picture."""

        @believing()
        def query(connection: apsw.Connection) -> list[UUID]:
            # Half of them may come among the least shown too, and take no second place.
            ids = [self._id(row[1]) for row in rows(connection, f"{_ORDERS[tab]} LIMIT ?", 2 * most)]
            if tab in _MIXED:
                ids = mix(ids, [self._id(row[0]) for row in rows(connection, _LEAST_SHOWN, most)])
            return ids[:most]

        return self._file.read(query)

    def notes(self, ids: Iterable[UUID]) -> list[Note]:
        """The notes of `ids` in the same order; those that no longer hang are left out."""
        asked = [id.bytes for id in ids]

        def query(connection: apsw.Connection) -> list[Row]:
            return [row for id in asked for row in rows(connection, _NOTE, id)]

        return _notes_of(self._file.read(query))

    def note(self, id: UUID) -> Note | None:
        found = self.notes([id])
        return found[0] if found else None

    def chain(self, id: UUID) -> tuple[Note, ...]:
        """The ideas that build on this one, and on those, oldest first."""
        return tuple(_notes_of(self._rows(_CHAIN, id.bytes)))

    def of_storm(self, code: str) -> tuple[Note, ...]:
        """What was given to a storm, oldest first."""
        return tuple(_notes_of(self._rows(_OF_STORM, code)))

    def similar(self, text: str) -> list[Note]:
        """At most five notes that say nearly the same, answered ones first."""
        line = clean_line(text)
        return late.rank_similar(line, self._candidates(line)) if line else []

    def did(self) -> list[Note]:
        """What was done, newest first, at most twelve: for the pages between two visitors."""
        return _notes_of(self._rows(_DID, MOST_DID))

    def size(self) -> int:
        return self._file.read(lambda connection: number(connection, "SELECT count(*) FROM notes"))

    def _order(self, tab: Tab) -> _Order:
        stamp = self._stamp
        order = self._orders.get(tab)
        if order is None or order.stamp != stamp:
            order = self._orders[tab] = self._file.read(lambda connection: self._read(connection, tab, stamp))
        return order

    @believing()
    def _read(self, connection: apsw.Connection, tab: Tab, stamp: int) -> _Order:
        found = rows(connection, _ORDERS[tab])
        numbers = [row[0] for row in found]
        ids = [self._id(row[1]) for row in found]
        if tab not in _MIXED:
            return _Order(stamp, numbers, ids, ids)
        least_shown = [self._id(row[0]) for row in rows(connection, _LEAST_SHOWN, LEAST_SHOWN_MIXED)]
        front = mix(ids[:LEADING_MIXED], least_shown)
        placed = set(front)
        return _Order(stamp, numbers, ids, [*front, *(id for id in ids if id not in placed)])

    def _id(self, blob: bytes) -> UUID:
        """Made once each: a wall of thousands is ordered again and again."""
        id = self._ids.get(blob)
        if id is None:
            id = self._ids[blob] = UUID(bytes=blob)
        return id

    def _candidates(self, text: str) -> list[Note]:
        """Notes that share words with `text`, the rarest words weighing most."""
        asked = asked_words(text)
        words = [*map(_quoted, asked.whole), *map(_beginning, asked.beginnings)][:_WORDS_COMPARED]

        def query(connection: apsw.Connection) -> list[Row]:
            weights: dict[int, float] = {}
            for word in words:
                hits = rows(connection, _NEWEST_HITS, word, _HITS_COMPARED)
                for (hit,) in hits:
                    weights[hit] = weights.get(hit, 0.0) + 1 / (1 + math.log1p(len(hits)))
            best = sorted(weights, key=lambda hit: (-weights[hit], -hit))[:_MOST_COMPARED]
            return rows(connection, _NUMBERED, json.dumps(best))

        return _notes_of(self._file.read(query))

    def _rows(self, sql: str, *values: apsw.SQLiteValue) -> list[Row]:
        return self._file.read(lambda connection: rows(connection, sql, *values))


def _notes_of(found: Iterable[Row]) -> list[Note]:
    notes = []
    for row in found:
        try:
            notes.append(note_of(row))
        except (ValueError, TypeError, OverflowError):
            _log.warning("A note in the kiosk's file cannot be read; it is left out.")
    return notes


def _match(words: str) -> str:
    """What the index is asked; what people type never reaches it raw."""
    asked = asked_words(words)
    return " AND ".join([*map(_quoted, asked.whole), *map(_beginning, asked.beginnings)])


def _quoted(word: str) -> str:
    return f'"{word}"'


def _beginning(word: str) -> str:
    return f'"{word}"*'
