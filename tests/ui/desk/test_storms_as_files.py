"""A storm as a file: saved where the owner chooses, for whom she chooses, and taken in again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.errors import NotFound
from app.domain.ideas import Idea, Visibility
from app.domain.storms import Storm
from app.exchange.storm_files import save_storm
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.services.owner.storming import StormDraft
from app.storage.database import Database
from tests.shop import SetClock, make_idea
from tests.ui.desk.conftest import OpenDesk, Told, come_in
from tests.ui.desk.hands import CONTROL, find, strike
from ui.desk.pages import STORMS
from ui.desk.storms.files import StormFiles


@pytest.fixture
def theirs(tmp_path: Path, clock: SetClock) -> Iterator[Owner]:
    """The owner of another shop, where a storm gathers: one contribution hangs, one is hidden."""
    database = Database.open(DataFolder(tmp_path / "theirs"), clock=clock)
    yield fill(Owner(seam=database, clock=clock), database, clock)
    database.close()


def fill(owner: Owner, database: Database, clock: SetClock) -> Owner:
    storm = owner.storms.draft(StormDraft(question="Which bread?", times=owner.storms.propose()))
    owner.storms.announce(storm.id)
    clock.pass_time(hours=1)
    for text, visibility in (("Rye", Visibility.PUBLIC), ("Rubbish", Visibility.HIDDEN)):
        come_in_one(
            database, replace(make_idea(text, at=clock.now(), visibility=visibility), storm_id=storm.id)
        )
    return owner


def come_in_one(database: Database, idea: Idea) -> None:
    database.write(lambda stores: come_in(stores, idea))


@pytest.fixture
def files(open_shop_desk: OpenDesk, owner: Owner) -> StormFiles:
    return StormFiles(tools=open_shop_desk().tools, owner=owner)


@pytest.mark.parametrize(("choice", "texts"), [("Everybody", {"Rye"}), ("Only my shop", {"Rye", "Rubbish"})])
def test_a_storm_is_saved_for_those_who_will_read_it(
    qtbot: QtBot, files: StormFiles, owner: Owner, database: Database, clock: SetClock, told: Told,
    choice: str, texts: set[str],
) -> None:  # fmt: skip
    storm = only_storm(fill(owner, database, clock))

    files.save(storm)
    [(_, choices)] = told.offered
    next(act for said, act in choices.items() if said.startswith(choice))()

    qtbot.waitUntil(lambda: bool(told.said))
    assert told.saved[0].name == "Which bread.json"
    assert told.said[0].endswith("Without me-toos: nobody may see them before choosing.")
    written = json.loads(told.saved[0].read_text())
    assert {each["text"] for each in written["contributions"]} == texts


def only_storm(owner: Owner) -> Storm:
    [line] = owner.storms.all()
    return line.storm


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, files: StormFiles, owner: Owner, database: Database, clock: SetClock, told: Told
) -> None:
    (told.folder / "Which bread.json").mkdir()
    files.save(only_storm(fill(owner, database, clock)))

    next(iter(told.offered[0][1].values()))()

    qtbot.waitUntil(lambda: bool(told.warned))
    assert "cannot be written" in told.warned[0]


def test_a_file_is_taken_in_once_and_taken_back(
    qtbot: QtBot, files: StormFiles, owner: Owner, theirs: Owner, told: Told, clock: SetClock
) -> None:
    storm = only_storm(theirs)
    told.file = told.folder / "bread.json"
    save_storm(told.file, theirs.storm_exchange.hand_out(storm.id), shop="Theirs", now=clock.now())

    with qtbot.waitSignal(files.taken_in) as came:
        files.take_in()
    with qtbot.waitSignal(files.acted):
        files.take_in()

    assert came.args == [storm.id]
    assert told.said == [
        "The storm is here, with 1 contribution. Ctrl Z takes that back.",
        "All of it was here already.",
    ]
    assert [idea.text for idea in owner.storms.view(storm.id).public] == ["Rye"]
    owner.undo()
    with pytest.raises(NotFound):
        owner.storms.view(storm.id)


def test_a_file_that_makes_no_sense_is_told_by_its_place_and_changes_nothing(
    qtbot: QtBot, files: StormFiles, owner: Owner, told: Told
) -> None:
    told.file = told.folder / "bread.json"
    told.file.write_text('{"format": "teacup-storm", "version": 1, "storm": {"id": 7}}')

    files.take_in()

    qtbot.waitUntil(lambda: bool(told.warned))
    assert told.warned == ["At “storm.id” there has to be a text in quotation marks."]
    assert owner.storms.all() == []


def test_the_page_takes_the_first_storm_in_and_saves_it_by_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, theirs: Owner, told: Told, clock: SetClock
) -> None:
    storm = only_storm(theirs)
    told.file = told.folder / "bread.json"
    save_storm(told.file, theirs.storm_exchange.hand_out(storm.id), shop="Theirs", now=clock.now())
    desk = open_shop_desk(page=STORMS)
    qtbot.waitUntil(lambda: find(desk, "storm-take-first-in").isVisible())

    strike(find(desk, "storm-take-first-in"), Qt.Key.Key_Space)
    asked = find(desk, "storm-asked")
    assert isinstance(asked, QLabel)
    qtbot.waitUntil(lambda: asked.isVisible() and asked.text() == "Which bread?")
    strike(find(desk, "storm-take-in"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told.said[-1:] == ["All of it was here already."])
    strike(find(desk, "storm-save"), Qt.Key.Key_Space)

    assert told.offered
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: find(desk, "storm-take-first-in").isVisible())
