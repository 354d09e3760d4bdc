"""Storms and shops that tests are made of: one by hand, and any that Hypothesis thinks of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from app.domain.hours import OpeningHours
from app.domain.ids import new_id
from app.domain.shop import EVERY_WEEKDAY, Shop
from app.domain.storms import Storm, Timetable, new_storm_code
from tests.making import TUESDAY

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
# Each holds a night in which the clocks of one of these zones change, and a turn of the year.
_DAYS = st.dates(date(2026, 1, 1), date(2027, 4, 30))
_TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


def make_times(
    gathers_at: datetime = TUESDAY,
    *,
    gathering: timedelta = timedelta(days=2),
    choosing: timedelta = timedelta(days=1),
) -> Timetable:
    chooses_at = gathers_at + gathering
    return Timetable(gathers_at=gathers_at, chooses_at=chooses_at, closes_at=chooses_at + choosing)


def make_storm(
    question: str = "What music on Friday nights?",
    *,
    times: Timetable | None = None,
    announced: bool = True,
    at: datetime = TUESDAY - timedelta(days=8),
) -> Storm:
    return Storm(
        id=new_id(at),
        code=new_storm_code(),
        question=question,
        times=times or make_times(),
        made_at=at,
        announced_at=at if announced else None,
    )


def moments() -> st.SearchStrategy[datetime]:
    """Any second from the beginning of 2026 to the spring of 2027."""
    first = datetime(2026, 1, 1, tzinfo=UTC)
    return st.integers(0, 480 * 86_400).map(lambda seconds: first + timedelta(seconds=seconds))


def timetables() -> st.SearchStrategy[Timetable]:
    """Any that is in order, with and without choosing."""
    lengths = st.integers(0, 20 * 86_400_000).map(lambda milliseconds: timedelta(milliseconds=milliseconds))
    return st.builds(
        lambda gathers_at, gathering, choosing: make_times(
            gathers_at, gathering=gathering + timedelta(milliseconds=1), choosing=choosing
        ),
        moments(),
        lengths,
        lengths | st.just(timedelta()),
    )


def shops(*, least_weekdays: int = 1) -> st.SearchStrategy[Shop]:
    """Any hours, also through the night and the whole day, closed days, and zones whose clocks change."""
    hours = st.none() | st.builds(OpeningHours, _TIMES, _TIMES)
    return st.builds(
        lambda zone, week, weekdays, closed: Shop(
            id=UUID(int=1), name="Bakery", owner="Marta", timezone=zone, hours=week,
            open_weekdays=weekdays, closed_days=closed,
        ),
        st.sampled_from(ZONES),
        st.tuples(*[hours] * 7),
        st.frozensets(st.sampled_from(sorted(EVERY_WEEKDAY)), min_size=least_weekdays),
        st.frozensets(_DAYS, max_size=6),
    )  # fmt: skip
