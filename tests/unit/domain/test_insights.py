"""Steps of time, and answer times counted by open days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.insights import MOST_WEEKS, Period, answer_times, span_of
from app.domain.promise import open_days_left
from app.domain.shop import Shop

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SHOP = Shop(
    id=UUID(int=1),
    name="Linden Street Bakery",
    owner="Marta",
    timezone="Europe/Dublin",
    open_weekdays=frozenset(range(6)),
    closed_days=frozenset({date(2026, 11, 26)}),
    promise_days=5,
)


@pytest.mark.parametrize(("period", "weeks"), [(Period.MONTH, 4), (Period.QUARTER, 12), (Period.YEAR, 52)])
def test_a_period_is_so_many_weeks_from_mondays_up_to_today(period: Period, weeks: int) -> None:
    span = span_of(period, date(2026, 12, 3), None)

    assert len(span.starts) == weeks
    assert span.starts[-1] == TODAY
    assert {day.weekday() for day in span.starts} == {0}
    assert span.end == date(2026, 12, 4)


@given(st.integers(0, 5000))
def test_all_begins_with_the_first_idea_and_leaves_no_gap(days: int) -> None:
    first = TODAY - timedelta(days=days)

    span = span_of(Period.ALL, TODAY, first)

    assert span.starts[0] <= first < span.end
    assert all(one < other for one, other in pairwise((*span.starts, span.end)))
    assert span.by_month or len(span.starts) <= MOST_WEEKS


def test_a_shop_without_ideas_looks_at_this_week() -> None:
    assert span_of(Period.ALL, TODAY, None).starts == (TODAY,)


def test_an_idea_from_tomorrow_by_a_wrong_clock_breaks_nothing() -> None:
    assert span_of(Period.ALL, TODAY, TODAY + timedelta(days=9)).starts == (TODAY,)


def test_steps_begin_at_midnight_on_the_shops_clock_also_when_clocks_change() -> None:
    edges = span_of(Period.QUARTER, TODAY, None).edges(SHOP)

    assert {edge.astimezone(edges[0].tzinfo).hour for edge in edges} == {0}
    assert {one.utcoffset() for one in edges} == {timedelta(0), timedelta(hours=1)}


def test_answers_are_counted_by_open_days_after_the_day_the_idea_came() -> None:
    wednesday = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
    asked = [
        (wednesday, wednesday + timedelta(minutes=5)),
        (wednesday, wednesday + timedelta(days=1)),
        (wednesday, datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),  # Sunday is closed: the fifth open day
        (wednesday, datetime(2026, 11, 25, 9, 0, tzinfo=UTC)),
        (wednesday, None),
        (NOW - timedelta(days=1), None),
    ]

    times = answer_times(SHOP, asked, NOW)

    assert times.by_open_days == (1, 1, 0, 0, 0, 1)
    assert (times.later, times.overdue, times.waiting) == (1, 1, 1)
    assert (times.kept, times.broken, times.half_within) == (3, 2, 1)


@given(st.integers(0, 400), st.integers(0, 400))
def test_it_counts_as_the_promise_does(came_ago: int, taken: int) -> None:
    came = NOW - timedelta(days=came_ago)
    answered = min(came + timedelta(days=taken), NOW)

    times = answer_times(SHOP, [(came, answered)], NOW)

    assert (times.kept == 1) == (open_days_left(SHOP, came, answered) >= 0)


def test_a_shop_that_never_opens_keeps_every_promise_and_does_not_hang() -> None:
    shut = replace(SHOP, open_weekdays=frozenset())

    times = answer_times(shut, [(NOW - timedelta(days=3000), None)], NOW)

    assert (times.waiting, times.overdue) == (1, 0)


def test_nothing_asked_is_nothing_counted() -> None:
    times = answer_times(SHOP, [], NOW)

    assert (times.kept, times.broken, times.half_within) == (0, 0, None)
