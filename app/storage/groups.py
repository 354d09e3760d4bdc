"""Ideas that were put together: a pointer from each to the next, and the votes of a whole group.

An idea's count is what its own group says: the distinct visitors of it and of all that was merged into it,
and the voices told at the counter. No vote moves by a merge: taking apart has nothing to restore.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.journal import Change
from app.domain.translation import mark
from app.storage.session import Session


def composed(statement: str, **parts: str) -> str:
    """A statement made of parts of ours; what people write is bound and never comes near it."""
    return statement.format(**parts)


# The idea itself and all that was merged into it, at whatever remove. UNION ends even in a circle; CROSS JOIN
# keeps the planner from walking all votes or all that was ever merged.
MEMBERS = """WITH RECURSIVE members(id) AS (
    SELECT {id} UNION
    SELECT m.id FROM members CROSS JOIN ideas m ON m.shop_id = {shop} AND m.merged_into = members.id
)"""
MEMBERS_OF_I = composed(MEMBERS, shop="i.shop_id", id="i.id")
_MEMBERS = composed("{members} SELECT id FROM members", members=composed(MEMBERS, shop="?1", id="?2"))
_ABOVE = """WITH RECURSIVE above(id) AS (
    SELECT ?2 UNION
    SELECT i.merged_into FROM above CROSS JOIN ideas i ON i.shop_id = ?1 AND i.id = above.id
    WHERE i.merged_into IS NOT NULL
)"""
_ALL_ABOVE = composed("{above} SELECT id FROM above", above=_ABOVE)
_SURVIVOR = composed(
    """{above}
    SELECT i.id FROM above CROSS JOIN ideas i ON i.shop_id = ?1 AND i.id = above.id
    WHERE i.merged_into IS NULL""",
    above=_ABOVE,
)
# What an idea `i` that was merged leads to, at whatever remove; nothing when it leads in a circle.
SURVIVOR_OF_I = """(WITH RECURSIVE above(id) AS (
    SELECT i.merged_into UNION
    SELECT u.merged_into FROM above CROSS JOIN ideas u ON u.shop_id = i.shop_id AND u.id = above.id
    WHERE u.merged_into IS NOT NULL
) SELECT e.id FROM above CROSS JOIN ideas e ON e.shop_id = i.shop_id AND e.id = above.id
WHERE e.merged_into IS NULL)"""
_SURVIVORS = composed(
    """SELECT {survivor} FROM ideas i WHERE i.shop_id = ?1 AND i.merged_into IS NOT NULL
    AND i.id IN (SELECT unhex(value) FROM json_each(?2))""",
    survivor=SURVIVOR_OF_I,
)
_COUNT = """{members} SELECT
    (SELECT count(DISTINCT v.visitor) FROM members
        CROSS JOIN votes v ON v.shop_id = {shop} AND v.idea_id = members.id)
    + (SELECT count(*) FROM members
        CROSS JOIN voices o ON o.shop_id = {shop} AND o.idea_id = members.id AND o.shown = 1)"""
_ALL_TOGETHER = composed(
    _COUNT, members=composed(MEMBERS, shop="?1", id="unhex(value) FROM json_each(?2)"), shop="?1"
)
HAS_SOURCES = "EXISTS (SELECT 1 FROM ideas s WHERE s.shop_id = i.shop_id AND s.merged_into = i.id)"
# What the votes of an idea `i` should be; most have nothing merged into them.
COUNTED = composed(
    """CASE WHEN {has_sources} THEN ({together}) ELSE
    (SELECT count(*) FROM votes v WHERE v.shop_id = i.shop_id AND v.idea_id = i.id)
    + (SELECT count(*) FROM voices o WHERE o.shop_id = i.shop_id AND o.idea_id = i.id AND o.shown = 1) END""",
    has_sources=HAS_SOURCES,
    together=composed(_COUNT, members=MEMBERS_OF_I, shop="i.shop_id"),
)
_RECOUNT = composed("UPDATE ideas AS i SET votes = {counted} WHERE i.shop_id = ?", counted=COUNTED)
_RECOUNT_ONE = f"{_RECOUNT} AND i.id = ?"
_IS_GROUPED = """
SELECT EXISTS (SELECT 1 FROM ideas WHERE shop_id = ?1 AND merged_into = ?2)
    OR EXISTS (SELECT 1 FROM ideas WHERE shop_id = ?1 AND id = ?2 AND merged_into IS NOT NULL)
"""
_VOICED = "SELECT idea_id FROM voices WHERE shop_id = ? AND id = ?"
_CIRCLE = mark("These ideas would lead to each other in a circle, so they stay as they are.")


class GroupStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def is_grouped(self, id: UUID) -> bool:
        """Whether it was merged, or something into it."""
        return bool(self._session.number(_IS_GROUPED, self._session.shop, id.bytes))

    def members(self, id: UUID) -> list[UUID]:
        """The idea itself, then all that was merged into it."""
        return self._ids(_MEMBERS, id)

    def survivor(self, id: UUID) -> UUID | None:
        """Where the pointers from this idea end: itself when it was not merged. None when it is gone."""
        found = self._ids(_SURVIVOR, id)
        return found[0] if found else None

    def survivors_of(self, ids: Collection[UUID]) -> set[UUID]:
        """What those of `ids` that were merged lead to."""
        named = json.dumps([id.hex for id in ids])
        rows = self._session.rows(_SURVIVORS, self._session.shop, named)
        return {UUID(bytes=row[0]) for row in rows if row[0] is not None}

    def together(self, ids: Collection[UUID]) -> int:
        """What the count would be if all of `ids` were one group."""
        return self._session.number(_ALL_TOGETHER, self._session.shop, json.dumps([id.hex for id in ids]))

    def recount(self, ids: Collection[UUID]) -> None:
        """Count anew these ideas and all that they were merged into."""
        above = [each for id in ids for each in self._ids(_ALL_ABOVE, id)]
        for each in dict.fromkeys(above):
            self._session.run(_RECOUNT_ONE, self._session.shop, each.bytes)

    def recount_all(self) -> None:
        self._session.run(_RECOUNT, self._session.shop)

    def follow(self, changes: Iterable[Change]) -> None:
        """Let the counts follow changed columns. Raises Conflict when ideas lead in a circle now."""
        moved = [change for change in changes if (change.table, change.column) == ("ideas", "merged_into")]
        if any(self.survivor(change.row) is None for change in moved):
            raise Conflict(_CIRCLE)
        left = [UUID(hex=str(change.before)) for change in moved if change.before is not None]
        voiced = [self._voiced(change.row) for change in changes if change.table == "voices"]
        self.recount([*(change.row for change in moved), *left, *filter(None, voiced)])

    def _voiced(self, voice_id: UUID) -> UUID | None:
        row = self._session.row(_VOICED, self._session.shop, voice_id.bytes)
        return None if row is None else UUID(bytes=row[0])

    def _ids(self, statement: str, id: UUID) -> list[UUID]:
        return [UUID(bytes=row[0]) for row in self._session.rows(statement, self._session.shop, id.bytes)]
