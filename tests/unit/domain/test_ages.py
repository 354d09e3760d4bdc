"""How old something is, as people count it."""

from __future__ import annotations

import pytest

from app.dates import ago_in_words
from app.domain.ages import Age, Unit
from app.note_words import age_in_words
from tests.shipped import shipped_words


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age(Unit.DAY, 0)),
        (13, Age(Unit.DAY, 13)),
        (14, Age(Unit.WEEK, 2)),
        (20, Age(Unit.WEEK, 2)),
        (59, Age(Unit.WEEK, 8)),
        (60, Age(Unit.MONTH, 2)),
        (729, Age(Unit.MONTH, 24)),
        (730, Age(Unit.YEAR, 2)),
    ],
)
def test_age_is_counted_in_whole_units_of_which_there_are_two(days: int, age: Age) -> None:
    assert Age.of(days) == age


@pytest.mark.parametrize("days", range(2, 1500))
def test_how_old_and_how_long_ago_say_the_same(days: int) -> None:
    english = shipped_words("en")

    assert ago_in_words(days, "en") == f"{age_in_words(days, english)} ago"
