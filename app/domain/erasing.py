"""What a person left behind, and what came of erasing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.backups import KEPT_AT_MOST
from app.domain.ideas import Idea
from app.domain.notices import Notice
from app.domain.voices import Voice


class FoundBy(StrEnum):
    """Why an idea may be this person's. A mention is somebody else's words about the name that was typed."""

    CODE = "code"
    CONTACT = "contact"
    NAME = "name"
    MENTION = "mention"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One idea with all that hangs on it. `address` is masked, `notices` were printed of it. `credits` are
    the storms' conclusions that name it, `ballots` the paper ballots that chose it: both stay, without it.

    With a `voice` only that voice is meant, given to the idea by the name that was looked for.
    """

    idea: Idea
    found_by: FoundBy
    address: str
    versions: int
    replies: int
    answers: int
    votes: int
    notices: tuple[Notice, ...]
    credits: int = 0
    ballots: int = 0
    voice: Voice | None = None

    @property
    def id(self) -> UUID:
        """Of what is erased."""
        return self.voice.id if self.voice else self.idea.id


@dataclass(frozen=True, slots=True)
class Found:
    """What a question led to; `more` were found beyond these."""

    traces: tuple[Trace, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Erased:
    """What is gone for good: numbers only, so that the report may be kept.

    `notices` still hang somewhere, `credits` and `ballots` stay without what they named. `is_wiped` is False
    while another program still holds the old bytes.
    """

    at: datetime
    ideas: int
    voices: int
    versions: int
    addresses: int
    replies: int
    answers: int
    votes: int
    notices: tuple[int, ...]
    credits: int = 0
    ballots: int = 0
    is_wiped: bool = True

    @property
    def backups_end(self) -> datetime:
        """No backup holds it any more by then."""
        return self.at + KEPT_AT_MOST


def erased(traces: Sequence[Trace], at: datetime, *, is_wiped: bool) -> Erased:
    """The report of having erased all of `traces`."""
    return Erased(
        at=at,
        ideas=sum(trace.voice is None for trace in traces),
        voices=sum(trace.voice is not None for trace in traces),
        versions=sum(trace.versions for trace in traces),
        addresses=sum(bool(trace.address) for trace in traces),
        replies=sum(trace.replies for trace in traces),
        answers=sum(trace.answers for trace in traces),
        votes=sum(trace.votes for trace in traces),
        notices=hanging(traces),
        credits=sum(trace.credits for trace in traces),
        ballots=sum(trace.ballots for trace in traces),
        is_wiped=is_wiped,
    )


def hanging(traces: Sequence[Trace]) -> tuple[int, ...]:
    """Numbers of the notices that nobody has taken down, also of those that should have been."""
    notices = [notice for trace in traces for notice in trace.notices]
    return tuple(sorted({notice.number for notice in notices if notice.hangs}))


def masked(address: str) -> str:
    """Enough of a mail address to know it again, and no more: `m•••@e•••.org`."""
    local, at, host = address.partition("@")
    if not at:
        return f"{address[:1]}•••" if address else ""
    name, dot, end = host.rpartition(".")
    return f"{local[:1]}•••@{name[:1]}•••{dot}{end}"
