"""Numbered blank cards: filled in by hand, typed in under their number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict, InvalidInput
from app.domain.translation import mark

MOST_AT_ONCE = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperCard:
    """Its claim code is printed on it, before anybody has written on it."""

    id: UUID
    number: int
    claim_code: str
    made_at: datetime
    typed_at: datetime | None = None
    idea_id: UUID | None = None


class CardNotRead(Conflict):
    """The code is right, and nobody at the shop has typed the card in yet."""


def parse_number(text: str) -> int:
    """The number as somebody types it, with or without a sign before it. Raises InvalidInput on `card`."""
    digits = text.strip().lstrip("#№").strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9 or int(digits) == 0:
        raise InvalidInput("card", mark("The number of a card is digits only, as it is printed on it."))
    return int(digits)
