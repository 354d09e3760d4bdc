"""What the day asks of the owner: how long it takes, how the promise was kept, which kiosk is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from app.domain.kiosks import Kiosk
from app.domain.open_now import opened_at
from app.domain.promise import is_kept, open_days_taken
from app.domain.shop import Shop

# As measured by hand: two sentences with their decision, and a look at what waits.
ANSWER_MINUTES = 4.0
LOOK_MINUTES = 0.5
EXACT_MINUTES = 10
ROUNDED_TO = 5
RECORDED_ANSWERS = 15
RECENT = timedelta(days=31)
# While the shop is open; overnight a kiosk may sleep.
MISSED_AFTER = timedelta(hours=2)


class PartOfDay(Enum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_NIGHT_ENDS, _NOON, _EVENING = time(3), time(12), time(18)


def part_of_day(moment: time) -> PartOfDay:
    """Bakers are up at three."""
    if _NIGHT_ENDS <= moment < _NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if _NOON <= moment < _EVENING else PartOfDay.EVENING


def minutes_for(*, answers: int, looks: int) -> int:
    """An honest guess, never under one; beyond ten minutes in steps of five."""
    minutes = answers * ANSWER_MINUTES + looks * LOOK_MINUTES
    if minutes <= EXACT_MINUTES:
        return max(1, round(minutes))
    return round(minutes / ROUNDED_TO) * ROUNDED_TO


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """When an idea came, and when it was answered for the first time."""

    created_at: datetime
    answered_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseRecord:
    """Of the last answers, oldest first: whether each kept the promise. Half were given within
    `median_days` open days; None while there is none. `is_recent`: all are of the last month."""

    kept: tuple[bool, ...] = ()
    median_days: int | None = None
    is_recent: bool = True

    @property
    def count_kept(self) -> int:
        return sum(self.kept)


def promise_record(shop: Shop, answers: Sequence[FirstAnswer], now: datetime) -> PromiseRecord:
    """By the promise as the shop gives it now."""
    ordered = sorted(answers, key=lambda answer: answer.answered_at)[-RECORDED_ANSWERS:]
    if not ordered:
        return PromiseRecord()
    days = sorted(open_days_taken(shop, each.created_at, each.answered_at) for each in ordered)
    return PromiseRecord(
        kept=tuple(is_kept(shop, each.created_at, each.answered_at) for each in ordered),
        median_days=days[(len(days) - 1) // 2],
        is_recent=now - ordered[0].answered_at <= RECENT,
    )


def is_missed(kiosk: Kiosk, shop: Shop, now: datetime) -> bool:
    """Whether it was away for hours of opening time, today."""
    opened = opened_at(shop, now)
    if opened is None:
        return False
    return now - max(opened, kiosk.last_seen_at or kiosk.paired_at) > MISSED_AFTER
