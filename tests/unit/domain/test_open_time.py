"""Time as the shop counts it: by its openings, also through the night and when the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours import OpeningHours
from app.domain.open_now import is_open_at
from app.domain.open_time import TimeLeft, closing_after, next_opening, open_day_of, open_time, time_left
from app.domain.shop import Shop
from tests.storm_making import moments, shops
from tests.unit.domain.test_promise import BAKERY

OPEN = replace(BAKERY, hours=(OpeningHours(time(8), time(18, 30)),) * 7)
ALWAYS = replace(BAKERY, open_weekdays=frozenset(range(7)))
BAR = replace(ALWAYS, hours=(OpeningHours(time(18), time(4)),) * 7)
HOUR = timedelta(hours=1)
# Within the year that a storm may last.
SECONDS = st.integers(0, 366 * 86_400).map(lambda seconds: timedelta(seconds=seconds))


def on_clock(shop: Shop, text: str) -> datetime:
    """A moment of the shop's own clock: "2026-11-17 9:30"."""
    local = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(shop.timezone))
    return local.astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "until", "left"),
    [
        ("2026-11-17 10:00", "2026-11-17 12:00", TimeLeft(1, 2 * HOUR, until_closing=True)),
        ("2026-11-17 10:00", "2026-11-17 18:30", TimeLeft(1, 8.5 * HOUR, until_closing=True)),
        ("2026-11-17 10:00", "2026-11-17 23:00", TimeLeft(1, 8.5 * HOUR)),
        ("2026-11-17 20:00", "2026-11-18 12:00", TimeLeft(1, 4 * HOUR)),
        ("2026-11-17 10:00", "2026-11-18 12:00", TimeLeft(2, 12.5 * HOUR)),
        ("2026-11-14 18:00", "2026-11-16 9:00", TimeLeft(2, 1.5 * HOUR)),
        ("2026-11-14 19:00", "2026-11-16 7:00", TimeLeft(0, timedelta())),
        ("2026-11-17 10:00", "2026-11-17 10:00", TimeLeft(0, timedelta())),
        ("2026-11-17 10:00", "2026-11-17 9:00", TimeLeft(0, timedelta())),
    ],
)
def test_what_is_left_is_counted_in_openings_and_in_open_hours(now: str, until: str, left: TimeLeft) -> None:
    assert time_left(OPEN, on_clock(OPEN, now), on_clock(OPEN, until)) == left


def test_a_closed_day_leaves_nothing() -> None:
    closed = replace(OPEN, closed_days=frozenset({date(2026, 11, 18)}))

    assert (
        open_time(closed, on_clock(OPEN, "2026-11-17 18:00"), on_clock(OPEN, "2026-11-19 9:00")) == 1.5 * HOUR
    )


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", "2026-03-29", 23),
        ("Europe/Berlin", "2026-10-25", 25),
        ("America/New_York", "2026-03-08", 23),
        ("America/New_York", "2026-11-01", 25),
        ("Australia/Lord_Howe", "2026-10-04", 23.5),
        ("Australia/Lord_Howe", "2026-04-05", 24.5),
        ("UTC", "2026-03-29", 24),
    ],
)
def test_a_day_is_as_long_as_the_clock_makes_it(zone: str, day: str, hours: float) -> None:
    shop = replace(ALWAYS, timezone=zone)
    begins = on_clock(shop, f"{day} 0:00")

    ends = closing_after(shop, begins, 1)

    assert open_time(shop, begins, ends) == ends - begins == hours * HOUR


@pytest.mark.parametrize(("day", "hours"), [("2026-03-28", 9), ("2026-10-24", 11), ("2026-11-17", 10)])
def test_a_night_in_which_the_clocks_change_ends_by_the_clock(day: str, hours: int) -> None:
    opens = on_clock(BAR, f"{day} 18:00")

    closes = closing_after(BAR, opens, 1)

    assert BAR.local_time(closes) == time(4)
    assert time_left(BAR, opens, closes) == TimeLeft(1, hours * HOUR, until_closing=True)


def test_an_hour_that_the_clocks_skip_is_no_opening() -> None:
    early = replace(ALWAYS, hours=(OpeningHours(time(2), time(3)),) * 7)

    assert next_opening(early, on_clock(early, "2026-03-29 0:00")) == on_clock(early, "2026-03-30 2:00")


@given(shops(), moments(), SECONDS, SECONDS)
def test_open_time_adds_up(shop: Shop, first: datetime, one: timedelta, other: timedelta) -> None:
    middle, last = sorted((first + one, first + other))

    together = open_time(shop, first, middle) + open_time(shop, middle, last)

    assert open_time(shop, first, last) == together


@given(shops(), moments(), SECONDS)
def test_no_more_time_is_left_than_there_is(shop: Shop, now: datetime, step: timedelta) -> None:
    until = now + step

    left = time_left(shop, now, until)

    assert timedelta() <= left.open_for <= until - now
    assert (left.openings == 0) is (left.open_for == timedelta())
    assert not left.until_closing or left.openings == 1


@given(shops(), moments(), st.integers(1, 6))
def test_so_many_open_days_end_when_the_last_of_so_many_openings_does(
    shop: Shop, start: datetime, days: int
) -> None:
    ends = closing_after(shop, start, days)

    assert ends > start
    assert closing_after(shop, start, days + 1) > ends
    assert time_left(shop, start, ends).openings - days in (0, 1)
    assert open_time(shop, ends - timedelta(seconds=1), ends) > timedelta()


@given(shops(), moments())
def test_the_next_opening_is_open_and_nothing_opens_before_it(shop: Shop, moment: datetime) -> None:
    opens = next_opening(shop, moment)

    assert opens >= moment
    assert open_time(shop, moment, opens) == timedelta()
    assert open_time(shop, opens, opens + timedelta(seconds=1)) > timedelta()
    assert next_opening(shop, opens) == opens


@given(shops().map(lambda shop: replace(shop, timezone="UTC")), moments())
def test_what_is_open_now_has_open_time(shop: Shop, moment: datetime) -> None:
    assert is_open_at(shop, moment) is (
        open_time(shop, moment, moment + timedelta(microseconds=1)) > timedelta()
    )


def test_a_shop_that_never_opens_has_no_open_time_and_its_days_are_those_of_the_calendar() -> None:
    never = replace(OPEN, open_weekdays=frozenset())
    now = on_clock(never, "2026-11-17 9:00")

    assert time_left(never, now, now + timedelta(days=3)) == TimeLeft(0, timedelta())
    assert closing_after(never, now, 2) == now + timedelta(days=2)
    assert next_opening(never, now) == now


def test_what_ends_at_midnight_belongs_to_the_day_before() -> None:
    midnight = on_clock(ALWAYS, "2026-11-18 0:00")

    assert open_day_of(ALWAYS, midnight) == date(2026, 11, 17)
    assert open_day_of(ALWAYS, midnight + HOUR) == date(2026, 11, 18)
