"""Notices as they were made, numbered by the shop without a gap."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from app.domain.notices import Notice, PaperSize
from app.storage.models import NoticeRow
from app.storage.session import Row, Session
from app.storage.values import to_milliseconds, to_moment

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM notices WHERE shop_id = ?"
_NOTICES = """
SELECT id, number, idea_id, response_id, size, made_at, take_down_on FROM notices WHERE shop_id = ?
"""
_ALL = f"{_NOTICES} ORDER BY number DESC"
_OF = f"{_NOTICES} AND idea_id = ? ORDER BY number DESC"


class NoticeStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        *,
        id: UUID,
        idea_id: UUID,
        response_id: UUID,
        size: PaperSize,
        made_at: datetime,
        take_down_on: date,
    ) -> Notice:
        """A notice under the shop's next number."""
        notice = Notice(
            id=id,
            number=self._session.number(_NEXT, self._session.shop),
            idea_id=idea_id,
            response_id=response_id,
            size=size,
            made_at=made_at,
            take_down_on=take_down_on,
        )
        self._session.insert(
            NoticeRow,
            id=id,
            number=notice.number,
            idea_id=idea_id,
            response_id=response_id,
            size=str(size),
            made_at=to_milliseconds(made_at),
            take_down_on=take_down_on.isoformat(),
        )
        return notice

    def of(self, idea_id: UUID) -> list[Notice]:
        """Newest first."""
        return [_notice_of(row) for row in self._session.rows(_OF, self._session.shop, idea_id.bytes)]

    def all(self) -> list[Notice]:
        """Newest first; an erased idea's notices too, since the paper still hangs."""
        return [_notice_of(row) for row in self._session.rows(_ALL, self._session.shop)]


def _notice_of(row: Row) -> Notice:
    return Notice(
        id=UUID(bytes=row[0]),
        number=row[1],
        idea_id=UUID(bytes=row[2]),
        response_id=UUID(bytes=row[3]),
        size=PaperSize(row[4]),
        made_at=to_moment(row[5]),
        take_down_on=date.fromisoformat(row[6]),
    )
