"""What hangs on the kiosk's wall: public ideas as the server told them last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.ideas import Channel, Link, Status
from app.domain.kiosks import Look as Look


class Tab(StrEnum):
    NEW = "new"
    POPULAR = "popular"
    ANSWERED = "answered"


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """The shop's public answer, as it is pinned onto a note. `until` belongs to a trial, `change_mind` to a
    refusal, `done_on` to what is done."""

    text: str
    signed: str
    status: Status
    until: date | None = None
    reason: str = ""
    change_mind: str = ""
    done_on: date | None = None
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One public idea. `votes` counts this kiosk's own at once, `built_on` how many public ideas build on it,
    `views` how often it was shown for a while on any kiosk, `storm` the code of the storm it was given to."""

    id: UUID
    text: str
    name: str = ""
    votes: int = 0
    status: Status = Status.NEW
    channel: Channel = Channel.PHONE
    language: str = ""
    created_at: datetime
    public_at: datetime
    builds_on: UUID | None = None
    link: Link | None = None
    built_on: int = 0
    views: int = 0
    answer: Slip | None = None
    storm: str = ""

    @property
    def is_answered(self) -> bool:
        return self.status is not Status.NEW
