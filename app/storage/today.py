"""What the day asks for, read by the indexes that there are: a few of each, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.ideas import Channel, Idea
from app.domain.today import FirstAnswer
from app.storage.idea_rows import ON_WALL, TO_ANSWER, WAITING, idea_of, select_ideas
from app.storage.session import Session
from app.storage.values import to_milliseconds, to_moment

_OLDEST_FIRST = "ORDER BY i.created_at, i.id LIMIT ?"
_PRESSING = f"i.shop_id = ? AND {TO_ANSWER} AND i.created_at < ?"
_PRESSING_UNREAD = f"i.shop_id = ? AND {WAITING} AND i.created_at < ? AND i.held_for IS NULL"
_WAITING = f"i.shop_id = ? AND {WAITING} AND (i.created_at >= ? OR i.held_for IS NOT NULL)"
# Up at once, by nobody's hand; what the shop itself noted it has read.
_FRESH = f"""i.shop_id = ? AND {ON_WALL} AND i.public_at >= ? AND i.public_at = i.created_at
    AND i.status = 'new' AND i.created_at >= ?
    AND i.channel NOT IN ('{Channel.IN_PERSON}', '{Channel.TELEPHONE}', '{Channel.PAPER}')"""
_COUNT = "SELECT count(*) FROM ideas i WHERE"
_CAME = "SELECT i.created_at FROM ideas i WHERE i.shop_id = ?"
_NEXT = "AND i.created_at >= ? ORDER BY i.created_at LIMIT 1"
_FIRST_CAME = (f"{_CAME} AND {TO_ANSWER} {_NEXT}", f"{_CAME} AND {WAITING} AND i.held_for IS NULL {_NEXT}")
# Ids are made in the order of time, so the key walks from the newest answer.
_FIRST_ANSWERS = """
SELECT i.created_at, p.created_at FROM responses p
JOIN ideas i ON i.shop_id = p.shop_id AND i.id = p.idea_id
WHERE p.shop_id = ? AND p.shown = 1 AND p.status <> 'new' AND NOT EXISTS (
    SELECT 1 FROM responses e WHERE e.shop_id = p.shop_id AND e.idea_id = p.idea_id AND e.shown = 1
        AND e.status <> 'new' AND e.created_at < p.created_at)
ORDER BY p.id DESC LIMIT ?
"""


class TodayStore:
    """Each of the first three gives at most `limit` ideas, oldest first, and the number of all."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def pressing(self, before: datetime, limit: int) -> tuple[Sequence[Idea], int]:
        """Not answered though they came before then. Also those that still wait, unless they are held: they
        were promised an answer too."""
        values = (to_milliseconds(before),)
        read, all_read = self._some(_PRESSING, values, limit)
        unread, all_unread = self._some(_PRESSING_UNREAD, values, limit)
        both = sorted((*read, *unread), key=lambda idea: (idea.created_at, idea.id))
        return both[:limit], all_read + all_unread

    def waiting(self, since: datetime, limit: int) -> tuple[Sequence[Idea], int]:
        """Those that wait, without those that `pressing` tells for the same moment."""
        return self._some(_WAITING, (to_milliseconds(since),), limit)

    def fresh(self, since: datetime, not_before: datetime, limit: int) -> tuple[Sequence[Idea], int]:
        """What went up by itself since then and is not answered; nothing that came before `not_before`."""
        return self._some(_FRESH, (to_milliseconds(since), to_milliseconds(not_before)), limit)

    def first_unanswered(self, since: datetime) -> datetime | None:
        """When the first of those came that came since then and are not answered, held ones aside."""
        came = [self._session.row(sql, self._session.shop, to_milliseconds(since)) for sql in _FIRST_CAME]
        return min((to_moment(row[0]) for row in came if row is not None), default=None)

    def first_answers(self, count: int) -> list[FirstAnswer]:
        """Of the ideas whose first answer is newest, newest first."""
        rows = self._session.rows(_FIRST_ANSWERS, self._session.shop, count)
        return [FirstAnswer(to_moment(came), to_moment(answered)) for came, answered in rows]

    def _some(self, condition: str, values: tuple[int, ...], limit: int) -> tuple[Sequence[Idea], int]:
        shop, session = self._session.shop, self._session
        rows = session.rows(select_ideas(f"WHERE {condition} {_OLDEST_FIRST}"), shop, *values, limit)
        if len(rows) < limit:
            return [idea_of(row) for row in rows], len(rows)
        count = session.number(f"{_COUNT} {condition}", shop, *values)
        return [idea_of(row) for row in rows], count
