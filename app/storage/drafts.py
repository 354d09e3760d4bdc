"""What the owner began to say, by idea. No verb: it has no journal row, and goes when its idea is erased."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from app.storage.session import Session
from app.storage.values import to_milliseconds

_ALL = "SELECT idea_id, content FROM drafts WHERE shop_id = ?"
_KEEP = """
INSERT INTO drafts (shop_id, idea_id, content, kept_at)
SELECT shop_id, id, ?3, ?4 FROM ideas WHERE shop_id = ?1 AND id = ?2
ON CONFLICT (shop_id, idea_id) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at
"""
_FORGET = "DELETE FROM drafts WHERE shop_id = ? AND idea_id = ?"


class DraftStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Mapping[UUID, str]:
        return {UUID(bytes=row[0]): row[1] for row in self._session.rows(_ALL, self._session.shop)}

    def keep(self, idea_id: UUID, content: str) -> None:
        """Nothing is kept for an idea that is gone."""
        now = to_milliseconds(self._session.clock.now())
        self._session.run(_KEEP, self._session.shop, idea_id.bytes, content, now)

    def forget(self, idea_id: UUID) -> None:
        self._session.run(_FORGET, self._session.shop, idea_id.bytes)
