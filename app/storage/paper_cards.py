"""Blank cards: their numbers, without a gap, and the claim codes that lie ready for them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.journal import Change
from app.domain.paper_cards import PaperCard
from app.storage.columns import change_columns
from app.storage.models import PaperCardRow
from app.storage.session import Row, Session
from app.storage.values import DomainValue, to_id, to_milliseconds, to_moment, to_optional_moment, to_stored

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM paper_cards WHERE shop_id = ?"
_CARDS = "SELECT id, number, claim_code, made_at, typed_at, idea_id FROM paper_cards WHERE shop_id = ?"
_NUMBERED = f"{_CARDS} AND number = ?"
_BY_CODE = f"{_CARDS} AND claim_code = ?"


class PaperCardStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, id: UUID, claim_code: str, at: datetime) -> PaperCard:
        """A blank card under the next number."""
        number = self.next_number()
        self._session.insert(
            PaperCardRow, id=id, number=number, claim_code=claim_code, made_at=to_milliseconds(at)
        )
        return PaperCard(id=id, number=number, claim_code=claim_code, made_at=at)

    def next_number(self) -> int:
        return self._session.number(_NEXT, self._session.shop)

    def numbered(self, number: int) -> PaperCard | None:
        row = self._session.row(_NUMBERED, self._session.shop, number)
        return None if row is None else _card_of(row)

    def by_code(self, claim_code: str) -> PaperCard | None:
        row = self._session.row(_BY_CODE, self._session.shop, claim_code)
        return None if row is None else _card_of(row)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of typed_at, idea_id."""
        values = {column: to_stored(value) for column, value in columns.items()}
        return change_columns(self._session, "paper_cards", id, values)


def _card_of(row: Row) -> PaperCard:
    return PaperCard(
        id=UUID(bytes=row[0]),
        number=row[1],
        claim_code=row[2],
        made_at=to_moment(row[3]),
        typed_at=to_optional_moment(row[4]),
        idea_id=to_id(row[5]),
    )
