"""The promise counts open days only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.promise import answer_due, is_open, open_days_left
from app.domain.shop import Shop

BAKERY = Shop(
    id=UUID(int=1), name="Linden Street Bakery", owner="Marta", timezone="Europe/Berlin",
    open_weekdays=frozenset(range(6)),
)  # fmt: skip
SATURDAY = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)


def test_the_day_it_came_does_not_count_and_sunday_does_not_either() -> None:
    assert answer_due(BAKERY, SATURDAY) == date(2026, 11, 20)


def test_a_closed_day_moves_the_promise() -> None:
    closed = replace(BAKERY, closed_days=frozenset({date(2026, 11, 18)}))

    assert answer_due(closed, SATURDAY) == date(2026, 11, 21)


def test_an_idea_after_midnight_counts_from_the_shops_own_date() -> None:
    late_on_saturday_in_utc = datetime(2026, 11, 14, 23, 30, tzinfo=UTC)

    assert answer_due(BAKERY, late_on_saturday_in_utc) == date(2026, 11, 20)


def test_days_left_reach_zero_on_the_day_and_then_count_the_broken_ones() -> None:
    on_the_day = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    on_monday_after = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    assert open_days_left(BAKERY, SATURDAY, on_the_day) == 0
    assert open_days_left(BAKERY, SATURDAY, on_monday_after) == -2


def test_a_shop_that_never_opens_still_gives_a_day() -> None:
    assert answer_due(replace(BAKERY, open_weekdays=frozenset()), SATURDAY) > date(2026, 11, 14)


def test_years_of_closed_days_still_give_a_day_and_a_count() -> None:
    years = frozenset(date(2026, 1, 1) + timedelta(days=number) for number in range(5000))
    closed = replace(BAKERY, closed_days=years)

    assert answer_due(closed, SATURDAY) > date(2026, 11, 14)
    assert open_days_left(closed, SATURDAY, SATURDAY.replace(year=2036)) == 0


@given(st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 30), st.integers(0, 400))
def test_the_due_day_is_open_and_has_exactly_the_promised_days_before_it(
    weekdays: frozenset[int], promise: int, offset: int
) -> None:
    shop = replace(BAKERY, open_weekdays=weekdays, promise_days=promise)
    created = datetime.fromtimestamp(1_790_000_000 + offset * 86_400, UTC)

    due = answer_due(shop, created)

    assert is_open(shop, due)
    assert open_days_left(shop, created, created) == promise
