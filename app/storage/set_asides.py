"""What kiosks accepted and the server refused for good, until the owner has dealt with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.kiosks import SetAside, SetAsideKind
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.session import Row, Session
from app.storage.values import DomainValue, to_milliseconds, to_moment, to_stored

_ADD = """
INSERT INTO set_asides (shop_id, id, kiosk_id, kind, sentence, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (shop_id, id) DO NOTHING
"""
_HELD = "SELECT 1 FROM set_asides WHERE shop_id = ? AND id = ?"
_WAITING = """
SELECT id, kiosk_id, kind, sentence, text, at FROM set_asides WHERE shop_id = ? AND dealt_at IS NULL
"""
_ALL_WAITING = f"{_WAITING} ORDER BY at, id"
_ONE_WAITING = f"{_WAITING} AND id = ?"
_COUNT = "SELECT count(*) FROM set_asides WHERE shop_id = ? AND dealt_at IS NULL"
_FORGET = "DELETE FROM set_asides WHERE shop_id = ? AND dealt_at < ?"


class SetAsideStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, refused: SetAside) -> None:
        """Told again, it is the same one, however it was dealt with."""
        self._session.run(
            _ADD,
            self._session.shop,
            refused.id.bytes,
            refused.kiosk_id.bytes,
            refused.kind,
            refused.sentence,
            refused.text,
            to_milliseconds(refused.at),
        )

    def holds(self, id: UUID) -> bool:
        """Whether it was ever told, dealt with or not."""
        return self._session.row(_HELD, self._session.shop, id.bytes) is not None

    def waiting(self) -> list[SetAside]:
        """Those that the owner has not dealt with, oldest first."""
        return [_set_aside_of(row) for row in self._session.rows(_ALL_WAITING, self._session.shop)]

    def waits(self) -> int:
        """How many they are."""
        return self._session.number(_COUNT, self._session.shop)

    def get(self, id: UUID) -> SetAside | None:
        """Unless it is dealt with."""
        row = self._session.row(_ONE_WAITING, self._session.shop, id.bytes)
        return None if row is None else _set_aside_of(row)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of dealt_at, idea_id. Raises NotFound when it is not here any more."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "set_asides", id, values)
        except KeyError as gone:
            raise NotFound(mark("This was dealt with already.")) from gone

    def forget_dealt_before(self, moment: datetime) -> None:
        self._session.run(_FORGET, self._session.shop, to_milliseconds(moment))


def _set_aside_of(row: Row) -> SetAside:
    return SetAside(
        id=UUID(bytes=row[0]),
        kiosk_id=UUID(bytes=row[1]),
        kind=SetAsideKind(row[2]),
        sentence=row[3],
        text=row[4],
        at=to_moment(row[5]),
    )
