"""Time as the shop counts it: by its openings. Two open days are over when the second of them closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.open_now import Opening, opening_of
from app.domain.promise import LONGEST_SEARCH_DAYS
from app.domain.shop import Shop

# A year from today on, and what may reach into it.
_DAYS_LOOKED_AT = LONGEST_SEARCH_DAYS + 3
_NOTHING = timedelta()
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What is left until a moment: in how many openings, and how long the door is open in them all.

    `until_closing` says that it ends within the opening that runs now.
    """

    openings: int
    open_for: timedelta
    until_closing: bool = False


def closing_after(shop: Shop, start: datetime, open_days: int) -> datetime:
    """When the `open_days`-th open day from `start` on closes, in UTC.

    The day of `start` counts if at least half of its opening is still to come. Of a shop that never opens the
    days are counted as they are.
    """
    missing = max(1, open_days)
    for opens, closes in _openings(shop, start):
        if max(opens, start) - opens <= (closes - opens) / 2:
            missing -= 1
        if missing == 0:
            return closes
    return start + timedelta(days=max(1, open_days))


def next_opening(shop: Shop, moment: datetime) -> datetime:
    """`moment` itself while the shop is open, else when it opens next, in UTC."""
    return next((max(opens, moment) for opens, _ in _openings(shop, moment)), moment)


def open_time(shop: Shop, start: datetime, end: datetime) -> timedelta:
    """How long the shop is open between the two moments; a night with 25 hours has 25."""
    return time_left(shop, start, end).open_for


def time_left(shop: Shop, now: datetime, until: datetime) -> TimeLeft:
    """The shop's open time from `now` to `until`; nothing once that is over."""
    if until <= now:
        return TimeLeft(0, _NOTHING)
    openings, open_for, runs = 0, _NOTHING, False
    for opens, closes in _openings(shop, now):
        if opens >= until:
            break
        openings += 1
        open_for += min(closes, until) - max(opens, now)
        runs = runs or (opens <= now and until <= closes)
    return TimeLeft(openings, open_for, runs)


def _openings(shop: Shop, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Begin and end of each opening that ends after `start`, in UTC, for a year."""
    zone = ZoneInfo(shop.timezone)
    # From before yesterday: where an opening begins may hang on the end of the one before it.
    first = start.astimezone(zone).date() - timedelta(days=2)
    reached = _NEVER
    for offset in range(_DAYS_LOOKED_AT):
        opens, closes = _in_utc(opening_of(shop, first + timedelta(days=offset)), zone)
        # An overnight opening may reach into the next one: no time is counted twice.
        opens, reached = max(opens, reached), max(closes, reached)
        if closes > start and closes > opens:
            yield opens, closes


def _in_utc(opening: Opening | None, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Nothing, as an empty opening, on a closed day."""
    if opening is None:
        return _NEVER, _NEVER
    return (
        opening.opens.replace(tzinfo=zone).astimezone(UTC),
        opening.closes.replace(tzinfo=zone).astimezone(UTC),
    )


def open_day_of(shop: Shop, moment: datetime) -> date:
    """The shop's date of the moment just before: what ends at midnight belongs to the day before it."""
    return shop.local_date(moment - timedelta(microseconds=1))
