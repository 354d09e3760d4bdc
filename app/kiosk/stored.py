"""How values look in the kiosk's file: times as UTC milliseconds, notes as rows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.ideas import Channel, Link, Status
from app.kiosk.asking import Row
from app.kiosk.notes import Note, Slip

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

_NOTES = """
SELECT id, text, name, status, channel, language, created_at, public_at, builds_on, link, built_on,
    votes + own, views, answer, storm
FROM notes """


def to_milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MILLISECOND


def to_moment(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=milliseconds)


def select_notes(rest: str) -> str:
    """The statement that reads rows for `note_of`, completed by `rest`: a condition and an order."""
    return f"{_NOTES}{rest}"


def note_of(row: Row) -> Note:
    """The note in a row of `select_notes`. Raises ValueError or TypeError when the row is none any more."""
    id, text, name, status, channel, language, created_at, public_at, builds_on, link, *rest = row
    built_on, votes, views, answer, storm = rest
    return Note(
        id=UUID(bytes=id),
        text=text,
        name=name,
        votes=max(votes, 0),
        status=Status(status),
        channel=Channel(channel),
        language=language,
        created_at=to_moment(created_at),
        public_at=to_moment(public_at),
        builds_on=UUID(bytes=builds_on) if builds_on else None,
        link=Link(link) if link else None,
        built_on=built_on,
        views=views,
        answer=_slip_of(json.loads(answer)) if answer else None,
        storm=storm,
    )


def slip_text(slip: Slip) -> str:
    """As it is stored with its note."""
    until = slip.until.isoformat() if slip.until else ""
    created_at = to_milliseconds(slip.created_at)
    done_on = slip.done_on.isoformat() if slip.done_on else ""
    values = [slip.text, slip.signed, slip.status, until, slip.reason, created_at, slip.change_mind, done_on]
    return json.dumps(values, ensure_ascii=False)


def _slip_of(values: list[Any]) -> Slip:
    # Slips that were stored before these were told have neither.
    text, signed, status, until, reason, created_at, *later = values
    change_mind, done_on = later or ("", "")
    return Slip(
        text=text,
        signed=signed,
        status=Status(status),
        until=date.fromisoformat(until) if until else None,
        reason=reason,
        change_mind=change_mind,
        done_on=date.fromisoformat(done_on) if done_on else None,
        created_at=to_moment(created_at),
    )
