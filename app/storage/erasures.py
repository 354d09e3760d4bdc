"""Ids of erased ideas, so that a restored backup forgets them again."""

from __future__ import annotations

from uuid import UUID

from app.storage.session import Session
from app.storage.values import to_milliseconds

_REMEMBER = """
INSERT INTO erasures (shop_id, idea_id, erased_at) VALUES (?, ?, ?) ON CONFLICT (shop_id, idea_id) DO NOTHING
"""


class ErasureStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self) -> list[UUID]:
        """Oldest first."""
        rows = self._session.rows(
            "SELECT idea_id FROM erasures WHERE shop_id = ? ORDER BY erased_at, idea_id", self._session.shop
        )
        return [UUID(bytes=row[0]) for row in rows]

    def remember(self, idea_id: UUID) -> None:
        """Note the id as erased, whether or not there is such an idea."""
        self._session.run(
            _REMEMBER, self._session.shop, idea_id.bytes, to_milliseconds(self._session.clock.now())
        )

    def holds(self, idea_id: UUID) -> bool:
        """Whether an idea of this id was erased."""
        row = self._session.row(
            "SELECT 1 FROM erasures WHERE shop_id = ? AND idea_id = ?", self._session.shop, idea_id.bytes
        )
        return row is not None
