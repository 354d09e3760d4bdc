"""What the day asks: counted by open days, guessed honestly, and kiosks missed only while the shop is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours import OpeningHours
from app.domain.kiosks import Kiosk
from app.domain.open_now import opening_time
from app.domain.promise import answer_due, last_day_due, last_open_day, open_days_taken
from app.domain.shop import Shop
from app.domain.today import FirstAnswer, PartOfDay, is_missed, minutes_for, part_of_day, promise_record
from tests.unit.domain.test_promise import BAKERY

TUESDAY = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
OPEN = replace(BAKERY, hours=(OpeningHours(time(8), time(18, 30)),) * 7)


@given(st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 30), st.integers(0, 400))
def test_what_is_due_by_a_day_came_up_to_one_day_and_not_later(
    weekdays: frozenset[int], promise: int, offset: int
) -> None:
    shop = replace(BAKERY, open_weekdays=weekdays, promise_days=promise)
    today = date(2026, 11, 17) + timedelta(days=offset)

    last = shop.midnight(last_day_due(shop, today))

    assert answer_due(shop, last) <= today < answer_due(shop, last + timedelta(days=1, hours=2))


def test_the_last_open_day_passes_over_sundays_and_holidays() -> None:
    monday = date(2026, 11, 16)

    assert last_open_day(BAKERY, monday) == date(2026, 11, 14)
    closed = replace(BAKERY, closed_days=frozenset({date(2026, 11, 14)}))
    assert last_open_day(closed, monday) == date(2026, 11, 13)
    assert last_open_day(replace(BAKERY, open_weekdays=frozenset()), monday) == date(2026, 11, 15)


def test_an_answer_on_the_same_day_took_no_open_day_and_one_over_sunday_took_one() -> None:
    saturday = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)

    assert open_days_taken(BAKERY, saturday, saturday + timedelta(hours=3)) == 0
    assert open_days_taken(BAKERY, saturday, saturday + timedelta(days=2)) == 1


@pytest.mark.parametrize(
    ("moment", "part"),
    [(time(3), PartOfDay.MORNING), (time(11, 59), PartOfDay.MORNING), (time(12), PartOfDay.AFTERNOON),
     (time(18), PartOfDay.EVENING), (time(2), PartOfDay.EVENING)],
)  # fmt: skip
def test_the_greeting_follows_the_shops_clock(moment: time, part: PartOfDay) -> None:
    assert part_of_day(moment) is part


@pytest.mark.parametrize(
    ("answers", "looks", "minutes"), [(0, 1, 1), (2, 4, 10), (1, 0, 4), (3, 2, 15), (10, 0, 40)]
)
def test_minutes_are_an_honest_round_number(answers: int, looks: int, minutes: int) -> None:
    assert minutes_for(answers=answers, looks=looks) == minutes


def answered(days_after: int, came: datetime = TUESDAY - timedelta(days=30)) -> FirstAnswer:
    return FirstAnswer(came, came + timedelta(days=days_after))


def test_the_record_tells_the_broken_promise_at_its_place_and_what_half_took() -> None:
    answers = [answered(1), answered(2), answered(20), answered(3, TUESDAY - timedelta(days=4))]

    record = promise_record(OPEN, answers, TUESDAY)

    assert record.kept == (True, True, False, True)
    assert record.count_kept == 3
    assert record.median_days == 2
    assert record.is_recent
    assert not promise_record(OPEN, answers, TUESDAY + timedelta(days=30)).is_recent


def test_the_record_holds_the_last_fifteen_and_nothing_of_a_shop_that_never_answered() -> None:
    assert len(promise_record(OPEN, [answered(1)] * 40, TUESDAY).kept) == 15
    assert promise_record(OPEN, [], TUESDAY).kept == ()
    assert promise_record(OPEN, [], TUESDAY).median_days is None


def kiosk(seen: datetime | None, paired: datetime = TUESDAY - timedelta(days=9)) -> Kiosk:
    return Kiosk(id=UUID(int=1), name="By the door", paired_at=paired, last_seen_at=seen)


@pytest.mark.parametrize(
    ("shop", "now", "seen", "missed"),
    [
        (OPEN, TUESDAY, TUESDAY - timedelta(hours=15), False),
        (OPEN, TUESDAY + timedelta(hours=1), TUESDAY - timedelta(hours=15), True),
        (OPEN, TUESDAY + timedelta(hours=5), TUESDAY + timedelta(hours=4), False),
        (OPEN, TUESDAY + timedelta(hours=14), TUESDAY, False),
        (replace(OPEN, closed_days=frozenset({date(2026, 11, 17)})), TUESDAY, None, False),
        (OPEN, TUESDAY + timedelta(hours=3), None, True),
    ],
)
def test_a_kiosk_is_missed_after_hours_of_opening_time_only(
    shop: Shop, now: datetime, seen: datetime | None, missed: bool
) -> None:
    assert is_missed(kiosk(seen), shop, now) is missed


def test_a_closed_shop_tells_when_it_opens_on_the_same_day() -> None:
    assert opening_time(OPEN, datetime(2026, 11, 17, 5, 0, tzinfo=UTC)) == time(8)
    assert opening_time(OPEN, TUESDAY) is None
    assert opening_time(OPEN, TUESDAY + timedelta(hours=12)) is None
