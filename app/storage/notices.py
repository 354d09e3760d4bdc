"""Notices as they were made, numbered by the shop without a gap."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import Status, Visibility
from app.domain.journal import Change
from app.domain.notices import Notice, PaperSize
from app.domain.sheets import HangingSheet, Truth
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import NoticeRow
from app.storage.session import Row, Session
from app.storage.values import to_day, to_id, to_milliseconds, to_moment

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM notices WHERE shop_id = ?"
_NOTICES = """
SELECT id, number, idea_id, response_id, size, made_at, take_down_on FROM notices WHERE shop_id = ?
"""
_ALL = f"{_NOTICES} ORDER BY number DESC"
_OF = f"{_NOTICES} AND idea_id = ? ORDER BY number DESC"
_BY_NUMBER = f"{_NOTICES} AND number = ?"
_HANGING = """
SELECT n.id, n.number, n.idea_id, n.response_id, n.size, n.made_at, n.take_down_on, a.status,
    i.visibility, i.status, i.response_id, i.merged_into,
    (SELECT max(s.number) FROM notices s
        WHERE s.shop_id = i.shop_id AND s.idea_id = i.merged_into AND s.take_down_on <> '')
FROM notices n
LEFT JOIN ideas i ON i.shop_id = n.shop_id AND i.id = n.idea_id
LEFT JOIN responses a ON a.shop_id = n.shop_id AND a.id = n.response_id
WHERE n.shop_id = ? AND n.take_down_on <> '' AND NOT EXISTS (
    SELECT 1 FROM notices m WHERE m.shop_id = n.shop_id AND m.idea_id = n.idea_id
        AND m.number > n.number AND m.response_id <> n.response_id)
ORDER BY n.number
"""


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

    def by_number(self, number: int) -> Notice | None:
        row = self._session.row(_BY_NUMBER, self._session.shop, number)
        return _notice_of(row) if row else None

    def hanging(self) -> list[HangingSheet]:
        """What nobody has taken down, by number. A sheet of a newer answer to the same idea took the place of
        the older one."""
        return [_sheet_of(row) for row in self._session.rows(_HANGING, self._session.shop)]

    def take_down(self, id: UUID) -> list[Change]:
        """Tells nothing when it is down already. Raises NotFound when there is no such sheet."""
        try:
            return change_columns(self._session, "notices", id, {"take_down_on": ""})
        except KeyError as gone:
            raise NotFound(mark("There is no such sheet any more.")) from gone

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
        take_down_on=to_day(row[6] or None),
    )


def _sheet_of(row: Row) -> HangingSheet:
    return HangingSheet(
        notice=_notice_of(row),
        said=None if row[7] is None else Status(row[7]),
        truth=None if row[8] is None else _truth_of(row[8:]),
    )


def _truth_of(row: Row) -> Truth:
    """From the columns visibility, status, response_id, merged_into and the survivor's sheet."""
    return Truth(
        visibility=Visibility(row[0]),
        status=Status(row[1]),
        response_id=to_id(row[2]),
        merged_into=to_id(row[3]),
        survivor=row[4],
    )
