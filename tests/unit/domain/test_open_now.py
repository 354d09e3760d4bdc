from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.ids import new_id
from app.domain.open_now import closing_time, is_open_at
from app.domain.shop import Shop

DAY = OpeningHours(time(8), time(18, 30))
NIGHT = OpeningHours(time(18), time(2))
# 2026-11-16 is a Monday; Berlin is an hour before UTC.
MONDAY = datetime(2026, 11, 16, tzinfo=UTC)


def shop(*hours: OpeningHours | None, closed: frozenset[date] = frozenset()) -> Shop:
    week = (*hours, *NO_HOURS)[:7]
    open_weekdays = frozenset({0, 1, 2, 3, 4})
    return Shop(
        id=new_id(MONDAY), name="Bakery", owner="", timezone="Europe/Berlin",
        open_weekdays=open_weekdays, closed_days=closed, hours=week,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hour", "minute", "is_open"),
    [(6, 59, False), (7, 0, True), (17, 29, True), (17, 30, False), (22, 59, False)],
)
def test_a_shop_is_open_between_its_hours_by_its_own_clock(hour: int, minute: int, is_open: bool) -> None:
    assert is_open_at(shop(DAY), MONDAY.replace(hour=hour, minute=minute)) is is_open


def test_a_shop_without_hours_is_open_all_of_an_open_day() -> None:
    assert is_open_at(shop(), MONDAY.replace(hour=2))
    assert closing_time(shop(), MONDAY.replace(hour=2)) is None


def test_a_closed_day_has_no_hours() -> None:
    holiday = shop(DAY, closed=frozenset({date(2026, 11, 16)}))

    assert not is_open_at(holiday, MONDAY.replace(hour=10))
    assert not is_open_at(shop(DAY), datetime(2026, 11, 21, 10, tzinfo=UTC))


def test_a_bar_is_open_past_midnight_until_its_night_ends() -> None:
    bar = shop(NIGHT, NIGHT)

    assert is_open_at(bar, MONDAY.replace(hour=23, minute=30))
    assert closing_time(bar, MONDAY.replace(hour=23, minute=30)) == time(2)
    assert is_open_at(bar, MONDAY.replace(day=17, hour=0, minute=59))
    assert not is_open_at(bar, MONDAY.replace(day=17, hour=1))


def test_the_closing_time_is_told_while_open_only() -> None:
    assert closing_time(shop(DAY), MONDAY.replace(hour=10)) == time(18, 30)
    assert closing_time(shop(DAY), MONDAY.replace(hour=20)) is None
