"""What the owner answered, and what authors wrote back."""

from __future__ import annotations

from uuid import UUID

from app.domain.ideas import Reply, Response
from app.domain.journal import Change
from app.storage.idea_rows import response_of
from app.storage.models import ResponseRow
from app.storage.session import Session
from app.storage.values import to_milliseconds, to_moment

_SHOWN = """
SELECT id, idea_id, status, text, reason, until, private, signed, created_at FROM responses
WHERE shop_id = ? AND idea_id = ? AND shown = 1 ORDER BY created_at, id
"""
_ADD_REPLY = """
INSERT INTO replies (shop_id, id, idea_id, text, created_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (shop_id, id) DO NOTHING RETURNING 1
"""
_REPLIES = """
SELECT id, text, created_at FROM replies WHERE shop_id = ? AND idea_id = ? ORDER BY created_at, id
"""


class ResponseStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, response: Response) -> list[Change]:
        """Store an answer, shown at once; undoing the change hides it. `response_id` is the verb's to set."""
        self._session.insert(
            ResponseRow,
            id=response.id,
            idea_id=response.idea_id,
            status=str(response.status),
            text=response.text,
            reason=response.reason,
            until=None if response.until is None else response.until.isoformat(),
            private=int(response.private),
            signed=response.signed,
            created_at=to_milliseconds(response.created_at),
            shown=1,
        )
        return [Change("responses", response.id, "shown", 0, 1)]

    def of(self, idea_id: UUID) -> list[Response]:
        """The shown answers of an idea, public and private, oldest first."""
        rows = self._session.rows(_SHOWN, self._session.shop, idea_id.bytes)
        return [response_of(row) for row in rows]


class ReplyStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, reply: Reply) -> bool:
        """False when that id was stored before."""
        added = self._session.row(
            _ADD_REPLY,
            self._session.shop,
            reply.id.bytes,
            reply.idea_id.bytes,
            reply.text,
            to_milliseconds(reply.created_at),
        )
        return added is not None

    def of(self, idea_id: UUID) -> list[Reply]:
        """Oldest first."""
        rows = self._session.rows(
            _REPLIES,
            self._session.shop,
            idea_id.bytes,
        )
        return [
            Reply(id=UUID(bytes=row[0]), idea_id=idea_id, text=row[1], created_at=to_moment(row[2]))
            for row in rows
        ]
