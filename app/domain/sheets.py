"""What is wrong with a sheet on the wall: judged by what it shows and what is so now."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.ideas import Status, Visibility


class Ailment(StrEnum):
    """Why a sheet may not hang as it is, the worst first: what comes first is said first."""

    ERASED = "erased"  # an idea on it was erased
    MERGED = "merged"  # put together with another, which has its own answer
    OFF_BOARD = "off-board"  # hidden, or kept private
    UNANSWERED = "unanswered"  # its answer was taken back
    ANSWERED_ANEW = "answered-anew"  # another answer or status holds
    REWORDED = "reworded"  # its words were edited, or a part was left out
    TRIAL_OVER = "trial-over"  # the trial it tells of has ended
    STORM_DROPPED = "storm-dropped"
    STORM_REWORDED = "storm-reworded"
    STORM_EXTENDED = "storm-extended"
    STORM_OVER = "storm-over"  # it asks for something that nobody can give any more
    UNCONCLUDED = "unconcluded"  # the conclusion, or what came of it, was taken back
    CONCLUDED_ANEW = "concluded-anew"
    CARRIED_OUT = "carried-out"  # it says "we will", and it is done
    CONTRIBUTION_GONE = "contribution-gone"  # somebody's words on it were erased, hidden or kept private
    PLACEMENT_RETIRED = "placement-retired"
    PLACEMENT_RENAMED = "placement-renamed"
    SHOP_RENAMED = "shop-renamed"
    MOVED = "moved"  # its code leads to an address that is not the shop's any more
    REPLACED = "replaced"  # a newer sheet was printed in its place
    OVERDUE = "overdue"  # its day to come down is past


class Remedy(StrEnum):
    """What can be done about it."""

    REPRINT = "reprint"
    TAKE_DOWN = "take-down"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One thing that is wrong, and what it takes to say so.

    `said` and `now` are statuses of the idea `idea_id`; `other` numbers the sheet that tells it now (of the
    idea it was merged into, or that replaced it), None where there is none; `before` and `after` are names or
    addresses; `day` is the one that is past.
    """

    ailment: Ailment
    idea_id: UUID | None = None
    said: Status | None = None
    now: Status | None = None
    other: int | None = None
    before: str = ""
    after: str = ""
    day: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class IdeaNow:
    """What is so now of an idea on a sheet. `text` is its beginning, for lists; `votes` are 0 while
    sealed."""

    visibility: Visibility
    status: Status
    response_id: UUID | None
    revision_id: UUID
    merged_into: UUID | None = None
    text: str = ""
    votes: int = 0

    @property
    def is_public(self) -> bool:
        return self.visibility is Visibility.PUBLIC and self.merged_into is None


@dataclass(frozen=True, kw_only=True, slots=True)
class StormNow:
    chooses_at: datetime
    closes_at: datetime
    words: str
    conclusion_id: UUID | None = None
    outcome_id: UUID | None = None
    question: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacementNow:
    label: str
    is_retired: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """All that sheets are judged by; what is in none of the mappings is gone.

    `untils` are the last days of trials, by the answer that began them. `tellers` numbers the hanging sheet
    of each idea's answer, `numbers` each sheet. An empty `address` judges no code.
    """

    now: datetime
    today: date
    shop_name: str
    address: str = ""
    ideas: Mapping[UUID, IdeaNow] = field(default_factory=dict)
    untils: Mapping[UUID, date] = field(default_factory=dict)
    storms: Mapping[UUID, StormNow] = field(default_factory=dict)
    placements: Mapping[UUID, PlacementNow] = field(default_factory=dict)
    tellers: Mapping[UUID, int] = field(default_factory=dict)
    numbers: Mapping[UUID, int] = field(default_factory=dict)

    def survivor(self, idea_id: UUID) -> UUID:
        """The idea that stands for this one now: itself, or what it was merged into."""
        idea = self.ideas.get(idea_id)
        return idea_id if idea is None or idea.merged_into is None else self.survivor(idea.merged_into)


def storm_words(question: str, about: str) -> str:
    """The version of a storm's words, as sheets remember it."""
    return hashlib.sha256(f"{question}\n{about}".encode()).hexdigest()[:16]
