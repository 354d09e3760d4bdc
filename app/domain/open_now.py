"""Whether the shop's door is open at a moment, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.promise import is_open
from app.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening, on the shop's own clock; `closes` may be on the next day."""

    opens: datetime
    closes: datetime


def is_open_at(shop: Shop, moment: datetime) -> bool:
    """Whether the shop's door is open at `moment`."""
    return _span_at(shop, moment) is not None


def closing_time(shop: Shop, moment: datetime) -> time | None:
    """When the shop closes that is open at `moment`; None while it is closed or open through the night."""
    span = _span_at(shop, moment)
    if span is None or span.closes - span.opens >= timedelta(days=1):
        return None
    return span.closes.time()


def opened_at(shop: Shop, moment: datetime) -> datetime | None:
    """Since when the shop is open that is open at `moment`; None while it is closed."""
    span = _span_at(shop, moment)
    return None if span is None else span.opens.replace(tzinfo=ZoneInfo(shop.timezone)).astimezone(UTC)


def opening_time(shop: Shop, moment: datetime) -> time | None:
    """When the shop opens that is closed at `moment` and opens later on the same day."""
    local = moment.astimezone(ZoneInfo(shop.timezone)).replace(tzinfo=None)
    span = opening_of(shop, local.date())
    return span.opens.time() if span is not None and local < span.opens else None


def _span_at(shop: Shop, moment: datetime) -> Opening | None:
    """Opening hours of yesterday may reach into today."""
    local = moment.astimezone(ZoneInfo(shop.timezone)).replace(tzinfo=None)
    spans = (opening_of(shop, local.date() - timedelta(days=back)) for back in (0, 1))
    return next((span for span in spans if span is not None and span.opens <= local < span.closes), None)


def opening_of(shop: Shop, day: date) -> Opening | None:
    """The opening that begins on `day`; None on a day that is not open at all."""
    if not is_open(shop, day):
        return None
    midnight = datetime.combine(day, time())
    hours = shop.hours[day.weekday()]
    if hours is None:
        return Opening(midnight, midnight + timedelta(days=1))
    closes = datetime.combine(day, hours.closes)
    return Opening(
        datetime.combine(day, hours.opens), closes + timedelta(days=1) if hours.is_overnight else closes
    )
