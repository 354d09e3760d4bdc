"""Filters of the inbox that the owner keeps under names."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import Channel, HeldFor, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.journal import Change
from app.domain.translation import mark
from app.domain.views import Filter, Question, SavedView
from app.storage.columns import change_columns
from app.storage.models import SavedViewRow
from app.storage.session import Row, Session
from app.storage.values import DomainValue, to_milliseconds, to_stored

_IN_USE = """
SELECT id, name, question, place FROM saved_views WHERE shop_id = ? AND removed_at IS NULL ORDER BY place, id
"""


class SavedViewStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[SavedView]:
        """In their order."""
        return [_view_of(row) for row in self._session.rows(_IN_USE, self._session.shop)]

    def add(self, view: SavedView, now: datetime) -> list[Change]:
        """Removed at first: bringing it in is a change of its own, which undo can take back."""
        self._session.insert(
            SavedViewRow,
            id=view.id,
            name=view.name,
            question=_written(view.question),
            place=view.place,
            removed_at=to_milliseconds(now),
        )
        return self.change(view.id, removed_at=None)

    def keep(self, id: UUID, question: Question) -> list[Change]:
        """Let the view show something else. Raises NotFound."""
        return self.change(id, question=_written(question))

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of name, question, place, removed_at. Raises NotFound when there is no such view."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "saved_views", id, values)
        except KeyError as gone:
            raise NotFound(mark("This view is not here any more.")) from gone


def _view_of(row: Row) -> SavedView:
    return SavedView(id=UUID(bytes=row[0]), name=row[1], question=_read(row[2]), place=row[3])


def _written(question: Question) -> str:
    """A view and its filter as JSON; words that were searched for are nobody's view."""
    asked = question.filter
    return json.dumps(
        {
            "view": question.view,
            "statuses": sorted(asked.statuses),
            "visibilities": sorted(asked.visibilities),
            "channels": sorted(asked.channels),
            "tags": sorted(tag.hex for tag in asked.tags),
            "places": sorted(asked.places),
            "held": sorted(asked.held),
            "replied": asked.replied,
            "since": None if asked.since is None else asked.since.isoformat(),
            "until": None if asked.until is None else asked.until.isoformat(),
        },
        separators=(",", ":"),
    )


def _read(text: str) -> Question:
    kept: dict[str, Any] = json.loads(text)
    return Question(
        view=InboxView(kept["view"]),
        filter=Filter(
            statuses=frozenset(map(Status, kept["statuses"])),
            visibilities=frozenset(map(Visibility, kept["visibilities"])),
            channels=frozenset(map(Channel, kept["channels"])),
            tags=frozenset(UUID(hex=tag) for tag in kept["tags"]),
            places=frozenset(kept["places"]),
            held=frozenset(map(HeldFor, kept["held"])),
            replied=kept["replied"],
            since=_day(kept["since"]),
            until=_day(kept["until"]),
        ),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
