"""Placements, and how often the code at each was opened."""

from __future__ import annotations

from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.placements import Placement
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import PlacementRow
from app.storage.session import Row, Session
from app.storage.values import (
    DomainValue,
    to_milliseconds,
    to_moment,
    to_optional_milliseconds,
    to_optional_moment,
    to_stored,
)

_PLACEMENTS = """
SELECT p.id, p.token, p.label, p.address, p.scans, p.created_at, p.retired_at,
    (SELECT count(*) FROM ideas i WHERE i.shop_id = p.shop_id AND i.placement = p.token AND i.placement <> '')
FROM placements p WHERE p.shop_id = ?
"""
_ALL = f"{_PLACEMENTS} ORDER BY p.created_at, p.id"
_BY_TOKEN = f"{_PLACEMENTS} AND p.token = ?"
_COUNT_SCAN = "UPDATE placements SET scans = scans + 1 WHERE shop_id = ? AND token = ?"


class PlacementStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, placement: Placement) -> None:
        self._session.insert(
            PlacementRow,
            id=placement.id,
            token=placement.token,
            label=placement.label,
            address=placement.address,
            scans=0,
            created_at=to_milliseconds(placement.created_at),
            retired_at=to_optional_milliseconds(placement.retired_at),
        )

    def by_token(self, token: str) -> Placement | None:
        """By the token as it stands in the address; retired ones too, since the paper still hangs."""
        row = self._session.row(_BY_TOKEN, self._session.shop, token)
        return None if row is None else _placement_of(row)

    def all(self) -> list[Placement]:
        """Oldest first, retired ones too."""
        return [_placement_of(row) for row in self._session.rows(_ALL, self._session.shop)]

    def count_scan(self, token: str) -> None:
        """One more opened form. A counter, not a verb: it has no journal row."""
        self._session.run(_COUNT_SCAN, self._session.shop, token)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of label, address, retired_at. Raises NotFound when there is no such placement."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "placements", id, values)
        except KeyError as gone:
            raise NotFound(mark("This placement is not here any more.")) from gone


def _placement_of(row: Row) -> Placement:
    return Placement(
        id=UUID(bytes=row[0]),
        token=row[1],
        label=row[2],
        address=row[3],
        scans=row[4],
        created_at=to_moment(row[5]),
        retired_at=to_optional_moment(row[6]),
        ideas=row[7],
    )
