"""The words around ideas that only the desk searches: answers, replies, the owner's own notes."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.domain.journal import Change
from app.domain.search_words import stored_words
from app.storage.session import Session

_SAID = """
SELECT text FROM responses WHERE shop_id = ?1 AND idea_id = ?2 AND shown = 1
UNION ALL SELECT reason FROM responses WHERE shop_id = ?1 AND idea_id = ?2 AND shown = 1
UNION ALL SELECT text FROM replies WHERE shop_id = ?1 AND idea_id = ?2
UNION ALL SELECT text FROM own_notes WHERE shop_id = ?1 AND idea_id = ?2 AND removed_at IS NULL
"""
_WRITE = """
INSERT INTO desk_words (number, shop_id, words)
SELECT number, shop_id, ?3 FROM ideas WHERE shop_id = ?1 AND id = ?2
ON CONFLICT (number) DO UPDATE SET words = excluded.words
"""
_REMOVE = "DELETE FROM desk_words WHERE number = (SELECT number FROM ideas WHERE shop_id = ? AND id = ?)"
_OWNERS = {
    "responses": "SELECT idea_id FROM responses WHERE shop_id = ? AND id = ?",
    "own_notes": "SELECT idea_id FROM own_notes WHERE shop_id = ? AND id = ?",
}


class DeskWords:
    def __init__(self, session: Session) -> None:
        self._session = session

    def index(self, idea_id: UUID) -> None:
        """Let the desk find what stands around the idea now."""
        rows = self._session.rows(_SAID, self._session.shop, idea_id.bytes)
        words = stored_words(*(row[0] for row in rows))
        if words:
            self._session.run(_WRITE, self._session.shop, idea_id.bytes, words)
        else:
            self.remove(idea_id)

    def follow(self, changes: Iterable[Change]) -> None:
        """After a change of what is shown was taken back or done again."""
        places = dict.fromkeys((change.table, change.row) for change in changes if change.table in _OWNERS)
        for table, id in places:
            row = self._session.row(_OWNERS[table], self._session.shop, id.bytes)
            if row is not None:
                self.index(UUID(bytes=row[0]))

    def remove(self, idea_id: UUID) -> None:
        self._session.run(_REMOVE, self._session.shop, idea_id.bytes)
