"""When the shop is open, as its kiosk says it to people who pass by."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.dates import time_in_words, weekday_in_words
from app.domain.promise import is_open
from app.domain.shop import Shop
from app.kiosk.facts import ShopFacts
from app.words import Words

FARTHEST_DAYS = 14


def opening_sentence(facts: ShopFacts, now: datetime, words: Words) -> str:
    """ "Open today until half past six", or when it opens next. Empty where nothing is known of hours."""
    if facts.is_open(now):
        closes = facts.closes_at(now)
        if closes is None:
            return ""
        return words.tr("Open today until %(time)s", time=time_in_words(closes, words.language))
    local = now.astimezone(ZoneInfo(facts.shop.timezone)).replace(tzinfo=None)
    following = _next_opening(facts.shop, local)
    return "" if following is None else _opens(following, local.date(), words)


def _next_opening(shop: Shop, local: datetime) -> datetime | None:
    """On the shop's own clock; a day without hours opens with the day."""
    for ahead in range(FARTHEST_DAYS + 1):
        day = local.date() + timedelta(days=ahead)
        hours = shop.hours[day.weekday()]
        opens = datetime.combine(day, hours.opens if hours else time())
        if is_open(shop, day) and opens > local:
            return opens
    return None


def _opens(moment: datetime, today: date, words: Words) -> str:
    at = time_in_words(moment.time(), words.language)
    is_whole_day = moment.time() == time()
    match (moment.date() - today).days:
        case 0:
            return words.tr("Opens today at %(time)s", time=at)
        case 1 if is_whole_day:
            return words.tr("Open again tomorrow")
        case 1:
            return words.tr("Opens tomorrow at %(time)s", time=at)
    day = weekday_in_words(moment.date(), words.language)
    if is_whole_day:
        return words.tr("Open again on %(day)s", day=day)
    return words.tr("Opens on %(day)s at %(time)s", day=day, time=at)
