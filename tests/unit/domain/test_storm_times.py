"""A storm's dates: proposed in open days, checked, and extended once, never shortened."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import AppError, Conflict, InvalidInput
from app.domain.hours import OpeningHours
from app.domain.open_time import time_left
from app.domain.shop import Shop
from app.domain.storm_times import LONGEST, check_times, extended, propose, put_off
from app.domain.storms import PHASES, Timetable, phase_of
from tests.making import TUESDAY
from tests.storm_making import make_storm, make_times, moments, shops, timetables
from tests.unit.domain.test_promise import BAKERY

OPEN = replace(BAKERY, hours=(OpeningHours(time(8), time(18, 30)),) * 7)
BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN).astimezone(UTC)  # type: ignore[misc, arg-type]


def test_two_open_days_end_when_the_second_of_them_closes() -> None:
    times = propose(OPEN, berlin(2026, 11, 17, 9))

    assert times == Timetable(
        gathers_at=berlin(2026, 11, 17, 9),
        chooses_at=berlin(2026, 11, 18, 18, 30),
        closes_at=berlin(2026, 11, 19, 18, 30),
    )


def test_sundays_and_closed_days_are_not_counted() -> None:
    holiday = replace(OPEN, closed_days=frozenset({date(2026, 11, 16)}))

    times = propose(holiday, berlin(2026, 11, 13, 9), gathering_days=2, choosing_days=1)

    assert times.chooses_at == berlin(2026, 11, 14, 18, 30)
    assert times.closes_at == berlin(2026, 11, 17, 18, 30)


def test_a_day_that_is_nearly_over_does_not_count() -> None:
    times = propose(OPEN, berlin(2026, 11, 17, 16))

    assert times.gathers_at == berlin(2026, 11, 17, 16)
    assert times.chooses_at == berlin(2026, 11, 19, 18, 30)


def test_after_closing_it_begins_with_the_next_opening() -> None:
    times = propose(OPEN, berlin(2026, 11, 14, 20))

    assert times.gathers_at == berlin(2026, 11, 16, 8)
    assert times.chooses_at == berlin(2026, 11, 17, 18, 30)


def test_a_bars_nights_are_its_days() -> None:
    bar = replace(OPEN, hours=(OpeningHours(time(18), time(2)),) * 7)

    times = propose(bar, berlin(2026, 11, 17, 18))

    assert times.chooses_at == berlin(2026, 11, 19, 2)
    assert times.closes_at == berlin(2026, 11, 20, 2)


@pytest.mark.parametrize(
    ("zone", "start", "ends"),
    [
        ("Europe/Berlin", datetime(2026, 3, 28, 8), datetime(2026, 3, 29, 18, 30)),
        ("Europe/Berlin", datetime(2026, 10, 24, 8), datetime(2026, 10, 25, 18, 30)),
        ("America/New_York", datetime(2026, 3, 7, 8), datetime(2026, 3, 8, 18, 30)),
        ("America/New_York", datetime(2026, 10, 31, 8), datetime(2026, 11, 1, 18, 30)),
        ("Australia/Lord_Howe", datetime(2026, 10, 3, 8), datetime(2026, 10, 4, 18, 30)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 8), datetime(2026, 4, 5, 18, 30)),
    ],
)
def test_when_the_clocks_change_it_still_ends_at_closing_time(
    zone: str, start: datetime, ends: datetime
) -> None:
    shop = replace(OPEN, timezone=zone, open_weekdays=frozenset(range(7)))

    times = propose(shop, start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), 2, 0)

    assert times.chooses_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == ends
    assert times.chooses_at == times.closes_at


def test_a_shop_that_never_opens_counts_its_days_as_they_are() -> None:
    times = propose(replace(OPEN, open_weekdays=frozenset()), TUESDAY)

    assert times == make_times(TUESDAY)


@given(shops(), moments(), st.integers(1, 5), st.integers(0, 3))
def test_what_is_proposed_is_in_order_and_has_its_days(
    shop: Shop, start: datetime, gathering: int, choosing: int
) -> None:
    times = propose(shop, start, gathering, choosing)

    assert times.is_in_order
    assert times.has_choosing is (choosing > 0)
    assert check_times(times, start) == times
    # The opening that is half over when gathering begins is one more.
    assert time_left(shop, times.gathers_at, times.chooses_at).openings - gathering in (0, 1)
    assert time_left(shop, times.chooses_at, times.closes_at).openings == choosing


@given(shops(), moments(), moments(), st.integers(1, 4))
def test_who_starts_later_never_ends_earlier(shop: Shop, one: datetime, other: datetime, days: int) -> None:
    earlier, later = sorted((one, other))

    assert propose(shop, earlier, days).chooses_at <= propose(shop, later, days).chooses_at


@pytest.mark.parametrize(
    ("gathering", "choosing", "field"),
    [(0, 1, "gathering_days"), (31, 1, "gathering_days"), (2, -1, "choosing_days"), (2, 31, "choosing_days")],
)
def test_a_number_of_days_that_makes_no_sense_is_refused(gathering: int, choosing: int, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        propose(OPEN, TUESDAY, gathering, choosing)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("times", "field"),
    [
        (make_times(gathering=timedelta()), "chooses_at"),
        (make_times(TUESDAY - timedelta(days=3)), "chooses_at"),
        (make_times(choosing=-HOUR), "closes_at"),
        (make_times(choosing=timedelta(days=400)), "closes_at"),
    ],
)
def test_dates_that_cannot_be_so_are_refused_where_they_stand(times: Timetable, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_times(times, TUESDAY)

    assert refused.value.field == field


def test_gathering_may_have_begun_already_when_the_storm_is_announced() -> None:
    times = make_times(TUESDAY - HOUR)

    assert check_times(times, TUESDAY) is times


def later(times: Timetable, step: timedelta) -> Timetable:
    return replace(times, chooses_at=times.chooses_at + step, closes_at=times.closes_at + step)


def test_an_extended_storm_remembers_what_was_announced() -> None:
    storm = make_storm()

    longer = extended(storm, later(storm.times, HOUR), TUESDAY)

    assert longer.times == later(storm.times, HOUR)
    assert longer.first_times == storm.times
    assert longer.extended_at == TUESDAY


def test_choosing_can_be_extended_while_it_goes_on() -> None:
    storm = make_storm()
    now = storm.times.chooses_at + HOUR

    longer = extended(storm, later(storm.times, HOUR), now)

    assert longer.times == replace(storm.times, closes_at=storm.times.closes_at + HOUR)


def test_gathering_can_be_extended_without_choosing() -> None:
    storm = make_storm(times=make_times(choosing=timedelta()))

    assert extended(storm, later(storm.times, HOUR), TUESDAY).times == later(storm.times, HOUR)


def test_a_storm_is_extended_once() -> None:
    storm = make_storm()
    longer = extended(storm, later(storm.times, HOUR), TUESDAY)

    with pytest.raises(Conflict):
        extended(longer, later(longer.times, HOUR), TUESDAY)


@pytest.mark.parametrize("announced", [True, False])
def test_what_does_not_go_on_cannot_be_extended(announced: bool) -> None:
    storm = make_storm(announced=announced)
    now = storm.times.closes_at if announced else TUESDAY

    with pytest.raises(Conflict):
        extended(storm, later(storm.times, timedelta(days=3)), now)


@pytest.mark.parametrize(
    ("chooses", "closes", "field"),
    [
        (-HOUR, timedelta(), "chooses_at"),
        (timedelta(), -HOUR, "closes_at"),
        (-HOUR, HOUR, "chooses_at"),
        (HOUR, -HOUR, "closes_at"),
        (timedelta(), timedelta(), "closes_at"),
    ],
)
def test_nothing_of_a_storm_is_shortened(chooses: timedelta, closes: timedelta, field: str) -> None:
    storm = make_storm()
    times = replace(
        storm.times, chooses_at=storm.times.chooses_at + chooses, closes_at=storm.times.closes_at + closes
    )

    with pytest.raises(InvalidInput) as refused:
        extended(storm, times, TUESDAY)

    assert refused.value.field == field


def test_gathering_longer_does_not_take_choosing_away() -> None:
    storm = make_storm()

    with pytest.raises(InvalidInput):
        extended(storm, replace(storm.times, chooses_at=storm.times.closes_at), TUESDAY)


def test_an_extension_does_not_put_the_beginning_off() -> None:
    storm = make_storm()
    now = storm.times.gathers_at - HOUR

    put_off = extended(storm, make_times(TUESDAY + HOUR), now)

    assert put_off.times.gathers_at == storm.times.gathers_at


def test_an_extension_cannot_reach_beyond_a_year() -> None:
    storm = make_storm()

    with pytest.raises(InvalidInput):
        extended(storm, later(storm.times, LONGEST), TUESDAY)


STEPS = st.integers(-2, 9 * 86_400).map(lambda seconds: timedelta(seconds=seconds))


@given(timetables(), st.floats(-0.5, 1.5), STEPS, STEPS, STEPS)
def test_an_extension_keeps_the_present_phase_and_brings_no_later_one_sooner(
    old: Timetable, part: float, gathers: timedelta, chooses: timedelta, closes: timedelta
) -> None:
    storm = make_storm(times=old)
    now = old.gathers_at + part * (old.closes_at - old.gathers_at)
    new = Timetable(
        gathers_at=old.gathers_at + gathers,
        chooses_at=old.chooses_at + chooses,
        closes_at=old.closes_at + closes,
    )

    longer = storm
    with suppress(AppError):
        longer = extended(storm, new, now)

    assert longer.times.is_in_order
    assert phase_of(longer, now) is phase_of(storm, now)
    for moment in (new.gathers_at, new.chooses_at, new.closes_at, *_edges(old), *_edges(longer.times)):
        assert PHASES.index(phase_of(longer, moment)) <= PHASES.index(phase_of(storm, moment))


def _edges(times: Timetable) -> list[datetime]:
    return [times.gathers_at, times.chooses_at, times.closes_at]


@given(timetables(), st.floats(0, 0.999), st.integers(1, 10**9))
def test_what_goes_on_can_be_extended_whatever_its_dates(old: Timetable, part: float, step: int) -> None:
    storm = make_storm(times=old)
    now = old.gathers_at + part * (old.closes_at - old.gathers_at)

    longer = extended(storm, later(old, timedelta(milliseconds=step)), now)

    assert longer.times.closes_at == old.closes_at + timedelta(milliseconds=step)


def test_each_end_that_has_not_come_yet_is_put_off_by_open_days() -> None:
    times = propose(OPEN, berlin(2026, 11, 13, 9))

    later = put_off(OPEN, times, 1, berlin(2026, 11, 13, 12))
    chosen = put_off(OPEN, times, 2, times.chooses_at)

    assert later == replace(
        times, chooses_at=berlin(2026, 11, 16, 18, 30), closes_at=berlin(2026, 11, 17, 18, 30)
    )
    assert chosen == replace(times, closes_at=berlin(2026, 11, 18, 18, 30))
    with pytest.raises(InvalidInput):
        put_off(OPEN, times, 0, berlin(2026, 11, 13, 12))


@given(shops(), timetables(), moments(), st.integers(1, 30))
def test_what_is_put_off_is_never_shortened_nor_out_of_order(
    shop: Shop, times: Timetable, now: datetime, days: int
) -> None:
    later = put_off(shop, times, days, now)

    assert later.gathers_at == times.gathers_at
    assert later.chooses_at >= times.chooses_at
    assert later.closes_at >= max(times.closes_at, later.chooses_at)
