"""The owner's own notes about ideas. They go with their idea."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.own_notes import OwnNote
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.desk_words import DeskWords
from app.storage.models import OwnNoteRow
from app.storage.session import Row, Session
from app.storage.values import to_milliseconds, to_moment

_NOTES = "SELECT id, idea_id, text, created_at FROM own_notes WHERE shop_id = ?"
_OF = f"{_NOTES} AND idea_id = ? AND removed_at IS NULL ORDER BY created_at, id"
_ONE = f"{_NOTES} AND id = ?"


class OwnNoteStore:
    def __init__(self, session: Session, words: DeskWords) -> None:
        self._session = session
        self._words = words

    def add(self, note: OwnNote, now: datetime) -> list[Change]:
        """Written down as removed and then brought in, so that undo has something to take back."""
        self._session.insert(
            OwnNoteRow,
            id=note.id,
            idea_id=note.idea_id,
            text=note.text,
            created_at=to_milliseconds(note.created_at),
            removed_at=to_milliseconds(now),
        )
        return self._set(note, None)

    def remove(self, note: OwnNote, now: datetime) -> list[Change]:
        return self._set(note, to_milliseconds(now))

    def get(self, id: UUID) -> OwnNote:
        """Also a removed one. Raises NotFound."""
        row = self._session.row(_ONE, self._session.shop, id.bytes)
        if row is None:
            raise NotFound(mark("This note is not here any more."))
        return _note_of(row)

    def of(self, idea_id: UUID) -> list[OwnNote]:
        """Oldest first."""
        return [_note_of(row) for row in self._session.rows(_OF, self._session.shop, idea_id.bytes)]

    def _set(self, note: OwnNote, removed_at: int | None) -> list[Change]:
        changes = change_columns(self._session, "own_notes", note.id, {"removed_at": removed_at})
        self._words.index(note.idea_id)
        return changes


def _note_of(row: Row) -> OwnNote:
    return OwnNote(
        id=UUID(bytes=row[0]), idea_id=UUID(bytes=row[1]), text=row[2], created_at=to_moment(row[3])
    )
