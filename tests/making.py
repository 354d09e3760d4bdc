"""Things tests are made of, with sane defaults."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.claim_codes import new_claim_code
from app.domain.ideas import Channel, Idea, Visibility
from app.domain.ids import new_id
from app.services.customer.submitting import IdeaDraft

TUESDAY = datetime(2026, 11, 17, 8, 15, tzinfo=UTC)


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = TUESDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, step: timedelta) -> None:
        self.moment += step


def make_idea(
    text: str = "Could you open at half past six?",
    *,
    name: str = "Amina",
    visibility: Visibility = Visibility.PUBLIC,
    at: datetime = TUESDAY,
) -> Idea:
    return Idea(
        id=new_id(at),
        claim_code=new_claim_code(),
        text=text,
        name=name,
        channel=Channel.PHONE,
        visibility=visibility,
        created_at=at,
        public_at=at if visibility is Visibility.PUBLIC else None,
    )


def make_draft(text: str = "Could you open at half past six?", *, name: str = "Amina") -> IdeaDraft:
    return IdeaDraft(id=new_id(TUESDAY), text=text, name=name)
