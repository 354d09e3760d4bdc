"""Votes: one per visitor and idea by the table's key, counted in a column of the idea."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from app.storage.session import Session
from app.storage.values import to_milliseconds

_GIVE = """
INSERT INTO votes (shop_id, idea_id, visitor, created_at) VALUES (?, ?, ?, ?)
ON CONFLICT (shop_id, idea_id, visitor) DO NOTHING RETURNING 1
"""
_TAKE = "DELETE FROM votes WHERE shop_id = ? AND idea_id = ? AND visitor = ? RETURNING 1"
_COUNT_ONE = "UPDATE ideas SET votes = votes + ? WHERE shop_id = ? AND id = ?"
_RECOUNT = """
UPDATE ideas SET votes = (
    SELECT count(*) FROM votes v WHERE v.shop_id = ideas.shop_id AND v.idea_id = ideas.id
)
WHERE shop_id = ?
"""
_OF = "SELECT 1 FROM votes WHERE shop_id = ? AND visitor = ? AND idea_id = ?"


class VoteStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def set(self, idea_id: UUID, visitor: str, given: bool, at: datetime) -> bool:
        """Give or take back this visitor's vote; False when it was so already. The idea must exist."""
        shop, id = self._session.shop, idea_id.bytes
        if given:
            changed = self._session.row(_GIVE, shop, id, visitor, to_milliseconds(at))
        else:
            changed = self._session.row(_TAKE, shop, id, visitor)
        if changed:
            self._session.run(_COUNT_ONE, 1 if given else -1, shop, id)
        return changed is not None

    def of(self, visitor: str, ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of `ids` that this visitor voted for."""
        if not visitor:
            return frozenset()
        shop = self._session.shop
        return frozenset(id for id in ids if self._session.row(_OF, shop, visitor, id.bytes))

    def recount(self) -> None:
        """Set every count from the votes themselves."""
        self._session.run(_RECOUNT, self._session.shop)
