"""How insights say periods, steps of time and open days."""

from __future__ import annotations

from datetime import date

from app.dates import month_in_words, month_name, short_day
from app.domain.insights import Period, Span
from app.domain.translation import mark
from app.words import Words
from ui.shared.charts.grid import Tick

PERIOD_WORDS = {
    Period.MONTH: mark("4 weeks"),
    Period.QUARTER: mark("12 weeks"),
    Period.YEAR: mark("A year"),
    Period.ALL: mark("All"),
}
# A span of so few weeks names each of them below its bars.
SHORT_SPAN = 6


def step_words(span: Span, step: int, words: Words) -> str:
    """ "week of 16 November", or a month by its name and year."""
    start = span.starts[step]
    if span.by_month:
        return month_in_words(start, words.language)
    return words.tr("week of %(day)s", day=short_day(start, words.language))


def ticks(span: Span, words: Words) -> list[Tick]:
    """Where a month begins, or a year where steps are months; a short span names its weeks."""
    if span.by_month:
        return [
            Tick(step, str(day.year)) for step, day in enumerate(span.starts) if step == 0 or day.month == 1
        ]
    if len(span.starts) <= SHORT_SPAN:
        return [Tick(step, short_day(day, words.language)) for step, day in enumerate(span.starts)]
    return [
        Tick(step, month_name(day, words.language))
        for step, day in enumerate(span.starts)
        if step == 0 or _begins_month(day, span.starts[step - 1])
    ]


def _begins_month(day: date, before: date) -> bool:
    return day.month != before.month
