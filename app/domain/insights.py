"""What a shop can see in its ideas: when and how they came, how fast they were answered, what was decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import accumulate
from zoneinfo import ZoneInfo

from app.domain.ideas import Channel, Idea, Status
from app.domain.measures import Measure
from app.domain.promise import is_open
from app.domain.shop import Shop
from app.domain.topics import Topic

MOST_WEEKS = 60
DAYS_IN_WEEK = 7


class Period(StrEnum):
    """How far back is looked. ALL begins with the first idea."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


_WEEKS = {Period.MONTH: 4, Period.QUARTER: 12, Period.YEAR: 52}


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the shop's calendar in steps: each of `starts` begins a week (on Monday), or a month when it is
    `by_month`. `end` is the first day that is not part of it any more."""

    starts: tuple[date, ...]
    end: date
    by_month: bool

    @property
    def first(self) -> date:
        return self.starts[0]

    def edges(self, shop: Shop) -> list[datetime]:
        """The moments at which the steps begin on the shop's clock, and the one at which the last ends."""
        zone = ZoneInfo(shop.timezone)
        return [datetime.combine(day, time(), zone) for day in (*self.starts, self.end)]


def span_of(period: Period, today: date, first_idea: date | None) -> Span:
    """The steps of `period` up to and with `today`, at least one; beyond `MOST_WEEKS` they are months."""
    end = today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    if period is not Period.ALL:
        weeks = _WEEKS[period]
    else:
        first = min(first_idea or today, today)
        weeks = (monday - first + timedelta(days=first.weekday())).days // DAYS_IN_WEEK + 1
        if weeks > MOST_WEEKS:
            return Span(tuple(_months(first, today)), end, by_month=True)
    return Span(
        tuple(monday - timedelta(weeks=back) for back in reversed(range(max(weeks, 1)))), end, by_month=False
    )


def _months(first: date, last: date) -> Iterable[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many ideas came by the code at one place, of how many that opened it, ever."""

    label: str
    ideas: int
    scans: int


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """How many ideas were answered on the n-th open day after they came (`by_open_days[n]`, as far as
    `promise_days`), how many `later` than promised, and how many still wait within or `overdue` beyond it."""

    promise_days: int
    by_open_days: tuple[int, ...]
    later: int
    waiting: int
    overdue: int

    @property
    def kept(self) -> int:
        return sum(self.by_open_days)

    @property
    def broken(self) -> int:
        return self.later + self.overdue

    @property
    def half_within(self) -> int | None:
        """The open days within which half of the kept answers came; None when there are none."""
        if not self.kept:
            return None
        return next(
            days for days, total in enumerate(accumulate(self.by_open_days)) if 2 * total >= self.kept
        )


def answer_times(shop: Shop, asked: Sequence[tuple[datetime, datetime | None]], now: datetime) -> AnswerTimes:
    """From when each idea came and when it was first answered, None = not yet.

    Counted as the promise is: an idea is due on the n-th open day after the day it came.
    """
    if not asked:
        return AnswerTimes(shop.promise_days, (0,) * (shop.promise_days + 1), 0, 0, 0)
    calendar = _OpenDays(shop, min(came for came, _ in asked), now)
    days = [0] * (shop.promise_days + 1)
    later = waiting = overdue = 0
    for came, answered in asked:
        taken = calendar.between(came, answered or now)
        if answered is None:
            overdue += taken > shop.promise_days
            waiting += taken <= shop.promise_days
        elif taken > shop.promise_days:
            later += 1
        else:
            days[taken] += 1
    return AnswerTimes(shop.promise_days, tuple(days), later, waiting, overdue)


class _OpenDays:
    """Open days counted once, so that a hundred thousand ideas need only look."""

    def __init__(self, shop: Shop, first: datetime, last: datetime) -> None:
        zone = ZoneInfo(shop.timezone)
        start = shop.local_date(first)
        length = max((shop.local_date(last) - start).days, 0) + 1
        days = [start + timedelta(days=offset) for offset in range(length)]
        self._begins = [datetime.combine(day, time(), zone).timestamp() for day in days]
        self._open_until = list(accumulate(int(is_open(shop, day)) for day in days))

    def between(self, came: datetime, answered: datetime) -> int:
        """Open days after the day of `came`, up to and with the day of `answered`."""
        return max(self._until(answered) - self._until(came), 0)

    def _until(self, moment: datetime) -> int:
        return self._open_until[max(bisect_right(self._begins, moment.timestamp()) - 1, 0)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Insights:
    """Everything one page of pictures shows. `by_channel` holds a number for each step of `span`; channels
    by which nothing came are left out. `wanted` are undecided ideas, the best supported first; `carried_out`
    the newest that are done, to be measured."""

    made_at: datetime
    period: Period
    span: Span
    by_channel: Mapping[Channel, tuple[int, ...]]
    places: tuple[PlaceCount, ...]
    times: AnswerTimes
    decisions: Mapping[Status, int]
    topics: tuple[Topic, ...]
    wanted: tuple[Idea, ...]
    carried_out: tuple[Idea, ...]
    measures: tuple[Measure, ...]

    @property
    def arrived(self) -> int:
        return sum(sum(numbers) for numbers in self.by_channel.values())

    @property
    def by_step(self) -> tuple[int, ...]:
        """All channels together."""
        if not self.by_channel:
            return (0,) * len(self.span.starts)
        return tuple(map(sum, zip(*self.by_channel.values(), strict=True)))
