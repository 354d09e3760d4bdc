"""What was told at the counter for an idea, and the pairs of ideas that are not the same."""

from __future__ import annotations

from uuid import UUID

from app.domain.ideas import Channel
from app.domain.journal import Change
from app.domain.voices import Voice
from app.storage.columns import change_columns
from app.storage.groups import GroupStore
from app.storage.models import KeptApartRow, VoiceRow
from app.storage.session import Session
from app.storage.values import to_milliseconds, to_moment

_SHOWN = """
SELECT id, idea_id, channel, name, created_at FROM voices
WHERE shop_id = ? AND idea_id = ? AND shown = 1 ORDER BY created_at, id
"""
_EVER = "SELECT id, idea_id, channel, name, created_at FROM voices WHERE shop_id = ? AND id = ?"
_ONE = f"{_EVER} AND shown = 1"
_ERASE = (
    "DELETE FROM thanks WHERE shop_id = ? AND id = ?",
    "DELETE FROM voices WHERE shop_id = ? AND id = ?",
)
_PAIR = "SELECT id FROM kept_apart WHERE shop_id = ? AND one = ? AND other = ?"
_APART = """
SELECT other FROM kept_apart WHERE shop_id = ?1 AND one = ?2 AND holds = 1
UNION SELECT one FROM kept_apart WHERE shop_id = ?1 AND other = ?2 AND holds = 1
"""


class VoiceStore:
    def __init__(self, session: Session, groups: GroupStore) -> None:
        self._session = session
        self._groups = groups

    def add(self, voice: Voice) -> list[Change]:
        """Store a voice, which counts at once; undoing the change takes it away."""
        self._session.insert(
            VoiceRow,
            id=voice.id,
            idea_id=voice.idea_id,
            channel=str(voice.channel),
            name=voice.name,
            created_at=to_milliseconds(voice.created_at),
            shown=1,
        )
        self._groups.recount([voice.idea_id])
        return [Change("voices", voice.id, "shown", 0, 1)]

    def get(self, id: UUID) -> Voice | None:
        """None also for one that was taken away."""
        rows = self._session.rows(_ONE, self._session.shop, id.bytes)
        return _voice_of(rows[0]) if rows else None

    def ever(self, id: UUID) -> Voice | None:
        """Also one that was taken away: its name still lies there."""
        rows = self._session.rows(_EVER, self._session.shop, id.bytes)
        return _voice_of(rows[0]) if rows else None

    def take_away(self, id: UUID) -> list[Change]:
        changes = change_columns(self._session, "voices", id, {"shown": 0})
        self._groups.follow(changes)
        return changes

    def erase(self, id: UUID) -> None:
        """Remove it for good, with its name; if it counted, the idea counts one less. Nothing when there is
        none."""
        voice = self.ever(id)
        for statement in _ERASE:
            self._session.run(statement, self._session.shop, id.bytes)
        if voice is not None:
            self._groups.recount([voice.idea_id])

    def of(self, idea_id: UUID) -> list[Voice]:
        """Told for this very idea, oldest first."""
        rows = self._session.rows(_SHOWN, self._session.shop, idea_id.bytes)
        return [_voice_of(row) for row in rows]


class ApartStore:
    """Pairs that look alike and are not: so that nobody is asked twice."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, id: UUID, one: UUID, other: UUID) -> list[Change]:
        """Remember the pair, under `id` if it is new; nothing when it is known. Undoing forgets it."""
        first, second = sorted((one, other))
        known = self._session.row(_PAIR, self._session.shop, first.bytes, second.bytes)
        if known is not None:
            return change_columns(self._session, "kept_apart", UUID(bytes=known[0]), {"holds": 1})
        self._session.insert(KeptApartRow, id=id, one=first, other=second, holds=1)
        return [Change("kept_apart", id, "holds", 0, 1)]

    def of(self, idea_id: UUID) -> frozenset[UUID]:
        """What this idea is not the same as."""
        rows = self._session.rows(_APART, self._session.shop, idea_id.bytes)
        return frozenset(UUID(bytes=row[0]) for row in rows)


def _voice_of(row: tuple[object, ...]) -> Voice:
    id, idea_id, channel, name, created_at = row
    assert isinstance(id, bytes)
    assert isinstance(idea_id, bytes)
    assert isinstance(created_at, int)
    return Voice(
        id=UUID(bytes=id),
        idea_id=UUID(bytes=idea_id),
        channel=Channel(str(channel)),
        name=str(name),
        created_at=to_moment(created_at),
    )
