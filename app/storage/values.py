"""How values of the domain look in the database: ids 16 bytes, times UTC milliseconds, days ISO texts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.journal import StoredValue

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

DomainValue = StrEnum | UUID | datetime | date | str | int | None


def to_milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MILLISECOND


def to_optional_milliseconds(moment: datetime | None) -> int | None:
    return None if moment is None else to_milliseconds(moment)


def to_moment(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=milliseconds)


def to_optional_moment(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else _EPOCH + timedelta(milliseconds=milliseconds)


def to_blob(id: UUID | None) -> bytes | None:
    return None if id is None else id.bytes


def to_id(blob: bytes | None) -> UUID | None:
    return None if blob is None else UUID(bytes=blob)


def to_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def to_stored(value: DomainValue) -> StoredValue:
    """`value` as a journal row tells it: ids as 32 hex digits, times as milliseconds, days as ISO texts."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return to_milliseconds(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
