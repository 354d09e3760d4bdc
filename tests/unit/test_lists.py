"""Several things in one sentence."""

from __future__ import annotations

import pytest

from app.lists import listed


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Ben, Priya and Jo"),
        ("de", "Ben, Priya und Jo"),
        ("no such tag", "Ben, Priya and Jo"),
    ],
)
def test_names_are_listed_as_the_language_lists_them(language: str, said: str) -> None:
    assert listed(["Ben", "Priya", "Jo"], language) == said


def test_one_name_stands_alone() -> None:
    assert listed(["Ben"], "en") == "Ben"
