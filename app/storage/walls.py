"""Places where paper hangs, and each copy of a sheet in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.translation import mark
from app.domain.walls import Hanging, Measures, Place, Position
from app.storage.columns import change_columns
from app.storage.models import HangingRow, WallPlaceRow
from app.storage.notices import named
from app.storage.session import Row, Session
from app.storage.values import (
    DomainValue,
    to_milliseconds,
    to_moment,
    to_optional_moment,
    to_stored,
)

_PLACES = "SELECT id, name, width, height, place, removed_at FROM wall_places WHERE shop_id = ?"
_ALL = f"{_PLACES} ORDER BY place, id"
_HANGINGS = """
SELECT id, notice_id, place_id, x, y, since, down_at, down_by FROM hangings
WHERE shop_id = ? AND hung = 1
"""
_THESE = "IN (SELECT unhex(value) FROM json_each(?))"
_OF_NOTICES = f"""{_HANGINGS} AND notice_id {_THESE}
ORDER BY down_at IS NOT NULL, since DESC, id DESC"""
_IN_PLACE = f"{_HANGINGS} AND place_id = ? AND down_at IS NULL ORDER BY since, id"
_SEVERAL = f"{_HANGINGS} AND id {_THESE} ORDER BY since, id"


class WallStore:
    """A new row comes into use by a change of its own, which undo can take back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def places(self) -> list[Place]:
        """Those in use, in their order."""
        return [place for place in self.every_place() if place.removed_at is None]

    def every_place(self) -> list[Place]:
        """Removed ones too: sheets hung there."""
        return [_place_of(row) for row in self._session.rows(_ALL, self._session.shop)]

    def add_place(self, place: Place, now: datetime) -> list[Change]:
        self._session.insert(
            WallPlaceRow,
            id=place.id,
            name=place.name,
            width=place.measures.width if place.measures else None,
            height=place.measures.height if place.measures else None,
            place=place.position,
            created_at=to_milliseconds(now),
            removed_at=to_milliseconds(now),
        )
        return self.change_place(place.id, removed_at=None)

    def change_place(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of name, width, height, place, removed_at. Raises NotFound."""
        return self._change("wall_places", id, columns, mark("This place is not here any more."))

    def hangings(self, notice_ids: Iterable[UUID]) -> list[Hanging]:
        """All copies of these sheets; those that hang first, then those that hung last."""
        return self._read(_OF_NOTICES, named(notice_ids))

    def in_place(self, place_id: UUID) -> list[Hanging]:
        """What hangs there now, the longest first."""
        return self._read(_IN_PLACE, place_id.bytes)

    def existing(self, ids: Iterable[UUID]) -> list[Hanging]:
        """Raises NotFound when one of them never was, or was taken back."""
        wanted = set(ids)
        found = self._read(_SEVERAL, named(wanted))
        if {each.id for each in found} != wanted:
            raise NotFound(mark("This sheet does not hang there any more."))
        return found

    def hang(self, hanging: Hanging) -> list[Change]:
        self._session.insert(
            HangingRow,
            id=hanging.id,
            notice_id=hanging.notice_id,
            place_id=hanging.place_id,
            x=hanging.at.x if hanging.at else None,
            y=hanging.at.y if hanging.at else None,
            since=to_milliseconds(hanging.since),
            down_by="",
            hung=0,
        )
        return self.change(hanging.id, hung=1)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of place_id, x, y, down_at, down_by, hung. Raises NotFound."""
        return self._change("hangings", id, columns, mark("This sheet does not hang there any more."))

    def _change(self, table: str, id: UUID, columns: dict[str, DomainValue], gone: str) -> list[Change]:
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, table, id, values)
        except KeyError as error:
            raise NotFound(gone) from error

    def _read(self, statement: str, value: str | bytes) -> list[Hanging]:
        return [_hanging_of(row) for row in self._session.rows(statement, self._session.shop, value)]


def _place_of(row: Row) -> Place:
    return Place(
        id=UUID(bytes=row[0]),
        name=row[1],
        measures=None if row[2] is None or row[3] is None else Measures(row[2], row[3]),
        position=row[4],
        removed_at=to_optional_moment(row[5]),
    )


def _hanging_of(row: Row) -> Hanging:
    return Hanging(
        id=UUID(bytes=row[0]),
        notice_id=UUID(bytes=row[1]),
        place_id=UUID(bytes=row[2]),
        at=None if row[3] is None or row[4] is None else Position(row[3], row[4]),
        since=to_moment(row[5]),
        down_at=to_optional_moment(row[6]),
        down_by=row[7],
    )
