"""A storm's tab and page without their QML: phases by the clock, chains in order, counts only when they may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.storms import Ways
from app.kiosk.notes import Tab
from tests.kiosk_making import hang, make_note, storm_json, take_down, tally_json
from tests.making import TUESDAY, SetClock
from tests.storm_making import make_storm, make_times
from tests.ui.kiosk.storm.conftest import STORM, House, given_to
from ui.kiosk.storm.laying import MOST_OF_A_CHAIN, newest_first
from ui.kiosk.storm.tabs import StormTab

Build = Callable[..., House]
TWO_DAYS = timedelta(days=2)
ENDING = {
    "heard": "Something quiet.", "decided": "Priya's neighbour plays.", "because": None, "thanks": "Bring a hat.",
    "rests_on_none": None, "signed": "Marta", "created_at": "2026-11-17T08:00:00Z",
}  # fmt: skip


def tabs(made: House) -> list[tuple[str, str]]:
    return [(tab.title, tab.left) for tab in made.room.tabs.all if isinstance(tab, StormTab)]


def choosing(made: House, *places: int, ways: Ways = Ways.VOTES) -> dict[str, object]:
    """As the server tells it once one chooses among these contributions."""
    ids = [note.id for note in made.core.board.of_storm(STORM.code)]
    among = [ids[place] for place in places]
    tally = tally_json(dict.fromkeys(among, 0))
    told = replace(STORM, ways=ways)
    return storm_json(told, sealed=False, shortlist=[str(id) for id in among], tally=tally)


def test_each_running_storm_has_a_tab_with_what_is_left_of_it(house: Build) -> None:
    other = make_storm("Which bread?", times=make_times(TUESDAY + TWO_DAYS))

    made = house(0, storm_json(STORM), storm_json(other))

    assert tabs(made) == [
        ("Storm: What music on Friday nights?", "3 days left"),
        ("Storm: Which bread?", "begins soon"),
    ]


def test_without_storms_there_are_no_tabs(house: Build) -> None:
    made = house()

    made.tell()

    assert tabs(made) == []
    assert not made.wall.hasStormTabs


def test_the_tab_follows_the_clock_without_a_server(house: Build, clock: SetClock) -> None:
    made = house(3)

    made.pass_time(clock, timedelta(days=3))

    assert tabs(made)[0][1] == "counting"


def test_the_latest_chain_comes_first_and_is_joined_by_its_words(house: Build) -> None:
    made = house(11)

    made.choose(STORM)

    assert made.parts[0].text.startswith("عود")
    chain = [part for part in made.parts if part.name in ("Sam", "Yuki")]
    assert [(part.link, part.to) for part in chain] == [("but", ""), ("and", "")]
    assert [part.to for part in made.parts if part.name == "Tomasz"] == ["to what Chloe said"]


def test_a_long_chain_shows_how_it_began_and_what_came_last() -> None:
    notes = [make_note("First", storm=STORM.code)]
    for place in range(1, 30):
        at = TUESDAY + timedelta(minutes=place)
        notes.append(make_note(f"Idea {place}", at=at, builds_on=notes[-1].id, storm=STORM.code))

    (pieces,) = newest_first(notes)

    assert [piece.note.text for piece in pieces] == ["First", *(f"Idea {place}" for place in range(25, 30))]
    assert len(pieces) == MOST_OF_A_CHAIN
    assert pieces[1].left_out == 24


def test_gathering_shows_no_counts_and_invites_to_build(house: Build, qtbot: QtBot) -> None:
    made = house(11)
    made.choose(STORM)
    page = made.room.page

    assert {part.count for part in made.parts} == {""}
    assert not any(part.canChoose for part in made.parts)
    assert (page.isInviting, page.inviter) == (True, "ليلى said")
    with qtbot.waitSignal(page.build_requested) as asked:
        page.build()
    assert asked.args == [made.core.board.of_storm(STORM.code)[-1].id]


def test_nobody_is_invited_where_nobody_has_said_anything(house: Build) -> None:
    made = house()
    made.choose(STORM)

    assert made.room.page.isEmpty
    assert not made.room.page.isInviting
    assert made.room.page.telling.emptyWords == "Nobody has said anything yet. What do you say?"


def test_the_pin_goes_into_the_storm_only_while_it_gathers(house: Build, clock: SetClock) -> None:
    made = house(3)
    assert made.wall.bar.pinWord == "Pin an idea"
    made.choose(STORM)
    assert made.wall.bar.pinWord == "Pin an idea"
    assert made.wall.bar.phoneAddress.endswith(f"/s/{STORM.code}")

    made.pass_time(clock, TWO_DAYS)
    assert made.wall.bar.pinWord == ""

    made.wall.chooseTab(Tab.POPULAR)
    assert made.wall.bar.pinWord == "Pin an idea"
    assert not made.wall.isStorm


def test_choosing_has_the_shortlist_with_me_toos_and_counts(house: Build, clock: SetClock) -> None:
    made = house(11)
    clock.forward(TWO_DAYS)
    made.tell(choosing(made, 1, 4, 8))
    made.choose(STORM)
    assert [(part.name, part.canChoose, part.count) for part in made.parts] == [
        ("Priya", True, "0"),
        ("Chloe", True, "0"),
        ("Sam", True, "0"),
    ]

    made.room.page.toggleMeToo(1)

    assert (made.parts[1].isGiven, made.parts[1].count) == (True, "1")
    made.wait(lambda: made.core.waiting == 1)


def test_without_a_line_nobody_knows_what_can_be_chosen(house: Build, clock: SetClock) -> None:
    made = house(11)
    made.choose(STORM)

    made.pass_time(clock, TWO_DAYS)

    assert made.room.page.telling.emptyWords.startswith("What can be chosen is told as soon as")
    assert made.room.page.telling.lead.startswith("Choose until")


@pytest.mark.parametrize(
    ("ways", "takes_ballots"), [(Ways.VOTES, False), (Ways.BALLOTS, True), (Ways.BOTH, True)]
)
def test_ballots_are_taken_where_one_chooses_by_them(
    house: Build, clock: SetClock, ways: Ways, takes_ballots: bool
) -> None:
    made = house(11)
    clock.forward(TWO_DAYS)
    made.tell(choosing(made, 1, 4, ways=ways))
    made.choose(STORM)

    assert made.room.page.takesBallots is takes_ballots
    assert {part.canChoose for part in made.parts} == {ways is not Ways.BALLOTS}
    if ways is Ways.BALLOTS:
        assert {part.count for part in made.parts} == {"not chosen"}


def test_what_hangs_stays_in_place_under_a_reader_and_comes_up_when_nobody_is(house: Build) -> None:
    made = house(5)
    made.choose(STORM)
    made.visit.touch()
    before = [part.id for part in made.parts]
    new = make_note("A choir", at=TUESDAY + timedelta(minutes=1), storm=STORM.code)

    hang(made.core, new)
    made.wait(lambda: made.room.page._is_stale)
    assert [part.id for part in made.parts] == before

    made.room.page._come_up()
    made.wait(lambda: made.parts[0].id == new.id)


def test_what_was_taken_back_is_gone_from_its_place(house: Build) -> None:
    made = house(5)
    made.choose(STORM)
    gone = made.parts[1]

    take_down(made.core, gone.note)

    made.wait(lambda: gone.isGone)
    assert len(made.parts) == 5


def test_a_storm_that_went_away_leads_back_to_the_wall(house: Build) -> None:
    made = house(3)
    made.choose(STORM)
    made.tell()
    assert len(tabs(made)) == 1, "whoever reads it is not interrupted"

    made.wall.chooseTab(Tab.NEW)
    assert tabs(made) == []
    made.wall.chooseTab(f"storm-{STORM.code}")

    assert (made.wall.isStorm, made.wall.order) == (False, Tab.NEW)


def test_the_end_of_a_visit_leads_back_to_the_wall(house: Build) -> None:
    made = house(3)
    made.choose(STORM)

    made.visit.end()

    assert not made.wall.isStorm
    assert not any(tab.isChosen for tab in made.room.tabs.all if isinstance(tab, StormTab))


def test_after_closing_it_is_counted_and_then_concluded_with_credits(house: Build, clock: SetClock) -> None:
    made = house(11)
    clock.forward(timedelta(days=4))
    made.tell(choosing(made, 1, 4))
    made.choose(STORM)
    assert made.room.page.telling.lead == "We are counting."
    assert not made.room.page.ending.isThere

    first = str(made.core.board.of_storm(STORM.code)[0].id)
    credits = [{"idea": first, "name": "Ben"}, {"idea": None, "name": ""}]
    concluded = replace(STORM, concluded_at=clock.now())
    made.tell(storm_json(concluded, conclusion=ENDING, credits=credits))
    made.wait(lambda: made.room.page.ending.isThere)

    ending = made.room.page.ending
    assert (ending.decided, ending.signed) == ("Priya's neighbour plays.", "Marta")
    assert ending.creditsLine == "Ben, A guest, who took the words back"
    assert made.room.page.telling.lead == "This is what we decided."


def test_many_contributions_are_let_in_a_few_at_a_time(house: Build) -> None:
    made = house()
    hang(made.core, *given_to(STORM, 300))

    made.choose(STORM)

    shown = [column.rowCount() for column in made.room.page._columns.all]
    assert sum(shown) < 20
    made.wait(lambda: all(column.is_whole for column in made.room.page._columns.all))
