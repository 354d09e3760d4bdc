"""The journal: appended to by every verb, in its transaction. Never changed, never shortened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.journal import Actor, BoardEntry, Change, JournalEntry, StoredValue
from app.domain.translation import mark
from app.storage.columns import read_columns, write_columns
from app.storage.desk_words import DeskWords
from app.storage.ideas import IdeaStore
from app.storage.session import Row, Session
from app.storage.values import to_milliseconds, to_moment

_APPEND = """
INSERT INTO journal (shop_id, action, at, actor, verb, subject, changes, board, undoes, takes_back)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ENTRIES = """
SELECT sequence, action, at, actor, verb, subject, changes, board, undoes, takes_back FROM journal
WHERE shop_id = ?
"""
_SINCE = f"{_ENTRIES} AND sequence > ? ORDER BY sequence LIMIT ?"
# Votes are counted, not told: they would hide all else.
_BEFORE = f"{_ENTRIES} AND sequence < ? AND verb NOT IN ('vote', 'unvote') ORDER BY sequence DESC LIMIT ?"
_BOARD_SINCE = """
SELECT sequence, subject, verb FROM journal WHERE shop_id = ? AND board = 1 AND sequence > ?
ORDER BY sequence LIMIT ?
"""
_IS_OF_BOARD = "SELECT 1 FROM journal WHERE shop_id = ? AND board = 1 AND sequence = ?"
_OF = f"{_ENTRIES} AND subject = ? ORDER BY sequence"
# The plus: by the things, not backwards through everything that was ever done.
_OF_THESE = "AND subject IN (SELECT unhex(value) FROM json_each(?)) AND verb NOT IN ('vote', 'unvote')"
_TOLD = f"{_ENTRIES} {_OF_THESE} ORDER BY +sequence DESC LIMIT ?"
_OF_ACTION = f"{_ENTRIES} AND (sequence = ? OR action = ?) ORDER BY sequence"
_BACKWARDS = f"""{_ENTRIES} AND actor = ? AND (changes IS NOT NULL OR undoes IS NOT NULL)
    AND sequence < ? ORDER BY sequence DESC LIMIT ?"""
_TAKES_BACK = "SELECT takes_back FROM journal WHERE shop_id = ? AND sequence = ?"
_FIRST_NUMBER = """
INSERT INTO sqlite_sequence (name, seq)
SELECT 'journal', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'journal')
"""
_READ_AT_A_TIME = 50
MOST_TOLD = 1000
_AFTER_ALL = 2**62


class Journal:
    """Undo and redo are read from it: an action is undone when a later one names it in `undoes`."""

    def __init__(self, session: Session, ideas: IdeaStore, desk_words: DeskWords) -> None:
        self._session = session
        self._ideas = ideas
        self._desk_words = desk_words

    def append(
        self,
        *,
        actor: Actor,
        verb: str,
        subject: UUID,
        changes: Sequence[Change] = (),
        board: bool,
        action: int | None = None,
        undoes: int | None = None,
    ) -> int:
        """Write down what was done and give its sequence. `board`: customers see a difference.

        The entries of one action carry the sequence of its first as `action`. `undoes` names the action that
        is taken back; taking back an undo is doing again.
        """
        return self._session.insert_numbered(
            _APPEND,
            self._session.shop,
            action,
            to_milliseconds(self._session.clock.now()),
            actor,
            verb,
            subject.bytes,
            _written(changes),
            int(board),
            undoes,
            int(undoes is not None and not self._takes_back(undoes)),
        )

    def begin_after(self, sequence: int) -> None:
        """Give out no number up to `sequence` again: readers of a restored journal have seen them."""
        self._session.run(_FIRST_NUMBER)
        self._session.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'journal'", sequence)

    def newest(self) -> int:
        """The newest sequence, 0 when nothing was ever done."""
        return self._session.number("SELECT max(sequence) FROM journal WHERE shop_id = ?", self._session.shop)

    def since(self, sequence: int, limit: int = 500) -> list[JournalEntry]:
        """What came after `sequence`, oldest first. Ask again from the last one when `limit` came."""
        return self._entries(_SINCE, sequence, limit)

    def board_since(self, sequence: int, limit: int) -> list[BoardEntry] | None:
        """What customers see a difference by, oldest first. None when no journal of ours ever ended there."""
        if self._session.row(_IS_OF_BOARD, self._session.shop, sequence) is None:
            return None
        rows = self._session.rows(_BOARD_SINCE, self._session.shop, sequence, limit)
        return [BoardEntry(row[0], UUID(bytes=row[1]), row[2]) for row in rows]

    def backwards(self, before: int | None, limit: int) -> list[JournalEntry]:
        """The newest entries of everybody but votes, or those before `before`, newest first."""
        return self._entries(_BEFORE, _AFTER_ALL if before is None else before, limit)

    def of(self, subject: UUID) -> list[JournalEntry]:
        """All that was done to one thing, oldest first."""
        return self._entries(_OF, subject.bytes)

    def told(self, subjects: Sequence[UUID]) -> list[JournalEntry]:
        """What was done to these things but votes, oldest first; of a very long story the newest part."""
        named = json.dumps([subject.hex for subject in subjects])
        return self._entries(_TOLD, named, MOST_TOLD)[::-1]

    def entries_of(self, action: int) -> list[JournalEntry]:
        """The entries of one action, oldest first; none when there is no such action."""
        return self._entries(_OF_ACTION, action, action)

    def last_undoable(self, actor: Actor = Actor.OWNER) -> list[JournalEntry]:
        """The entries of the newest standing action that changed something; none when nothing is left.

        To undo it, apply the inverse of its changes, last first, and append them with `undoes` = its action.
        """
        for row, stands in self._backwards(actor):
            if stands and not row[_TAKES_BACK_PLACE]:
                return self.entries_of(_action(row))
        return []

    def last_undone(self, actor: Actor = Actor.OWNER) -> list[JournalEntry]:
        """The entries of the newest undo that stands; none once something else was done after it.

        To do it again, undo these entries as `last_undoable` says.
        """
        for row, stands in self._backwards(actor):
            if row[_CHANGES_PLACE] is None:
                continue  # an action that could not be taken back was passed over here
            if row[_UNDOES_PLACE] is None:
                return []  # also when it was undone itself: what was undone before it stays so
            if stands and row[_TAKES_BACK_PLACE]:
                return self.entries_of(_action(row))
        return []

    def apply(self, changes: Sequence[Change]) -> list[Change]:
        """Write each `after` where `before` stands now, all or nothing; give back what was written.

        Raises Conflict, whose `columns` name what differs, when a row is gone or says something else; and
        when ideas that are put together would lead in a circle.
        """
        if differing := self._differing(changes):
            raise Conflict(
                mark("This has been changed since (%(columns)s), so it cannot be taken back."),
                columns=", ".join(differing),
            )
        for change in changes:
            write_columns(self._session, change.table, change.row, {change.column: change.after})
        self._ideas.follow(changes)
        self._desk_words.follow(changes)
        return list(changes)

    def _differing(self, changes: Sequence[Change]) -> list[str]:
        """Columns that would not say `before` when their change's turn comes."""
        expected: dict[tuple[str, UUID, str], StoredValue] = {}
        differing = []
        for change in changes:
            place = (change.table, change.row, change.column)
            now = read_columns(self._session, *place[:2], [change.column]) or {}
            if change.column not in now or expected.get(place, now[change.column]) != change.before:
                differing.append(change.column)
            expected[place] = change.after
        return differing

    def _backwards(self, actor: Actor) -> Iterator[tuple[Row, bool]]:
        """Entries that changed something or took something back, newest first, each with whether nothing
        takes its own action back."""
        taken_back: set[int] = set()
        start = _AFTER_ALL
        while rows := self._session.rows(_BACKWARDS, self._session.shop, actor, start, _READ_AT_A_TIME):
            for row in rows:
                if row[_UNDOES_PLACE] is not None:
                    taken_back.add(row[_UNDOES_PLACE])
                yield row, _action(row) not in taken_back
            start = rows[-1][0]

    def _takes_back(self, action: int) -> bool:
        return bool(self._session.number(_TAKES_BACK, self._session.shop, action))

    def _entries(self, statement: str, *values: int | bytes | str) -> list[JournalEntry]:
        return [_entry_of(row) for row in self._session.rows(statement, self._session.shop, *values)]


_CHANGES_PLACE, _UNDOES_PLACE, _TAKES_BACK_PLACE = 6, 8, 9


def _action(row: Row) -> int:
    return int(row[0] if row[1] is None else row[1])


def _entry_of(row: Row) -> JournalEntry:
    return JournalEntry(
        sequence=row[0],
        action=_action(row),
        at=to_moment(row[2]),
        actor=Actor(row[3]),
        verb=row[4],
        subject=UUID(bytes=row[5]),
        changes=_read(row[6]),
        board=bool(row[7]),
        undoes=row[8],
    )


def _written(changes: Sequence[Change]) -> str | None:
    if not changes:
        return None
    told = [[change.table, change.row.hex, change.column, change.before, change.after] for change in changes]
    return json.dumps(told, separators=(",", ":"))


def _read(text: str | None) -> tuple[Change, ...]:
    return tuple(Change(table, UUID(hex=row), *rest) for table, row, *rest in json.loads(text or "[]"))
