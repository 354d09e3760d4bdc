"""The promise: every idea is answered within so many open days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from app.domain.shop import Shop

# A shop that is never open has no clock to count by; after a year of looking we stop.
LONGEST_SEARCH_DAYS = 366


def is_open(shop: Shop, day: date) -> bool:
    return day.weekday() in shop.open_weekdays and day not in shop.closed_days


def answer_due(shop: Shop, created_at: datetime) -> date:
    """The day by which an idea of `created_at` is answered: the n-th open day after the day it came."""
    return _due(shop, shop.local_date(created_at))


@lru_cache(maxsize=128)
def _due(shop: Shop, day: date) -> date:
    """All ideas of one day are due on the same one."""
    missing = shop.promise_days
    for _ in range(LONGEST_SEARCH_DAYS):
        if missing <= 0:
            break
        day += timedelta(days=1)
        missing -= is_open(shop, day)
    return day


def open_days_left(shop: Shop, created_at: datetime, now: datetime) -> int:
    """Open days from today to the due day: 0 = due today, negative = the promise is broken since."""
    due, today = answer_due(shop, created_at), shop.local_date(now)
    step = 1 if due >= today else -1
    first, last = sorted((due, today))
    days = (first + timedelta(days=offset) for offset in range(1, (last - first).days + 1))
    return step * sum(is_open(shop, day) for day in days)


def last_day_due(shop: Shop, today: date) -> date:
    """What came up to this day is promised for `today` or was promised for an earlier day."""
    day, missing = today, shop.promise_days
    for _ in range(LONGEST_SEARCH_DAYS):
        if missing <= 0:
            break
        missing -= is_open(shop, day)
        day -= timedelta(days=1)
    return day


def last_open_day(shop: Shop, today: date) -> date:
    """The open day before `today`; of a shop that never opens, the day before."""
    days = (today - timedelta(days=back) for back in range(1, LONGEST_SEARCH_DAYS))
    return next((day for day in days if is_open(shop, day)), today - timedelta(days=1))


def is_kept(shop: Shop, created_at: datetime, answered_at: datetime) -> bool:
    return shop.local_date(answered_at) <= answer_due(shop, created_at)


def open_days_taken(shop: Shop, created_at: datetime, answered_at: datetime) -> int:
    """Open days from the day after it came to the day of its answer: 0 = on the same day."""
    came, answered = shop.local_date(created_at), shop.local_date(answered_at)
    days = (came + timedelta(days=offset) for offset in range(1, (answered - came).days + 1))
    return sum(is_open(shop, day) for day in days)
