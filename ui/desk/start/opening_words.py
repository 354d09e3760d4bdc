"""Opening hours as a shop writes them on its door: days that are alike stand together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.dates import short_weekdays, time_in_words, weekdays
from app.domain.hours import OpeningHours, WeekHours
from app.words import Words


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """`days`: "Mon to Fri"; `hours`: "eight to half past six"."""

    days: str
    hours: str
    is_closed: bool = False


def opening_lines(open_weekdays: frozenset[int], hours: WeekHours, words: Words) -> list[OpeningLine]:
    """A line for each run of days in the week with the same hours, closed ones too."""
    runs: list[tuple[int, int]] = []
    says = [(day in open_weekdays, hours[day] if day in open_weekdays else None) for day in range(7)]
    for day in range(7):
        if runs and says[day] == says[day - 1]:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return [
        OpeningLine(_days(first, last, words), _hours(*says[first], words), not says[first][0])
        for first, last in runs
    ]


def _days(first: int, last: int, words: Words) -> str:
    names: Sequence[str] = short_weekdays(words.language)
    if first == last:
        return weekdays(words.language)[first]
    return words.tr("%(first)s to %(last)s", first=names[first], last=names[last])


def _hours(is_open: bool, hours: OpeningHours | None, words: Words) -> str:
    if not is_open:
        return words.tr("closed")
    if hours is None:
        return words.tr("open all day")
    opens, closes = (time_in_words(moment, words.language) for moment in (hours.opens, hours.closes))
    if hours.is_overnight:
        return words.tr("%(opens)s to %(closes)s in the night", opens=opens, closes=closes)
    return words.tr("%(opens)s to %(closes)s", opens=opens, closes=closes)
