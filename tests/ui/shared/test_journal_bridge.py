"""The bridge goes on looking whatever happens to one look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, StorageProblem
from app.services.owner.reading import ChangesSince
from ui.shared.background import Background
from ui.shared.journal_bridge import JournalBridge


class Journal:
    """Answers with what lies in `newest`; an exception there is raised."""

    def __init__(self) -> None:
        self.newest: int | Exception = 7
        self.asked = 0

    def read_newest(self) -> int:
        self.asked += 1
        if isinstance(self.newest, Exception):
            raise self.newest
        return self.newest

    def read_changes(self, sequence: int) -> ChangesSince:
        return ChangesSince(sequence + self.read_newest(), frozenset(), board=True, more=False)


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def background(bugs: list[BaseException]) -> Iterator[Background]:
    def fail(error: AppError) -> None:
        raise AssertionError(str(error))

    made = Background(tell_error=fail, report_bug=bugs.append)
    yield made
    made.stop()


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def bridge(background: Background, journal: Journal) -> JournalBridge:
    return JournalBridge(
        background=background, newest=journal.read_newest, changes_since=journal.read_changes
    )


def look(qtbot: QtBot, bridge: JournalBridge, background: Background) -> None:
    """One look, until its answer was heard."""
    heard: list[None] = []
    bridge.ask()
    background.run(lambda: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))


def test_a_bug_in_one_look_does_not_end_the_looking(
    qtbot: QtBot,
    bridge: JournalBridge,
    background: Background,
    journal: Journal,
    bugs: list[BaseException],
) -> None:
    journal.newest = ZeroDivisionError()
    look(qtbot, bridge, background)
    assert len(bugs) == 1

    journal.newest = 7
    look(qtbot, bridge, background)
    with qtbot.waitSignal(bridge.changed):
        bridge.ask()


def test_a_database_that_is_away_is_told_once_and_found_again(
    qtbot: QtBot, bridge: JournalBridge, background: Background, journal: Journal
) -> None:
    lost: list[AppError] = []
    bridge.lost.connect(lost.append)
    journal.newest = StorageProblem("The disk is full.")
    for _ in range(3):
        look(qtbot, bridge, background)
    assert len(lost) == 1

    journal.newest = 7
    with qtbot.waitSignal(bridge.found):
        bridge.ask()
