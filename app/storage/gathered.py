"""What sheets of several things are made of: public ideas that came or were answered between two moments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea
from app.storage.idea_rows import ON_WALL, idea_of, select_ideas
from app.storage.notices import named
from app.storage.session import Session
from app.storage.values import to_milliseconds

_ANSWERED = select_ideas(
    f"""WHERE i.shop_id = ? AND {ON_WALL} AND i.answered_at >= ? AND i.answered_at < ?
    AND a.id IS NOT NULL AND a.private = 0 ORDER BY i.answered_at, i.id"""
)
_CAME = select_ideas(
    f"""WHERE i.shop_id = ? AND {ON_WALL} AND i.public_at >= ? AND i.public_at < ?
    ORDER BY i.public_at DESC, i.id DESC LIMIT ?"""
)
_HOW_MANY_CAME = f"""
SELECT count(*) FROM ideas i WHERE i.shop_id = ? AND {ON_WALL} AND i.public_at >= ? AND i.public_at < ?
"""  # noqa: S608
# Hidden ones were spam or hurt somebody; what was put together counts for its survivor.
_ARRIVED = """
SELECT count(*) FROM ideas i WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ?
    AND i.visibility <> 'hidden' AND i.merged_into IS NULL
"""
# Whoever wrote what was put into another idea wrote, too.
_NAMES = """
SELECT r.name FROM ideas i JOIN revisions r ON r.shop_id = i.shop_id AND r.id = i.revision_id
WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ? AND i.visibility = 'public' AND r.name <> ''
ORDER BY i.created_at, i.id
"""
_TOLD_BEFORE = """
SELECT DISTINCT c.response_id FROM carried c JOIN notices n ON n.shop_id = c.shop_id AND n.id = c.notice_id
WHERE c.shop_id = ? AND n.kind = 'you-said' AND c.response_id IN (SELECT unhex(value) FROM json_each(?))
"""


class GatheredStore:
    """`start` belongs to what is asked for, `end` does not. What belongs to a storm is told with it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def answered(self, start: datetime, end: datetime) -> list[Idea]:
        """Those whose public answer was given then and still holds, oldest answer first."""
        return [idea_of(row) for row in self._session.rows(_ANSWERED, *self._between(start, end))]

    def came(self, start: datetime, end: datetime, most: int) -> tuple[list[Idea], int]:
        """The newest of those that were put up then, and how many there are."""
        between = self._between(start, end)
        ideas = [idea_of(row) for row in self._session.rows(_CAME, *between, most)]
        return ideas, self._session.number(_HOW_MANY_CAME, *between)

    def told_before(self, responses: Iterable[UUID]) -> set[UUID]:
        """Which of these answers were on a sheet of several once, wherever that is now."""
        rows = self._session.rows(_TOLD_BEFORE, self._session.shop, named(responses))
        return {UUID(bytes=row[0]) for row in rows}

    def arrived(self, start: datetime, end: datetime) -> int:
        """How many ideas came, storms' contributions among them."""
        return self._session.number(_ARRIVED, *self._between(start, end))

    def names(self, start: datetime, end: datetime) -> list[str]:
        """Of those whose words could be read on the board, by the day they wrote, as often as they did."""
        return [name for (name,) in self._session.rows(_NAMES, *self._between(start, end))]

    def _between(self, start: datetime, end: datetime) -> tuple[bytes, int, int]:
        return self._session.shop, to_milliseconds(start), to_milliseconds(end)
