"""The watch that ends a visit: what counts as a sign of life, and what happens without one."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.kiosk.idle import ASKING_SECONDS, IdleWatch
from ui.kiosk.visit import Visit

IDLE = 45


class Ticking:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticking() -> Ticking:
    return Ticking()


@pytest.fixture
def idle(visit: Visit, ticking: Ticking) -> IdleWatch:
    return IdleWatch(visit, seconds=IDLE, monotonic=ticking)


def test_somebody_who_touches_is_not_asked(idle: IdleWatch, visit: Visit, ticking: Ticking) -> None:
    for _minute in range(5):
        ticking.seconds += IDLE - 1
        idle.check()
        assert not idle.isAsking
        visit.touch()


def test_after_a_while_it_asks_and_counts_down(idle: IdleWatch, visit: Visit, ticking: Ticking) -> None:
    visit.touch()

    ticking.seconds += IDLE + 3
    idle.check()

    assert idle.isAsking
    assert idle.warning.startswith(f"In {ASKING_SECONDS - 3} seconds")
    assert idle.share == pytest.approx(0.7)


def test_any_touch_is_a_yes(idle: IdleWatch, visit: Visit, ticking: Ticking) -> None:
    visit.touch()
    ticking.seconds += IDLE + 9
    idle.check()

    idle.go_on()
    ticking.seconds += IDLE - 1
    idle.check()

    assert not idle.isAsking


def test_without_an_answer_the_visit_has_run_out_once(
    idle: IdleWatch, visit: Visit, ticking: Ticking, qtbot: QtBot
) -> None:
    visit.touch()
    ticking.seconds += IDLE + ASKING_SECONDS

    with qtbot.waitSignal(idle.ran_out):
        idle.check()

    assert not idle.isAsking


def test_a_visit_that_nobody_began_is_not_asked_for(
    idle: IdleWatch, visit: Visit, ticking: Ticking, qtbot: QtBot
) -> None:
    visit.touch()
    visit.end()
    ticking.seconds += IDLE

    with qtbot.waitSignal(idle.ran_out):
        idle.check()


def test_the_owner_chooses_how_long(idle: IdleWatch, visit: Visit, ticking: Ticking) -> None:
    idle.set_seconds(15)
    visit.touch()

    ticking.seconds += 16
    idle.check()

    assert idle.isAsking
