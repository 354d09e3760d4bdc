"""Dates as people say them, in their own language."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, format_timedelta, get_day_names

from app.domain.ages import Age


def day_in_words(day: date, language: str) -> str:
    """With its whole weekday and without the year: "Monday 23 November"."""
    locale = locale_of(language)
    wanted = locale.datetime_skeletons.get("MMMMEEEEd")
    # Most languages have no pattern for just this, and the nearest one shortens the weekday.
    pattern = wanted.pattern if wanted else _YEAR.sub("", locale.date_formats["full"].pattern)
    return format_date(day, pattern, locale)


def short_day(day: date, language: str) -> str:
    """Without weekday and year: "24 December"."""
    return format_skeleton("MMMMd", day, locale=locale_of(language))


def table_day(day: date, this_year: int, language: str) -> str:
    """As short as a column wants it: "12 Oct", of another year "12 Oct 2025"."""
    wanted = "MMMd" if day.year == this_year else "yMMMd"
    return format_skeleton(wanted, day, locale=locale_of(language))


def day_and_year(day: date, language: str) -> str:
    """ "4 December 2026"."""
    return format_date(day, "long", locale_of(language))


def month_in_words(day: date, language: str) -> str:
    """Month and year: "November 2026"."""
    return format_skeleton("yMMMM", day, locale=locale_of(language))


def month_name(day: date, language: str) -> str:
    """ "November", as it stands alone in a calendar."""
    return format_date(day, "LLLL", locale_of(language))


def moment_in_words(moment: datetime, language: str, timezone: str) -> str:
    """Day and time on the shop's clock: "16 Nov, 9:40"."""
    local, locale = moment.astimezone(ZoneInfo(timezone)), locale_of(language)
    return f"{format_skeleton('MMMd', local, locale=locale)}, {format_skeleton('Hm', local, locale=locale)}"


def ago_in_words(days: int, language: str) -> str:
    """How long ago, in the unit that says it in more than one: "5 weeks ago"."""
    age = Age.of(days)
    # Whole units: babel rounds, and what was two weeks on the wall would be three here.
    whole = timedelta(days=age.count * age.unit)
    return format_timedelta(
        -whole, granularity="day", threshold=2, add_direction=True, locale=locale_of(language)
    )


def short_weekdays(language: str) -> list[str]:
    """Monday first: "Mon", "Tue"."""
    names = get_day_names("abbreviated", context="stand-alone", locale=locale_of(language))
    return [names[day] for day in range(7)]


def weekdays(language: str) -> list[str]:
    """Monday first: "Monday", "Tuesday"."""
    names = get_day_names("wide", context="stand-alone", locale=locale_of(language))
    return [names[day] for day in range(7)]


def weekday_in_words(day: date, language: str) -> str:
    """ "Monday", as it stands within a sentence."""
    return str(get_day_names("wide", context="format", locale=locale_of(language))[day.weekday()])


def time_in_words(moment: time, language: str) -> str:
    """As people say it: "half past six". Where that is not written down for a language, by the clock."""
    if language.split("-")[0] != "en" or moment.minute not in _PAST:
        return format_time(moment, "short", locale=locale_of(language))
    if (moment.hour, moment.minute) in _BY_NAME:
        return _BY_NAME[moment.hour, moment.minute]
    hour = moment.hour + (moment.minute == _QUARTER_TO)
    return _PAST[moment.minute] % _HOURS[hour % 12]


_YEAR = re.compile(r"(\s*'de')?\s*y年?")
_QUARTER_TO = 45
_PAST = {0: "%s", 15: "quarter past %s", 30: "half past %s", _QUARTER_TO: "quarter to %s"}
_HOURS = (
    *("twelve", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten", "eleven"),
)
_BY_NAME = {(0, 0): "midnight", (12, 0): "noon"}


def locale_of(language: str) -> Locale:
    """British order for plain English: this is a shop's wall, not a form to file."""
    wanted = "en-GB" if language == "en" else language
    try:
        return Locale.parse(wanted, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
