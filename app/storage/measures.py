"""Numbers before and after: did an idea pay?"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.measures import Measure
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import MeasureRow
from app.storage.session import Row, Session
from app.storage.values import DomainValue, to_milliseconds, to_stored

_MEASURES = """
SELECT m.id, m.idea_id, m.label, m.before, m.after, m.due_on, r.text FROM measures m
JOIN ideas i ON i.shop_id = m.shop_id AND i.id = m.idea_id
JOIN revisions r ON r.shop_id = i.shop_id AND r.id = i.revision_id
WHERE m.shop_id = ? AND m.dropped_at IS NULL
"""
_ALL = f"{_MEASURES} ORDER BY m.after IS NOT NULL, m.due_on, m.id"
_ONE = f"{_MEASURES} AND m.id = ?"


class MeasureStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, measure: Measure, now: datetime) -> None:
        """As dropped: it comes into use by a change of its own, which undo can take back."""
        self._session.insert(
            MeasureRow,
            id=measure.id,
            idea_id=measure.idea_id,
            label=measure.label,
            before=str(measure.before),
            after=None,
            due_on=measure.due_on.isoformat(),
            created_at=to_milliseconds(now),
            dropped_at=to_milliseconds(now),
        )

    def all(self) -> list[Measure]:
        """Those that wait for their second number first, by the day they are due."""
        return [_measure_of(row) for row in self._session.rows(_ALL, self._session.shop)]

    def get(self, id: UUID) -> Measure | None:
        row = self._session.row(_ONE, self._session.shop, id.bytes)
        return None if row is None else _measure_of(row)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of after, dropped_at. Raises NotFound when there is no such measure."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "measures", id, values)
        except KeyError as gone:
            raise NotFound(mark("These numbers are not here any more.")) from gone


def _measure_of(row: Row) -> Measure:
    return Measure(
        id=UUID(bytes=row[0]),
        idea_id=UUID(bytes=row[1]),
        label=row[2],
        before=Decimal(row[3]),
        after=None if row[4] is None else Decimal(row[4]),
        due_on=date.fromisoformat(row[5]),
        idea_text=row[6],
    )
