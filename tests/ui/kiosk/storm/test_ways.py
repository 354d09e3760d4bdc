"""From page to page on the whole kiosk: into a storm, out of it, and what becomes of words when it goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.storms import Ways
from app.kiosk.core import KioskCore
from tests.kiosk_making import hang, make_facts, make_note, storm_json, tell_facts, tell_storms
from tests.making import SetClock
from tests.ui.kiosk.storm.conftest import STORM, given_to
from ui.kiosk.builder import OpenKiosk
from ui.kiosk.kiosk import Page

ROOT = Path(__file__).parents[4]
KEY = f"storm-{STORM.code}"


def page_of(kiosk: OpenKiosk) -> Page:
    return kiosk.front.kiosk.now


@pytest.fixture
def core(tmp_path: Path, clock: SetClock) -> KioskCore:
    opened = KioskCore.open(tmp_path / "kiosk", clock=clock)
    tell_facts(opened, make_facts())
    hang(opened, make_note("More bread"), *given_to(STORM, 11))
    tell_storms(opened, storm_json(STORM))
    return opened


@pytest.fixture
def kiosk(core: KioskCore, open_kiosk: Callable[[KioskCore], OpenKiosk], qtbot: QtBot) -> OpenKiosk:
    opened = open_kiosk(core)
    qtbot.waitUntil(lambda: opened._wall.hasStormTabs)
    opened._wall.chooseTab(KEY)
    qtbot.waitUntil(lambda: bool(opened._storms and opened._storms.page.isInviting))
    return opened


def test_what_is_pinned_at_the_tab_goes_into_the_storm(
    kiosk: OpenKiosk, core: KioskCore, qtbot: QtBot
) -> None:
    kiosk._wall.bar.pin()
    assert kiosk._write is not None
    assert kiosk._write.title == "What music on Friday nights?"
    kiosk._write.set_text("A choir")

    kiosk._write.pin()
    qtbot.waitUntil(lambda: page_of(kiosk) is Page.THANKS)

    (item,) = core._stock.outbox.batch()
    assert f'"storm": "{STORM.code}"'.encode() in item.encoded
    assert kiosk._thanks is not None
    assert "belongs to the storm" in kiosk._thanks.next


def test_at_the_other_tabs_nothing_goes_into_a_storm(kiosk: OpenKiosk, core: KioskCore, qtbot: QtBot) -> None:
    kiosk._wall.chooseTab("new")
    kiosk._wall.bar.pin()
    assert kiosk._write is not None
    kiosk._write.set_text("A bench")

    kiosk._write.pin()
    qtbot.waitUntil(lambda: page_of(kiosk) is Page.THANKS)

    (item,) = core._stock.outbox.batch()
    assert b'"storm": null' in item.encoded


def test_who_writes_while_the_storm_goes_on_keeps_the_words(
    kiosk: OpenKiosk, clock: SetClock, qtbot: QtBot
) -> None:
    assert kiosk._storms is not None
    kiosk._storms.page.build()
    assert kiosk._write is not None
    kiosk._write.set_text("And a fiddle")
    clock.forward(timedelta(days=2))

    with qtbot.waitSignal(kiosk._storms.running.changed):
        kiosk._storms.running.ask()

    assert kiosk._write.text == "And a fiddle"
    assert kiosk._write.lateWords.startswith("The storm gathers no more. Your words are safe")
    kiosk._write.pin()
    qtbot.waitUntil(lambda: page_of(kiosk) is Page.THANKS)
    assert kiosk._thanks is not None
    assert "nothing is lost" in kiosk._thanks.next


def test_a_contribution_in_front_has_no_count_and_is_built_on_while_it_gathers(
    kiosk: OpenKiosk, clock: SetClock, qtbot: QtBot
) -> None:
    assert kiosk._storms is not None
    kiosk._storms.page.open(0)
    note = kiosk._note
    assert note is not None
    qtbot.waitUntil(lambda: note.isReady)
    assert (note.hasCount, note.takesMeToo, note.takesBuilding) == (False, True, True)
    note.toggleMeToo()
    assert note.isGiven

    clock.forward(timedelta(days=2))

    assert (note.hasCount, note.takesMeToo, note.takesBuilding) == (False, False, False)


def test_coming_back_from_a_contribution_the_storm_is_still_there(kiosk: OpenKiosk, qtbot: QtBot) -> None:
    assert kiosk._storms is not None
    kiosk._storms.page.open(0)
    note = kiosk._note
    assert note is not None
    qtbot.waitUntil(lambda: note.isReady)

    note.close()

    assert page_of(kiosk) is Page.WALL
    assert kiosk._wall.isStorm


def test_a_ballot_left_behind_is_forgotten_with_its_visitor(
    kiosk: OpenKiosk, core: KioskCore, clock: SetClock, qtbot: QtBot
) -> None:
    tell_storms(core, storm_json(STORM, sealed=False, ways=str(Ways.BALLOTS)))
    clock.forward(timedelta(days=2))
    assert kiosk._storms is not None
    page = kiosk._storms.page
    qtbot.waitUntil(lambda: page.takesBallots)
    page.giveBallot()
    assert page_of(kiosk) is Page.BALLOT
    assert kiosk._ballot is not None
    kiosk._ballot.set_code("7KQM")

    kiosk.front.end_visit()

    assert kiosk._ballot.code == ""
    assert page_of(kiosk) is Page.ATTRACT
    assert not kiosk._wall.isStorm


def test_who_touches_the_question_stands_before_its_tab(kiosk: OpenKiosk) -> None:
    kiosk.front.end_visit()
    assert kiosk._attract is not None
    kiosk._attract.refresh()
    assert kiosk._attract.isStorm

    if not kiosk._attract.isNight:
        kiosk._attract.touch()
        assert page_of(kiosk) is Page.WALL
        assert kiosk._wall.isStorm


def test_the_first_picture_knows_nothing_of_storms() -> None:
    late = ("app.domain.storms", "app.kiosk.told_storms", "app.storm_when", "babel", "ui.kiosk.storm")
    asked = f"import sys, ui.kiosk.builder, app.kiosk.core; print([n for n in {late!r} if n in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )

    assert done.stdout.strip() == "[]"
