"""Dates as people say them, in their own language."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, get_day_names


def day_in_words(day: date, language: str) -> str:
    """With its weekday and without the year: "Monday, November 23"."""
    return format_skeleton("MMMMEEEEd", day, locale=_locale(language))


def short_day(day: date, language: str) -> str:
    """Without weekday and year: "24 December"."""
    return format_skeleton("MMMMd", day, locale=_locale(language))


def month_in_words(day: date, language: str) -> str:
    """Month and year: "November 2026"."""
    return format_skeleton("yMMMM", day, locale=_locale(language))


def moment_in_words(moment: datetime, language: str, timezone: str) -> str:
    """Day and time on the shop's clock: "16 Nov, 9:40"."""
    local, locale = moment.astimezone(ZoneInfo(timezone)), _locale(language)
    return f"{format_skeleton('MMMd', local, locale=locale)}, {format_skeleton('Hm', local, locale=locale)}"


def short_weekdays(language: str) -> list[str]:
    """Monday first: "Mon", "Tue"."""
    names = get_day_names("abbreviated", context="stand-alone", locale=_locale(language))
    return [names[day] for day in range(7)]


def _locale(language: str) -> Locale:
    """British order for plain English: this is a shop's wall, not a form to file."""
    wanted = "en-GB" if language == "en" else language
    try:
        return Locale.parse(wanted, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
