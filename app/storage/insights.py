"""What is counted over many ideas at once. Reads only; every question is bounded by two moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from app.domain.ideas import Channel, Idea, Status
from app.domain.insights import PlaceCount
from app.storage.idea_rows import ON_WALL, idea_of, select_ideas
from app.storage.session import Session
from app.storage.values import to_milliseconds, to_moment, to_optional_moment

_FIRST = "SELECT min(created_at) FROM ideas WHERE shop_id = ?"
_CHANNELS = """
SELECT i.channel, count(*) FROM ideas i
WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ? GROUP BY i.channel
"""
_PLACES = """
SELECT p.label, c.ideas, p.scans FROM placements p JOIN (
    SELECT i.placement, count(*) AS ideas FROM ideas i
    WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ? AND i.placement <> '' GROUP BY i.placement
) c ON c.placement = p.token WHERE p.shop_id = ? ORDER BY c.ideas DESC, p.label
"""
# What is hidden was spam or hurt somebody, and what was put together is answered with its survivor.
_ASKED = """
SELECT i.created_at, (SELECT min(p.created_at) FROM responses p
    WHERE p.shop_id = i.shop_id AND p.idea_id = i.id AND p.shown = 1)
FROM ideas i WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ?
    AND i.visibility <> 'hidden' AND i.merged_into IS NULL
"""
_DECISIONS = """
SELECT i.status, count(*) FROM ideas i WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ?
    AND i.visibility <> 'hidden' AND i.merged_into IS NULL GROUP BY i.status
"""
_TEXTS = """
SELECT r.text FROM ideas i JOIN revisions r ON r.shop_id = i.shop_id AND r.id = i.revision_id
WHERE i.shop_id = ? AND i.created_at >= ? AND i.created_at < ? AND i.visibility <> 'hidden'
ORDER BY i.created_at DESC LIMIT ?
"""
_WANTED = select_ideas(
    f"""WHERE i.shop_id = ? AND {ON_WALL} AND i.status IN ('new', 'considering') AND i.votes > 0
    ORDER BY i.votes DESC, i.id DESC LIMIT ?"""
)

_CARRIED_OUT = select_ideas(
    """WHERE i.shop_id = ? AND i.status = 'done' AND i.answered_at IS NOT NULL AND i.visibility = 'public'
    AND i.merged_into IS NULL ORDER BY i.answered_at DESC, i.id DESC LIMIT ?"""
)


class InsightStore:
    """`start` belongs to what is asked for, `end` does not."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def first_arrival(self) -> datetime | None:
        """When the first idea came; None when none ever did."""
        row = self._session.row(_FIRST, self._session.shop)
        return None if row is None else to_optional_moment(row[0])

    def by_channel(self, edges: Sequence[datetime]) -> dict[Channel, tuple[int, ...]]:
        """How many ideas came by each channel between one edge and the next, all steps in order."""
        counts: dict[Channel, list[int]] = {}
        steps = len(edges) - 1
        for step, (start, end) in enumerate(pairwise(edges)):
            for channel, number in self._session.rows(_CHANNELS, *self._between(start, end)):
                counts.setdefault(Channel(channel), [0] * steps)[step] = number
        return {channel: tuple(counts[channel]) for channel in Channel if channel in counts}

    def places(self, start: datetime, end: datetime) -> list[PlaceCount]:
        """Places whose codes brought ideas, the busiest first; those out of use too."""
        rows = self._session.rows(_PLACES, *self._between(start, end), self._session.shop)
        return [PlaceCount(*row) for row in rows]

    def asked(self, start: datetime, end: datetime) -> list[tuple[datetime, datetime | None]]:
        """When each idea came and when it was first answered, to whomever; None = not yet."""
        rows = self._session.rows(_ASKED, *self._between(start, end))
        return [(to_moment(came), to_optional_moment(answered)) for came, answered in rows]

    def decisions(self, start: datetime, end: datetime) -> dict[Status, int]:
        """How the ideas that came then stand now."""
        counts: dict[str, int] = dict(self._session.rows(_DECISIONS, *self._between(start, end)))
        return {status: counts[status] for status in Status if status in counts}

    def newest_texts(self, start: datetime, end: datetime, most: int) -> list[str]:
        return [text for (text,) in self._session.rows(_TEXTS, *self._between(start, end), most)]

    def most_voted(self, most: int) -> list[Idea]:
        """Undecided ideas on the board, those with the most votes first."""
        return [idea_of(row) for row in self._session.rows(_WANTED, self._session.shop, most)]

    def carried_out(self, most: int) -> list[Idea]:
        """Ideas on the board that are done, the newest answers first."""
        return [idea_of(row) for row in self._session.rows(_CARRIED_OUT, self._session.shop, most)]

    def _between(self, start: datetime, end: datetime) -> tuple[bytes, int, int]:
        return self._session.shop, to_milliseconds(start), to_milliseconds(end)
