"""The owner's snippets. A changed one is a new one in the old one's place: the journal holds no words."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.journal import Change
from app.domain.snippets import Snippet, SnippetKind
from app.storage.columns import change_columns
from app.storage.models import SnippetRow
from app.storage.session import Session

_SHOWN = "SELECT id, text FROM snippets WHERE shop_id = ? AND kind = ? AND shown = 1 ORDER BY place, id"
_ANY = "SELECT 1 FROM snippets WHERE shop_id = ? AND kind = ? LIMIT 1"
_NEXT = "SELECT coalesce(max(place), -1) + 1 FROM snippets WHERE shop_id = ? AND kind = ? AND shown = 1"
_PLACE_OF = "SELECT place FROM snippets WHERE shop_id = ? AND id = ? AND shown = 1"


class SnippetStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, kind: SnippetKind) -> list[Snippet]:
        """In the owner's order."""
        rows = self._session.rows(_SHOWN, self._session.shop, kind)
        return [Snippet(id=UUID(bytes=row[0]), kind=kind, text=row[1]) for row in rows]

    def has_any(self, kind: SnippetKind) -> bool:
        """Whether there ever was one, also when all were taken away."""
        return self._session.row(_ANY, self._session.shop, kind) is not None

    def place_of(self, id: UUID) -> int | None:
        """None when it is not there any more."""
        row = self._session.row(_PLACE_OF, self._session.shop, id.bytes)
        return None if row is None else int(row[0])

    def next_place(self, kind: SnippetKind) -> int:
        """After all that are there."""
        return self._session.number(_NEXT, self._session.shop, kind)

    def add(self, snippet: Snippet, place: int) -> list[Change]:
        """Undoing the change takes it away again."""
        self._session.insert(
            SnippetRow, id=snippet.id, kind=str(snippet.kind), text=snippet.text, place=place, shown=1
        )
        return [Change("snippets", snippet.id, "shown", 0, 1)]

    def take_away(self, id: UUID) -> list[Change]:
        """Raises KeyError when there is no such snippet."""
        return change_columns(self._session, "snippets", id, {"shown": 0})

    def arrange(self, ids: Sequence[UUID]) -> list[Change]:
        """Give them their places, from the first to the last. Raises KeyError when one is not there."""
        changes: list[Change] = []
        for place, id in enumerate(ids):
            changes += change_columns(self._session, "snippets", id, {"place": place})
        return changes
