"""Dates and days in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.dates import (
    day_and_year,
    day_in_words,
    short_weekdays,
    time_in_words,
    weekday_in_words,
)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("en", "Mon", "Sun"), ("de", "Mo", "So"), ("qq", "Mon", "Sun"), ("no such tag", "Mon", "Sun")],
)
def test_the_week_begins_on_monday_in_every_language(language: str, first: str, last: str) -> None:
    names = short_weekdays(language)

    assert (names[0], names[-1], len(names)) == (first, last, 7)


@pytest.mark.parametrize(
    ("moment", "language", "said"),
    [
        (time(18, 30), "en", "half past six"),
        (time(18, 45), "en-GB", "quarter to seven"),
        (time(0, 15), "en", "quarter past twelve"),
        (time(12), "en", "noon"),
        (time(18, 25), "en", "18:25"),
        (time(18, 30), "de", "18:30"),
        (time(18, 30), "ja", "18:30"),
    ],
)
def test_times_are_said_as_people_say_them(moment: time, language: str, said: str) -> None:
    assert time_in_words(moment, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "4 December 2026"), ("de", "4. Dezember 2026"), ("ja", "2026年12月4日")],
)
def test_a_day_with_its_year(language: str, said: str) -> None:
    assert day_and_year(date(2026, 12, 4), language) == said


def test_a_weekday_stands_within_a_sentence() -> None:
    monday = date(2026, 11, 23)

    assert [weekday_in_words(monday, tag) for tag in ("en", "pl", "ar")] == [
        "Monday",
        "poniedziałek",
        "الاثنين",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Monday 23 November"),
        ("ar", "الاثنين، 23 نوفمبر"),
        ("de", "Montag, 23. November"),
        ("es", "lunes, 23 de noviembre"),
        ("fr", "lundi 23 novembre"),
        ("hi", "सोमवार, 23 नवंबर"),
        ("it", "lunedì 23 novembre"),
        ("ja", "11月23日月曜日"),
        ("pl", "poniedziałek, 23 listopada"),
        ("pt", "segunda-feira, 23 de novembro"),
        ("tr", "23 Kasım Pazartesi"),
        ("zh", "11月23日星期一"),
    ],
)
def test_a_day_is_said_with_its_whole_weekday_and_without_the_year(language: str, said: str) -> None:
    assert day_in_words(date(2026, 11, 23), language) == said
