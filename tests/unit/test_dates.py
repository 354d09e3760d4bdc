"""Dates and days in words."""

from __future__ import annotations

import pytest

from app.dates import short_weekdays


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("en", "Mon", "Sun"), ("de", "Mo", "So"), ("qq", "Mon", "Sun"), ("no such tag", "Mon", "Sun")],
)
def test_the_week_begins_on_monday_in_every_language(language: str, first: str, last: str) -> None:
    names = short_weekdays(language)

    assert (names[0], names[-1], len(names)) == (first, last, 7)
