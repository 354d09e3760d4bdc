"""One-time paper ballots: each has a code, and whoever holds it chooses one idea, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.claim_codes import new_claim_code, parse_claim_code

MOST_AT_ONCE = 500

# Made and read like a claim code: 40 random bits and a check character, for each is a voice.
new_ballot_code = new_claim_code
parse_ballot_code = parse_claim_code


class BallotDoor(StrEnum):
    """Where a ballot was given."""

    PHONE = "phone"
    KIOSK = "kiosk"
    TILL = "till"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ballot:
    """`number` counts the ballots of its storm from 1. Given once it has `given_at`; `idea_id` is None again
    when the chosen idea was erased. `is_void` says that the owner has taken unused ones out of use."""

    id: UUID
    code: str
    storm_id: UUID
    number: int
    made_at: datetime
    given_at: datetime | None = None
    idea_id: UUID | None = None
    door: BallotDoor | None = None
    is_void: bool = False

    @property
    def is_given(self) -> bool:
        return self.given_at is not None
