"""When something of a storm begins and ends, as people say it on the shop's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.storm_times import extended
from app.domain.storms import Phase, Storm, Timetable
from app.storm_when import StormWhen
from tests.shipped import TRANSLATED, shipped_words
from tests.storm_making import make_storm, make_times

BERLIN = "Europe/Berlin"
ENGLISH = shipped_words("en")


def berlin(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """In November 2026; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


MONDAY = berlin(16, 10)
SCREEN = StormWhen(words=ENGLISH, timezone=BERLIN, now=MONDAY)
PAPER = StormWhen(words=ENGLISH, timezone=BERLIN)
MUSIC = make_storm(
    times=Timetable(gathers_at=berlin(16, 8), chooses_at=berlin(18, 12), closes_at=berlin(19, 18)),
    at=berlin(9, 9),
)


@pytest.mark.parametrize(
    ("moment", "until", "at"),
    [
        (berlin(16, 18), "until today, 18:00", "today at 18:00"),
        (berlin(17, 0), "until the end of today", "at the end of today"),
        (berlin(17, 12), "until tomorrow, noon", "tomorrow at noon"),
        (berlin(18, 0), "until the end of tomorrow", "at the end of tomorrow"),
        (berlin(18, 12), "until Wednesday, noon", "on Wednesday at noon"),
        (berlin(22, 8, 30), "until Sunday, 08:30", "on Sunday at 08:30"),
        (berlin(23, 0), "until the end of Sunday", "at the end of Sunday"),
        (berlin(23, 12), "until Monday 23 November, noon", "on Monday 23 November at noon"),
        (berlin(13, 12), "until Friday 13 November, noon", "on Friday 13 November at noon"),
        (berlin(25, 0), "until the end of Tuesday 24 November", "at the end of Tuesday 24 November"),
    ],
)
def test_a_moment_is_named_by_how_near_it_is(moment: datetime, until: str, at: str) -> None:
    assert SCREEN.until(moment) == until
    assert SCREEN.at(moment) == at


def test_today_is_the_shops_own() -> None:
    late = StormWhen(words=ENGLISH, timezone="America/New_York", now=datetime(2026, 11, 17, 3, tzinfo=UTC))

    assert late.until(datetime(2026, 11, 17, 4, 30, tzinfo=UTC)) == "until today, 23:30"


def test_on_paper_every_day_has_its_date() -> None:
    assert PAPER.until(berlin(16, 18)) == "until Monday 16 November, 18:00"
    assert PAPER.call(MUSIC, Phase.GATHERING) == "Build on each other until Wednesday 18 November, noon."
    assert PAPER.call_to_choose(MUSIC) == "Choose until Thursday 19 November, 18:00."


def test_where_there_is_little_room_days_are_short() -> None:
    assert SCREEN.short_until(berlin(18, 12)) == "until Wed 18, noon"
    assert SCREEN.short_until(berlin(19, 0)) == "until the end of Wed 18"
    assert SCREEN.short_day(berlin(9, 9)) == "Mon 9 Nov"
    assert SCREEN.short_day(date(2026, 11, 9)) == "Mon 9 Nov"


@pytest.mark.parametrize(
    ("phase", "call"),
    [
        (Phase.DRAFT, ""),
        (Phase.ANNOUNCED, "Build on each other until Wednesday, noon."),
        (Phase.GATHERING, "Build on each other until Wednesday, noon."),
        (Phase.CHOOSING, "Choose until Thursday, 18:00."),
        (Phase.CLOSED, ""),
    ],
)
def test_customers_are_told_what_they_can_do_and_until_when(phase: Phase, call: str) -> None:
    assert SCREEN.call(MUSIC, phase) == call


def test_a_storm_without_choosing_calls_nobody_to_choose() -> None:
    alone = make_storm(times=make_times(choosing=timedelta()))

    assert SCREEN.call_to_choose(alone) == ""


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (Phase.DRAFT, "Nobody sees it before it is announced."),
        (Phase.ANNOUNCED, "Gathering starts by itself today at 08:00."),
        (Phase.GATHERING, "Choosing starts by itself on Wednesday at noon."),
        (Phase.CHOOSING, "It closes by itself on Thursday at 18:00."),
        (Phase.CLOSED, "What was chosen is counted. Next comes the conclusion."),
        (Phase.CONCLUDED, "Next it is carried out."),
        (Phase.CARRIED_OUT, "Next is a look back, Sunday 3 January."),
        (Phase.LOOKED_BACK, ""),
    ],
)
def test_everybody_is_told_what_comes_next(phase: Phase, said: str) -> None:
    storm = replace(MUSIC, carried_out_on=date(2026, 12, 4))

    assert SCREEN.next_step(storm, phase) == said


def test_without_choosing_gathering_is_followed_by_the_end() -> None:
    alone = replace(MUSIC, times=replace(MUSIC.times, closes_at=MUSIC.times.chooses_at))

    assert SCREEN.next_step(alone, Phase.GATHERING) == "It closes by itself on Wednesday at noon."


def put_off(storm: Storm, gathering: datetime, end: datetime, now: datetime) -> Storm:
    return extended(storm, replace(storm.times, chooses_at=gathering, closes_at=end), now)


def test_an_extension_is_told_with_what_was_said_at_first() -> None:
    longer = put_off(MUSIC, berlin(19, 12), berlin(20, 18), MONDAY)
    while_choosing = StormWhen(words=ENGLISH, timezone=BERLIN, now=berlin(19, 13))

    assert SCREEN.extension(longer) == (
        "Extended once, until Thursday, noon. At first it was until Wednesday, noon."
    )
    assert while_choosing.extension(longer) == (
        "Extended once, until tomorrow, 18:00. At first it was until today, 18:00."
    )


def test_an_extension_tells_of_the_end_that_was_put_off() -> None:
    end = put_off(MUSIC, berlin(18, 12), berlin(20, 18), MONDAY)
    gathering = put_off(MUSIC, berlin(19, 12), berlin(19, 18), MONDAY)

    assert SCREEN.extension(end).startswith("Extended once, until Friday, 18:00.")
    for told in (SCREEN, StormWhen(words=ENGLISH, timezone=BERLIN, now=berlin(19, 13))):
        assert told.extension(gathering).startswith("Extended once, until")
    assert SCREEN.extension(MUSIC) == ""


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_language_tells_each_moment(language: str) -> None:
    told = StormWhen(words=shipped_words(language), timezone=BERLIN, now=MONDAY)

    for hours in range(0, 300, 6):
        moment = MONDAY.replace(hour=23) + timedelta(hours=hours)
        for said in (told.until(moment), told.at(moment), told.short_until(moment)):
            assert "%(" not in said
