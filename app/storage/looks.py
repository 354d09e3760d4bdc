"""How often and how long kiosks have shown each idea: counters, each batch counted once."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.kiosks import Look
from app.storage.session import Session
from app.storage.values import to_milliseconds

_IS_COUNTED = "SELECT 1 FROM look_batches WHERE shop_id = ? AND id = ?"
_NOTE = "INSERT INTO look_batches (shop_id, id, counted_at) VALUES (?, ?, ?)"
# Looks at an idea that was taken back meanwhile count nowhere.
_COUNT = """
INSERT INTO looks (shop_id, idea_id, views, milliseconds)
SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM ideas WHERE shop_id = ?1 AND id = ?2)
ON CONFLICT (shop_id, idea_id) DO UPDATE SET views = views + ?3, milliseconds = milliseconds + ?4
"""
_VIEWS = """
SELECT idea_id, views FROM looks
WHERE shop_id = ? AND idea_id IN (SELECT unhex(value) FROM json_each(?))
"""
_FORGET = "DELETE FROM look_batches WHERE shop_id = ? AND counted_at < ?"


class LookStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self, batch_id: UUID, looks: Sequence[Look], at: datetime) -> bool:
        """Add a batch to the counts; False when it was counted before."""
        shop = self._session.shop
        if self._session.row(_IS_COUNTED, shop, batch_id.bytes):
            return False
        self._session.run(_NOTE, shop, batch_id.bytes, to_milliseconds(at))
        for look in looks:
            self._session.run(_COUNT, shop, look.idea_id.bytes, look.views, look.milliseconds)
        return True

    def views(self, ids: Collection[UUID]) -> dict[UUID, int]:
        """How often those of `ids` that were ever shown were."""
        asked = json.dumps([id.hex for id in ids])
        return {UUID(bytes=row[0]): row[1] for row in self._session.rows(_VIEWS, self._session.shop, asked)}

    def forget_batches_before(self, moment: datetime) -> None:
        """A batch that comes again later counts again."""
        self._session.run(_FORGET, self._session.shop, to_milliseconds(moment))
