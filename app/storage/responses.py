"""What the owner answered, and what authors wrote back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.domain.conversation import WroteBack
from app.domain.ideas import Reply, Response
from app.domain.journal import Change
from app.storage.columns import change_columns
from app.storage.desk_words import DeskWords
from app.storage.idea_rows import response_of
from app.storage.models import ResponseRow
from app.storage.session import Row, Session
from app.storage.values import to_milliseconds, to_moment, to_optional_moment
from app.storage.waiting_replies import ALL_WAITING, WAITING_OF

_SHOWN = """
SELECT id, idea_id, status, text, reason, until, private, signed, created_at, change_mind, done_on, photo_id
FROM responses WHERE shop_id = ? AND idea_id = ? AND shown = 1 ORDER BY created_at, id
"""
_ADD_REPLY = """
INSERT INTO replies (shop_id, id, idea_id, text, created_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (shop_id, id) DO NOTHING RETURNING 1
"""
_REPLIES = """
SELECT id, idea_id, text, created_at, settled_at FROM replies
WHERE shop_id = ? AND idea_id = ? ORDER BY created_at, id
"""


class ResponseStore:
    def __init__(self, session: Session, words: DeskWords) -> None:
        self._session = session
        self._words = words

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
            change_mind=response.change_mind,
            done_on=None if response.done_on is None else response.done_on.isoformat(),
            photo_id=response.photo_id,
        )
        self._words.index(response.idea_id)
        return [Change("responses", response.id, "shown", 0, 1)]

    def count(self) -> int:
        """Answers that stand, superseded ones too."""
        return self._session.number(
            "SELECT count(*) FROM responses WHERE shop_id = ? AND shown = 1", self._session.shop
        )

    def of(self, idea_id: UUID) -> list[Response]:
        """The shown answers of an idea, public and private, oldest first."""
        rows = self._session.rows(_SHOWN, self._session.shop, idea_id.bytes)
        return [response_of(row) for row in rows]


class ReplyStore:
    def __init__(self, session: Session, words: DeskWords) -> None:
        self._session = session
        self._words = words

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
        if added is not None:
            self._words.index(reply.idea_id)
        return added is not None

    def of(self, idea_id: UUID) -> list[Reply]:
        """Oldest first."""
        return [_reply_of(row) for row in self._session.rows(_REPLIES, self._session.shop, idea_id.bytes)]

    def waiting(self) -> list[WroteBack]:
        """Those that nothing was said to since, and that were not settled, oldest first; replies to what is
        hidden wait for nobody."""
        return [_waiting_of(row) for row in self._session.rows(ALL_WAITING, self._session.shop)]

    def waiting_of(self, idea_ids: Iterable[UUID]) -> list[WroteBack]:
        """Those that were written about one of these."""
        named = json.dumps([id.hex for id in idea_ids])
        return [_waiting_of(row) for row in self._session.rows(WAITING_OF, self._session.shop, named)]

    def settle(self, id: UUID, at: datetime) -> list[Change]:
        """Raises KeyError when it is gone."""
        return change_columns(self._session, "replies", id, {"settled_at": to_milliseconds(at)})


def _reply_of(row: Row) -> Reply:
    return Reply(
        id=UUID(bytes=row[0]),
        idea_id=UUID(bytes=row[1]),
        text=row[2],
        created_at=to_moment(row[3]),
        settled_at=to_optional_moment(row[4]),
    )


def _waiting_of(row: Row) -> WroteBack:
    return WroteBack(_reply_of(row), under=UUID(bytes=row[5]))
