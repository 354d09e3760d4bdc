"""What the sheets say that tell several things: "You said / We did", the week's board, the year in answers.

Plain data for paper, which asks nobody else; only what hangs on the board is ever in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from app.domain.ideas import Idea, Status
from app.domain.storms import Phase, Storm

DAYS_IN_WEEK = 7
# What the customers' page lists of what was done, and the board itself, below the shop's address.
WHAT_WE_DID, BOARD, SAY_MORE = "/what-we-did", "/", "/new"
# A sheet that nobody chose the answers for carries so many: more cannot be read from two metres.
MOST_BY_ITSELF = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class OnPaper:
    """What every sheet shows of the shop. `address` is where phones reach it, empty = no code; `logo` a PNG
    file, empty = the teacup; `number` is None for a sheet that is not numbered (yet)."""

    shop_name: str
    shop_colour: str
    language: str
    timezone: str
    address: str
    printed_on: date
    number: int | None = None
    logo: bytes = field(default=b"", repr=False)

    def link(self, page: str) -> str:
        """Where the code of a sheet leads, which also tells the desk which sheet it is; empty when there is
        no address."""
        told = "" if self.number is None else f"?n={self.number}"
        return f"{self.address.rstrip('/')}{page}{told}" if self.address else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One public idea with the public answer that holds; without one its `status` is NEW and `answer` empty.

    `others` counts the votes beside the author's own. `photo` is a JPEG file of what was done.
    """

    idea_id: UUID
    response_id: UUID | None
    text: str
    name: str
    others: int
    status: Status
    answer: str = ""
    reason: str = ""
    change_mind: str = ""
    signed: str = ""
    until: date | None = None
    done_on: date | None = None
    answered_on: date | None = None
    photo: bytes = field(default=b"", repr=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote of it."""
        return (self.text, self.name, self.answer, self.reason, self.change_mind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """An answer that a sheet of several can tell; `told_before` says that one has."""

    idea: Idea
    answered_on: date
    told_before: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class YouSaid:
    """A sheet of several answers, in the order in which they were chosen."""

    on: OnPaper
    answers: tuple[Told, ...]
    take_down_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class StormTold:
    """A storm as it is told among other things. `names` are those on whose ideas the conclusion rests,
    `guests` how many more there were without one."""

    storm: Storm
    phase: Phase
    heard: str = ""
    decided: str = ""
    because: str = ""
    names: tuple[str, ...] = ()
    guests: int = 0
    concluded_on: date | None = None
    outcome: str = ""
    done_on: date | None = None
    photo: bytes = field(default=b"", repr=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote of it."""
        return (self.storm.question, self.decided, self.because, self.outcome, *self.names)


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """What is on the board in the week that begins on Monday `first`: what came, what was answered, the
    storms that run, and what most people want. The counts are of all, told or not."""

    on: OnPaper
    first: date
    new: tuple[Told, ...] = ()
    new_count: int = 0
    answered: tuple[Told, ...] = ()
    answered_count: int = 0
    storms: tuple[StormTold, ...] = ()
    wanted: tuple[Told, ...] = ()

    @property
    def last(self) -> date:
        return self.first + timedelta(days=DAYS_IN_WEEK - 1)

    @property
    def take_down_on(self) -> date:
        """It hangs while it is news: until the next week is over."""
        return self.last + timedelta(days=DAYS_IN_WEEK)

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.answered or self.storms or self.wanted)


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """The year in answers. `came` counts the ideas of that year; `answers` are those given in it that still
    hold, oldest first; `names` belong to everybody who gave one, each once."""

    on: OnPaper
    year: int
    came: int
    answers: tuple[Told, ...] = ()
    storms: tuple[StormTold, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def deeds(self) -> tuple[Told, ...]:
        """What was answered with anything but a refusal."""
        return tuple(told for told in self.answers if told.status is not Status.DECLINED)

    @property
    def declined(self) -> tuple[Told, ...]:
        return tuple(told for told in self.answers if told.status is Status.DECLINED)

    @property
    def done(self) -> int:
        return sum(told.status is Status.DONE for told in self.answers)

    @property
    def months(self) -> Sequence[tuple[date, tuple[Told, ...]]]:
        """The deeds by month, each named by its first day; months without any are left out."""
        dated = [(told.answered_on.replace(day=1), told) for told in self.deeds if told.answered_on]
        return [(month, tuple(told for _, told in of_month)) for month, of_month in groupby(dated, _month_of)]

    @property
    def is_empty(self) -> bool:
        return not (self.came or self.answers or self.storms)


def _month_of(dated: tuple[date, Told]) -> date:
    return dated[0]


def week_of(day: date) -> date:
    """The Monday of the week in which `day` lies."""
    return day - timedelta(days=day.weekday())


def week_until(take_down_on: date) -> date:
    """The Monday of the week whose board comes down after that day."""
    return week_of(take_down_on - timedelta(days=DAYS_IN_WEEK))


def proposed(offers: Sequence[Offer]) -> list[UUID]:
    """What a sheet carries when nobody chooses: the newest answers that were on none yet; when all were, the
    newest."""
    fresh = [offer for offer in offers if not offer.told_before]
    return [offer.idea.id for offer in (fresh or offers)[:MOST_BY_ITSELF]]
