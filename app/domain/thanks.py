"""Whom the shop still owes thanks, and the cards it says them with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.claim_codes import new_claim_code, parse_claim_code
from app.domain.errors import Conflict, InvalidInput
from app.domain.ideas import Idea, Status
from app.domain.text import clean_name
from app.domain.translation import mark

# Whoever made us decide is thanked, whatever we decided.
THANKED_FOR = (Status.DONE, Status.TRIAL, Status.PLANNED, Status.ALREADY, Status.DECLINED)
CARD_GOOD_FOR = timedelta(days=365)

# A thank-you card's code is made and read like a claim code: 40 random bits and a check character.
new_card_code = new_claim_code
parse_card_code = parse_claim_code


def clean_worth(text: str) -> str:
    """What a card is good for. Raises InvalidInput on `worth` when it is blank or over 60 characters."""
    said = clean_name(text, "worth")
    if not said:
        raise InvalidInput("worth", mark("Please say what a card is good for, as “one coffee”."))
    return said


def is_owed(status: Status, answered_at: datetime | None, thanked_at: datetime | None) -> bool:
    """Thanks are owed from the decision on, and once more when it is done after all."""
    if status not in THANKED_FOR or answered_at is None:
        return False
    return thanked_at is None or (status is Status.DONE and thanked_at < answered_at)


class Way(StrEnum):
    """How somebody can be thanked. The claim page says thanks by itself as soon as they are marked."""

    CONTACT = "contact"
    CLAIM_PAGE = "claim-page"
    IN_PERSON = "in-person"


@dataclass(frozen=True, kw_only=True, slots=True)
class Owed:
    """Somebody who wrote, or who gave an idea a voice by name. `id` is that of the idea or the voice.

    `address` is masked; `became` is what the idea they share has come to.
    """

    id: UUID
    idea: Idea
    name: str
    became: Status
    answered_at: datetime
    way: Way
    address: str = ""
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class OwedPage:
    """The first of those who wait for thanks, and how many there are."""

    people: tuple[Owed, ...]
    total: int


NOBODY_OWED = OwedPage((), 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class ThankCard:
    """Good once, for `worth`, up to and with `good_until`."""

    id: UUID
    code: str
    worth: str
    made_at: datetime
    good_until: date
    idea_id: UUID | None = None
    is_valid: bool = True
    redeemed_at: datetime | None = None


class AlreadyRedeemed(Conflict):
    """`at` says when."""

    def __init__(self, sentence: str, *, at: datetime, day: date) -> None:
        super().__init__(sentence, day=day.isoformat())
        self.at = at
