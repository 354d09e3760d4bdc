"""Votes: one per visitor and idea by the table's key, counted in a column of the idea.

Of ideas that were merged a visitor has one vote for the whole group, wherever in it the vote lies.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from app.domain.whole_storms import MeToo
from app.storage.groups import GroupStore
from app.storage.session import Session
from app.storage.values import to_milliseconds, to_moment

_GIVE = """
INSERT INTO votes (shop_id, idea_id, visitor, created_at) VALUES (?, ?, ?, ?)
ON CONFLICT (shop_id, idea_id, visitor) DO NOTHING RETURNING 1
"""
_TAKE = "DELETE FROM votes WHERE shop_id = ? AND idea_id = ? AND visitor = ? RETURNING 1"
_COUNT_ONE = "UPDATE ideas SET votes = votes + ? WHERE shop_id = ? AND id = ?"
_OF = "SELECT 1 FROM votes WHERE shop_id = ? AND visitor = ? AND idea_id = ?"
_GIVEN = (
    "SELECT visitor, created_at FROM votes WHERE shop_id = ? AND idea_id = ? ORDER BY created_at, visitor"
)
_WITH_SOURCES = """
SELECT DISTINCT merged_into FROM ideas
WHERE shop_id = ? AND merged_into IN (SELECT unhex(value) FROM json_each(?))
"""


class VoteStore:
    def __init__(self, session: Session, groups: GroupStore) -> None:
        self._session = session
        self._groups = groups

    def set(self, idea_id: UUID, visitor: str, given: bool, at: datetime) -> bool:
        """Give or take back this visitor's vote; False when it was so already. The idea must exist."""
        if self._groups.is_grouped(idea_id):
            return self._set_in_group(idea_id, visitor, given, at)
        changed = self._give(idea_id, visitor, at) if given else self._take(idea_id, visitor)
        if changed:
            self._session.run(_COUNT_ONE, 1 if given else -1, self._session.shop, idea_id.bytes)
        return changed

    def given(self, idea_id: UUID) -> list[MeToo]:
        """Those for this very idea, whatever was merged into it; oldest first. Also while they are sealed."""
        rows = self._session.rows(_GIVEN, self._session.shop, idea_id.bytes)
        return [MeToo(visitor, to_moment(at)) for visitor, at in rows]

    def of(self, visitor: str, ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of `ids` that this visitor voted for, also in what was merged into them."""
        if not visitor:
            return frozenset()
        own = {id for id in ids if self._has(visitor, id)}
        rest = [id for id in ids if id not in own]
        return frozenset(own).union(
            id for id in self._with_sources(rest) if self._voted_for(visitor, self._groups.members(id))
        )

    def recount(self) -> None:
        """Set every count from the votes and voices themselves."""
        self._groups.recount_all()

    def _set_in_group(self, idea_id: UUID, visitor: str, given: bool, at: datetime) -> bool:
        """A vote that lies with another idea of the group is not given twice; taken back, all of them go."""
        voted = self._voted_for(visitor, self._groups.members(idea_id))
        if given is bool(voted):
            return False
        if given:
            self._give(idea_id, visitor, at)
        for id in voted:
            self._take(id, visitor)
        self._groups.recount(voted or [idea_id])
        return True

    def _give(self, idea_id: UUID, visitor: str, at: datetime) -> bool:
        shop = self._session.shop
        return self._session.row(_GIVE, shop, idea_id.bytes, visitor, to_milliseconds(at)) is not None

    def _take(self, idea_id: UUID, visitor: str) -> bool:
        return self._session.row(_TAKE, self._session.shop, idea_id.bytes, visitor) is not None

    def _has(self, visitor: str, id: UUID) -> bool:
        return self._session.row(_OF, self._session.shop, visitor, id.bytes) is not None

    def _voted_for(self, visitor: str, ids: Collection[UUID]) -> list[UUID]:
        return [id for id in ids if self._has(visitor, id)]

    def _with_sources(self, ids: Collection[UUID]) -> list[UUID]:
        asked = json.dumps([id.hex for id in ids])
        return [UUID(bytes=row[0]) for row in self._session.rows(_WITH_SOURCES, self._session.shop, asked)]
