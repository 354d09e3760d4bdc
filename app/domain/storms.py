"""Storms: one question, dated phases, a conclusion. What phase a storm is in follows from its dates, its
owner's steps and the clock; nothing is written when time alone goes on."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.claim_codes import ALPHABET, FORGIVEN, check_character
from app.domain.text import clean, clean_line, clean_optional, clean_words
from app.domain.translation import mark

CODE_LENGTH = 6
QUESTION_GRAPHEMES = 90
ABOUT_GRAPHEMES = 300
MOST_SHORTLISTED = 12


class Phase(StrEnum):
    """In the order in which a storm goes through them; none is skipped over backwards."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    GATHERING = "gathering"
    CHOOSING = "choosing"
    CLOSED = "closed"
    CONCLUDED = "concluded"
    CARRIED_OUT = "carried-out"
    LOOKED_BACK = "looked-back"


PHASES = tuple(Phase)
# Customers see it, and it has a tab at the kiosk.
RUNNING = frozenset({Phase.ANNOUNCED, Phase.GATHERING, Phase.CHOOSING, Phase.CLOSED})


class Ways(StrEnum):
    """How customers choose."""

    VOTES = "votes"
    BALLOTS = "ballots"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True, slots=True)
class Timetable:
    """When ideas are gathered, from then until `chooses_at`, and chosen among, until `closes_at`.

    Moments in UTC, never falling. Without a phase of choosing the last two are the same.
    """

    gathers_at: datetime
    chooses_at: datetime
    closes_at: datetime

    @property
    def is_in_order(self) -> bool:
        """Something can be gathered, and nothing ends before it begins."""
        return self.gathers_at < self.chooses_at <= self.closes_at

    @property
    def has_choosing(self) -> bool:
        return self.chooses_at < self.closes_at


@dataclass(frozen=True, kw_only=True, slots=True)
class Storm:
    """`times` are those that hold now; `first_times` those that were announced, once it was extended.

    `code` names it to customers (`/s/CODE`). Of what was gathered the owner's picks can be chosen, or the
    `top` that had most me-toos when choosing began, or all of it when she picked none and `top` is None.
    """

    id: UUID
    code: str
    question: str
    about: str = ""
    times: Timetable
    first_times: Timetable | None = None
    ways: Ways = Ways.VOTES
    top: int | None = None
    made_at: datetime
    announced_at: datetime | None = None
    extended_at: datetime | None = None
    conclusion_id: UUID | None = None
    concluded_at: datetime | None = None
    outcome_id: UUID | None = None
    carried_out_at: datetime | None = None
    carried_out_on: date | None = None
    look_back_id: UUID | None = None
    looked_back_at: datetime | None = None

    @property
    def takes_ballots(self) -> bool:
        return self.ways is not Ways.VOTES

    @property
    def takes_votes(self) -> bool:
        return self.ways is not Ways.BALLOTS


def phase_of(storm: Storm, now: datetime) -> Phase:
    """The phase at `now`: the owner's last step since closing, else what the dates say."""
    if storm.announced_at is None:
        return Phase.DRAFT
    if storm.looked_back_at is not None:
        return Phase.LOOKED_BACK
    if storm.carried_out_at is not None:
        return Phase.CARRIED_OUT
    if storm.concluded_at is not None:
        return Phase.CONCLUDED
    return _phase_by(storm.times, now)


def _phase_by(times: Timetable, now: datetime) -> Phase:
    if now < times.gathers_at:
        return Phase.ANNOUNCED
    if now < times.chooses_at:
        return Phase.GATHERING
    return Phase.CHOOSING if now < times.closes_at else Phase.CLOSED


def ends_at(storm: Storm, phase: Phase) -> datetime | None:
    """When `phase` ends by itself; None for those that only a step of the owner ends."""
    return {
        Phase.ANNOUNCED: storm.times.gathers_at,
        Phase.GATHERING: storm.times.chooses_at,
        Phase.CHOOSING: storm.times.closes_at,
    }.get(phase)


def is_sealed(storm: Storm, now: datetime) -> bool:
    """Whether nobody may see how often "me too" was said: before choosing."""
    return storm.announced_at is None or now < storm.times.chooses_at


def takes_ideas(storm: Storm, written_at: datetime, now: datetime) -> bool:
    """Whether an idea that was written then and arrives `now` still belongs to the storm.

    What a kiosk without a network pinned in time counts as long as the storm is not closed. What was written
    later than `now`, by a clock that is ahead, was written now.
    """
    if storm.announced_at is None or storm.concluded_at is not None:
        return False
    written_at = min(written_at, now)
    return _phase_by(storm.times, written_at) is Phase.GATHERING and now < storm.times.closes_at


def new_storm_code() -> str:
    """Six characters: five random ones and a check character. Everybody may know it."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return body + check_character(body)


def parse_storm_code(text: str) -> str | None:
    """The code that `text` means, whatever its case, spaces and O for 0; None when it cannot be one."""
    code = text.strip().upper().translate(FORGIVEN)
    if len(code) != CODE_LENGTH or any(character not in ALPHABET for character in code):
        return None
    return code if code[-1] == check_character(code[:-1]) else None


def clean_question(text: str) -> str:
    """Raises InvalidInput on `question` when it is blank or over 90 characters: it has to fit a poster."""
    blank = mark("A storm is one question. Please write it down.")
    return clean_words(clean_line(text), "question", QUESTION_GRAPHEMES, blank)


def clean_about(text: str) -> str:
    """What the question is asked for, empty when nothing was said. Raises InvalidInput on `about` when over
    300 characters."""
    return clean_optional(clean(text), "about", ABOUT_GRAPHEMES)
