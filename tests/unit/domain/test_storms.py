"""A storm's phase follows from its dates, the owner's steps and the clock: no gap, no overlap, no way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim_codes import ALPHABET
from app.domain.errors import InvalidInput
from app.domain.storms import (
    PHASES,
    Phase,
    Storm,
    Timetable,
    Ways,
    clean_about,
    clean_question,
    ends_at,
    is_sealed,
    new_storm_code,
    parse_storm_code,
    phase_of,
    takes_ideas,
)
from tests.hostile import HOSTILE
from tests.making import TUESDAY
from tests.storm_making import make_storm, make_times, moments, timetables

MOMENT = timedelta(milliseconds=1)
_GATHERED = {Phase.ANNOUNCED, Phase.GATHERING}
STEPS: tuple[Callable[[Storm, datetime], Storm], ...] = (
    lambda storm, at: replace(storm, announced_at=at),
    lambda storm, at: replace(storm, concluded_at=at),
    lambda storm, at: replace(storm, carried_out_at=at),
    lambda storm, at: replace(storm, looked_back_at=at),
)


@given(timetables(), st.lists(moments(), min_size=2), st.integers(0, len(STEPS)))
def test_as_time_goes_on_no_phase_comes_back(times: Timetable, when: list[datetime], steps: int) -> None:
    storm = make_storm(times=times, announced=False)
    for step in STEPS[:steps]:
        storm = step(storm, TUESDAY)
    edges = [times.gathers_at, times.chooses_at, times.closes_at]

    seen = [PHASES.index(phase_of(storm, now)) for now in sorted(when + edges)]

    assert seen == sorted(seen)


@given(timetables(), moments())
def test_every_moment_lies_in_the_one_phase_whose_begin_and_end_are_around_it(
    times: Timetable, now: datetime
) -> None:
    storm = make_storm(times=times)
    spans = {
        Phase.ANNOUNCED: now < times.gathers_at,
        Phase.GATHERING: times.gathers_at <= now < times.chooses_at,
        Phase.CHOOSING: times.chooses_at <= now < times.closes_at,
        Phase.CLOSED: times.closes_at <= now,
    }

    assert [phase for phase, holds in spans.items() if holds] == [phase_of(storm, now)]


@given(timetables())
def test_a_phase_goes_on_to_the_last_moment_before_its_end(times: Timetable) -> None:
    storm = make_storm(times=times)
    ending = [
        phase for phase in Phase if ends_at(storm, phase) and (times.has_choosing or phase in _GATHERED)
    ]

    for phase in ending:
        end = ends_at(storm, phase) or TUESDAY
        assert phase_of(storm, end - MOMENT) is phase
        assert phase_of(storm, end) is not phase


def test_only_what_time_ends_has_an_end() -> None:
    storm = make_storm()

    assert {phase for phase in Phase if ends_at(storm, phase)} == {
        Phase.ANNOUNCED,
        Phase.GATHERING,
        Phase.CHOOSING,
    }


def test_the_owners_steps_lead_on_from_draft_to_looked_back() -> None:
    storm = make_storm(announced=False)
    closed = storm.times.closes_at
    seen = [phase_of(storm, closed)]

    for step in STEPS:
        storm = step(storm, closed)
        seen.append(phase_of(storm, closed))

    assert seen == [
        Phase.DRAFT,
        Phase.CLOSED,
        Phase.CONCLUDED,
        Phase.CARRIED_OUT,
        Phase.LOOKED_BACK,
    ]


def test_a_storm_without_choosing_goes_from_gathering_to_closed() -> None:
    storm = make_storm(times=make_times(choosing=timedelta()))

    assert phase_of(storm, storm.times.chooses_at - MOMENT) is Phase.GATHERING
    assert phase_of(storm, storm.times.chooses_at) is Phase.CLOSED


@given(timetables(), moments())
def test_me_toos_are_sealed_exactly_until_choosing_begins(times: Timetable, now: datetime) -> None:
    storm = make_storm(times=times)

    assert is_sealed(storm, now) is (phase_of(storm, now) in {Phase.ANNOUNCED, Phase.GATHERING})


def test_a_draft_is_sealed_whatever_its_dates() -> None:
    assert is_sealed(make_storm(announced=False), TUESDAY + timedelta(days=99))


@given(timetables(), moments())
def test_an_idea_that_comes_at_once_is_taken_exactly_while_gathering(times: Timetable, now: datetime) -> None:
    storm = make_storm(times=times)

    assert takes_ideas(storm, now, now) is (phase_of(storm, now) is Phase.GATHERING)


def test_what_a_kiosk_pinned_in_time_is_taken_until_the_storm_closes() -> None:
    storm = make_storm()
    in_time = storm.times.chooses_at - MOMENT

    assert takes_ideas(storm, in_time, storm.times.closes_at - MOMENT)
    assert not takes_ideas(storm, in_time, storm.times.closes_at)
    assert not takes_ideas(storm, storm.times.chooses_at, storm.times.chooses_at)


def test_what_was_pinned_before_gathering_is_not_taken_later() -> None:
    storm = make_storm()

    assert not takes_ideas(storm, storm.times.gathers_at - MOMENT, storm.times.gathers_at)


def test_a_kiosk_whose_clock_is_ahead_does_not_begin_the_gathering() -> None:
    storm = make_storm()

    assert not takes_ideas(storm, storm.times.gathers_at, storm.times.gathers_at - timedelta(hours=1))


def test_neither_a_draft_nor_a_concluded_storm_takes_ideas() -> None:
    now = make_times().gathers_at

    assert not takes_ideas(make_storm(announced=False), now, now)
    assert not takes_ideas(replace(make_storm(), concluded_at=now), now, now)


@pytest.mark.parametrize(
    ("ways", "votes", "ballots"),
    [(Ways.VOTES, True, False), (Ways.BALLOTS, False, True), (Ways.BOTH, True, True)],
)
def test_customers_choose_in_the_ways_the_owner_named(ways: Ways, votes: bool, ballots: bool) -> None:
    storm = replace(make_storm(), ways=ways)

    assert (storm.takes_votes, storm.takes_ballots) == (votes, ballots)


codes = st.builds(new_storm_code)


@given(codes)
def test_a_code_is_recognised_however_it_is_typed(code: str) -> None:
    typed = f"{code[:3]}-{code[3:]}".lower().replace("0", "o").replace("1", "i")

    assert parse_storm_code(f" {typed} ") == code
    assert parse_storm_code(typed.replace("i", "l")) == code


@given(codes)
def test_each_single_wrong_character_is_noticed(code: str) -> None:
    wrong = [
        code[:place] + other + code[place + 1 :]
        for place in range(len(code))
        for other in ALPHABET
        if other != code[place]
    ]

    assert not any(parse_storm_code(each) for each in wrong)


@given(st.text() | st.sampled_from(HOSTILE))
def test_any_text_is_a_code_or_none(text: str) -> None:
    parsed = parse_storm_code(text)

    assert parsed is None or parse_storm_code(parsed) == parsed


def test_a_question_has_to_be_asked_and_to_fit_a_poster() -> None:
    assert clean_question("  What music\non Friday nights? ") == "What music on Friday nights?"
    for text in ("", " \n", "\u3164", "W" * 91):
        with pytest.raises(InvalidInput) as refused:
            clean_question(text)
        assert refused.value.field == "question"


def test_what_it_is_asked_for_may_be_left_out_but_not_be_too_long() -> None:
    assert clean_about("\u200b") == ""
    with pytest.raises(InvalidInput) as refused:
        clean_about("W" * 301)
    assert refused.value.field == "about"
