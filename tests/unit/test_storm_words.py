"""What every face says of a storm: what is left, what was chosen, and the invitation to build."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app import storm_words
from app.domain.open_time import TimeLeft
from app.domain.storms import Phase, Ways
from app.domain.tallies import Count, Tally
from tests.shipped import TRANSLATED, shipped_words

ENGLISH = shipped_words("en")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
A, B, C = (UUID(int=number) for number in range(1, 4))


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (TimeLeft(2, 11 * HOUR), "2 days left in opening hours"),
        (TimeLeft(12, 99 * HOUR), "12 days left in opening hours"),
        (TimeLeft(1, 3 * HOUR + 59 * MINUTE, until_closing=True), "3 hours left"),
        (TimeLeft(1, 4 * HOUR), "4 hours left in opening hours"),
        (TimeLeft(1, 2 * HOUR - MINUTE, until_closing=True), "115 minutes left"),
        (TimeLeft(1, 45 * MINUTE), "45 minutes left in opening hours"),
        (TimeLeft(1, 9.9 * MINUTE, until_closing=True), "9 minutes left"),
        (TimeLeft(1, MINUTE, until_closing=True), "1 minute left"),
        (TimeLeft(1, 0.5 * MINUTE), "Less than a minute left"),
        (TimeLeft(0, timedelta()), "Ends before the shop opens again"),
    ],
)
def test_what_is_left_is_told_in_days_then_hours_then_minutes(left: TimeLeft, said: str) -> None:
    assert storm_words.left_words(left, ENGLISH) == said


def test_every_phase_and_every_way_of_choosing_has_a_word() -> None:
    words = [storm_words.phase_word(phase, ENGLISH) for phase in Phase]
    ways = [storm_words.ways_words(way, ENGLISH) for way in Ways]

    assert words[:3] == ["Draft", "Announced", "Gathering"]
    assert len({*words, *ways}) == len(Phase) + len(Ways)


def test_ideas_and_chains_are_counted() -> None:
    assert storm_words.gathered_words(27, 9, ENGLISH) == "27 ideas, 9 chains"
    assert storm_words.gathered_words(2, 1, ENGLISH) == "2 ideas, 1 chain"
    assert storm_words.gathered_words(1, 0, ENGLISH) == "1 idea"
    assert storm_words.gathered_words(0, 0, ENGLISH) == ""


@pytest.mark.parametrize(
    ("name", "said"), [("Ana", "Ana said this. And you?"), ("", "A guest said this. And you?")]
)
def test_the_next_customer_is_invited_to_build(name: str, said: str) -> None:
    assert storm_words.invitation(name, ENGLISH) == said


def test_an_invitation_may_quote_whatever_was_said() -> None:
    assert (
        storm_words.quoting_invitation("Ana", "100 %(sure)s!", ENGLISH)
        == "Ana said: “100 %(sure)s!” And you?"
    )


def tally(*totals: int, choosers: int = 9) -> Tally:
    ids = (UUID(int=number) for number in range(1, 9))
    return Tally(tuple(Count(id, total, 0) for id, total in zip(ids, totals, strict=False)), choosers)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (tally(), ["There was nothing to choose among."]),
        (tally(0, 0, choosers=0), ["Nobody chose."]),
        (tally(9, 1), []),
        (tally(4, 4, 1), ["A tie: 2 ideas share the first place."]),
        (tally(1, 0, choosers=1), ["Only 1 person chose, so the numbers say little."]),
        (
            tally(1, 1, 1, choosers=3),
            [
                "A tie: 3 ideas share the first place.",
                "Only 3 people chose, so the numbers say little.",
            ],
        ),
    ],
)
def test_ties_and_thin_turnouts_are_said_plainly(counted: Tally, said: list[str]) -> None:
    assert storm_words.tally_sentences(counted, ENGLISH) == said


@pytest.mark.parametrize(("count", "said"), [(0, "not chosen"), (1, "chosen once"), (12, "chosen 12 times")])
def test_how_often_an_idea_was_chosen_is_said_in_words(count: int, said: str) -> None:
    assert storm_words.chosen_words(count, ENGLISH) == said


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_language_can_say_all_of_it_for_any_number(language: str) -> None:
    words = shipped_words(language)

    for number in range(120):
        left = TimeLeft(number % 9, number * MINUTE, until_closing=number % 2 == 0)
        assert storm_words.left_words(left, words)
        assert storm_words.gathered_words(number + 1, number, words)
        assert storm_words.choosers_words(number, words)
        assert storm_words.chosen_words(number, words)
        assert storm_words.tally_sentences(tally(*[1] * (number % 8), choosers=number % 6), words) is not None
