"""A storm as it is seen and touched on the wall: tabs, chains, choosing, in every size, direction and dress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.storms import Ways
from tests.kiosk_making import storm_json
from tests.making import TUESDAY, SetClock
from tests.storm_making import make_storm, make_times
from tests.ui.kiosk.stage import Stage
from tests.ui.kiosk.storm.conftest import STORM, House
from tests.ui.kiosk.storm.test_page import choosing

Build = Callable[..., House]
Show = Callable[..., Stage]
SIZES = [(1920, 1080), (1080, 1920), (1280, 800)]
LONG = make_storm(
    "Which bread should come back to the shelf on Saturdays, and which of them all may go for ever?",
    times=make_times(TUESDAY - timedelta(hours=2)),
)


def assert_inside(page: Stage, size: tuple[int, int], *names: str) -> None:
    for name in names:
        item = page.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert min(place.width(), place.height()) >= 64, name
        assert place.left() >= 0, name
        assert place.right() <= size[0], name
        assert place.bottom() <= size[1], name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "is_large"), [("en", False), ("ar", False), ("de", True)])
def test_tabs_of_two_storms_and_all_to_touch_are_on_the_screen(
    house: Build, show_wall: Show, size: tuple[int, int], language: str, is_large: bool
) -> None:
    made = house(11, storm_json(STORM), storm_json(LONG))
    made.visit.choose_language(language)
    if is_large:
        made.visit.toggle_large()
    page = show_wall(made, size=size)
    tabs = (f"tab-storm-{STORM.code}", f"tab-storm-{LONG.code}")
    assert_inside(page, size, "tab-new", "tab-answered", *tabs, "search", "pin")

    made.choose(STORM)
    page.settle()

    assert_inside(page, size, "tab-new", *tabs, "search", "pin", "buildOn")
    first, second = (page.item(tab).mapRectToScene(page.item(tab).boundingRect()) for tab in tabs)
    assert not first.intersects(second)


def test_a_touch_on_the_tab_brings_the_storm_and_another_the_wall(house: Build, show_wall: Show) -> None:
    made = house(5)
    page = show_wall(made)
    assert not page.shows("stormQuestion")

    page.tap(f"tab-storm-{STORM.code}")
    made.wait(lambda: page.shows("part-0"))
    assert "What music on Friday nights?" in page.texts()
    assert not page.shows("noteWall")

    page.tap("tab-new")
    assert page.shows("noteWall")
    assert not page.shows("stormPage")


def test_a_contribution_and_the_invitation_are_touched(house: Build, show_wall: Show, qtbot: QtBot) -> None:
    made = house(5)
    page = show_wall(made)
    made.choose(STORM)
    page.settle()

    with qtbot.waitSignal(made.room.page.note_requested) as opened:
        page.tap("openPart-0")
    with qtbot.waitSignal(made.room.page.build_requested):
        page.tap("buildOn")

    assert opened.args == [made.parts[0].id]


def test_no_number_of_me_toos_is_written_while_it_gathers(house: Build, show_wall: Show) -> None:
    made = house(11)
    page = show_wall(made)
    made.choose(STORM)
    page.settle()

    assert not any(page.shows(f"stormMeToo-{number}") for number in range(11))


def test_me_too_is_said_by_a_touch_while_one_chooses(house: Build, show_wall: Show, clock: SetClock) -> None:
    made = house(11)
    clock.forward(timedelta(days=2))
    made.tell(choosing(made, 1, 4, 8, ways=Ways.BOTH))
    page = show_wall(made)
    made.choose(STORM)
    page.settle()
    assert_inside(page, (1920, 1080), "stormMeToo-1", "giveBallot")
    assert not page.shows("pin")

    page.tap("stormMeToo-1")

    assert made.parts[1].isGiven
    assert page.item("stormCount-1").property("text") == "1"


def test_a_storm_is_ink_on_white_in_high_contrast(house: Build, show_wall: Show) -> None:
    made = house(5)
    made.visit.toggle_contrast()
    page = show_wall(made)
    made.choose(STORM)
    page.settle()

    assert {part.paper.name() for part in made.parts} == {"#ffffff"}


def test_the_page_mirrors_for_arabic(house: Build, show_wall: Show) -> None:
    made = house(5)
    page = show_wall(made)
    made.choose(STORM)
    page.settle()
    before = page.centre("buildOn").x()

    made.visit.choose_language("ar")
    page.settle()
    made.wait(lambda: page.shows("buildOn"))

    assert before > 960 > page.centre("buildOn").x()


def test_searching_shows_the_wall_and_then_the_storm_again(house: Build, show_wall: Show) -> None:
    made = house(5)
    page = show_wall(made)
    made.choose(STORM)
    page.settle()

    made.wall.search.open()
    page.settle()
    assert page.shows("noteWall")

    made.wall.search.close()
    page.settle()
    assert page.shows("stormQuestion")


def test_a_conclusion_is_seen_on_its_slip(house: Build, show_wall: Show, clock: SetClock) -> None:
    made = house(5)
    clock.forward(timedelta(days=4))
    ending = {"heard": "Guitars.", "decided": "Ben plays.", "signed": "Marta"}
    concluded = replace(STORM, concluded_at=clock.now())
    made.tell(storm_json(concluded, conclusion=ending, credits=[{"idea": None, "name": ""}]))
    page = show_wall(made)
    made.choose(STORM)
    page.settle()

    assert {"Ben plays.", "A guest, who took the words back", "Marta"} <= set(page.texts())
    assert page.shows("stormSlip")


def test_keys_lead_from_one_contribution_to_the_next_and_what_has_the_focus_is_seen(
    house: Build, show_wall: Show, qtbot: QtBot
) -> None:
    made = house(40)
    page = show_wall(made)
    made.choose(STORM)
    made.wait(lambda: page.shows("openPart-30"))

    page.item("openPart-30").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    page.settle()

    seen = page.item("openPart-30")
    place = seen.mapRectToScene(seen.boundingRect())
    assert place.top() >= 104
    assert place.bottom() <= 960
    with qtbot.waitSignal(made.room.page.note_requested) as opened:
        page.key(Qt.Key.Key_Return)
    assert opened.args == [made.parts[30].id]
