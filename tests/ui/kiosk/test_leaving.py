"""The way out: held corner, PIN, waits, and what may be done then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.fakes import SameThread
from tests.ui.kiosk.stage import Stage
from ui.kiosk.leaving import HOLD_MS, Leaving
from ui.kiosk.visit import Visit


@dataclass
class Answer:
    is_right: bool
    wait_seconds: int = 0


class FakeGuard:
    def __init__(self) -> None:
        self.has_pin = True
        self.wait = 0
        self.tried: list[str] = []

    def wait_seconds(self) -> int:
        return self.wait

    def try_pin(self, text: str) -> Answer:
        self.tried.append(text)
        return Answer(text == "2468", self.wait)


class Ticking:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def guard() -> FakeGuard:
    return FakeGuard()


@pytest.fixture
def ticking() -> Ticking:
    return Ticking()


@pytest.fixture
def leaving(visit: Visit, guard: FakeGuard, ticking: Ticking) -> Leaving:
    return Leaving(visit=visit, background=SameThread(), guard=guard, monotonic=ticking)


def enter(leaving: Leaving, pin: str) -> None:
    for digit in pin:
        leaving.type_digit(digit)
    leaving.confirm()


def test_a_corner_held_long_enough_opens_the_pad(leaving: Leaving, qtbot: QtBot) -> None:
    with qtbot.waitSignal(leaving.opened, timeout=HOLD_MS + 5000):
        leaving.hold()

    assert leaving.step == "pin"


def test_a_finger_that_leaves_the_corner_opens_nothing(leaving: Leaving, qtbot: QtBot) -> None:
    leaving.hold()
    qtbot.waitUntil(lambda: leaving.isHolding)
    leaving.let_go()

    assert leaving.step == "away"
    with qtbot.assertNotEmitted(leaving.opened, wait=0):
        leaving.let_go()


def test_the_right_pin_offers_the_ways_out(leaving: Leaving, qtbot: QtBot) -> None:
    leaving.open()
    enter(leaving, "2468")

    assert leaving.step == "choices"
    with qtbot.waitSignal(leaving.close_requested):
        leaving.close()


def test_nothing_is_closed_before_the_pin(leaving: Leaving, qtbot: QtBot) -> None:
    leaving.open()

    with qtbot.assertNotEmitted(leaving.close_requested), qtbot.assertNotEmitted(leaving.pairing_requested):
        leaving.close()
        leaving.pair_anew()


def test_a_wrong_pin_is_told_and_forgotten(leaving: Leaving) -> None:
    leaving.open()
    enter(leaving, "1111")

    assert (leaving.step, leaving.dots) == ("pin", 0)
    assert leaving.sentence == "That was not it. Please try again."


@pytest.mark.parametrize(("seconds", "said"), [(60, "60 seconds"), (480, "8 minutes"), (4 * 3600, "4 hours")])
def test_a_wait_is_told_and_kept(
    leaving: Leaving, guard: FakeGuard, ticking: Ticking, seconds: int, said: str
) -> None:
    guard.wait = seconds
    leaving.open()

    enter(leaving, "2468")
    assert guard.tried == []
    assert said in leaving.sentence

    ticking.seconds += seconds
    guard.wait = 0
    enter(leaving, "2468")
    assert leaving.step == "choices"


def test_without_a_pin_the_corner_is_enough(leaving: Leaving, guard: FakeGuard) -> None:
    guard.has_pin = False
    leaving.open()

    assert leaving.step == "choices"
    assert "No PIN is set" in leaving.sentence


def test_the_end_of_a_visit_forgets_the_digits(leaving: Leaving, visit: Visit) -> None:
    leaving.open()
    leaving.type_digit("2")

    visit.end()

    assert (leaving.step, leaving.dots) == ("away", 0)


def test_too_short_a_pin_is_not_tried(leaving: Leaving, guard: FakeGuard) -> None:
    leaving.open()
    enter(leaving, "24")

    assert guard.tried == []


def test_fingers_type_the_pin_and_close_the_kiosk(
    leaving: Leaving, stage: Callable[..., Stage], qtbot: QtBot
) -> None:
    leaving.open()
    page = stage("Leaving.qml", leaving=leaving, size=(1280, 800))

    for key in ("pin-2", "pin-4", "pin-7", "pin-erase", "pin-6", "pin-8", "pin-confirm"):
        page.tap(key)
    assert leaving.step == "choices"
    page.picture()  # lays the buttons out
    with qtbot.waitSignal(leaving.close_requested):
        page.tap("closeTeacup")


def test_there_is_a_way_back(leaving: Leaving, stage: Callable[..., Stage], qtbot: QtBot) -> None:
    leaving.open()
    page = stage("Leaving.qml", leaving=leaving, size=(1080, 1920))

    with qtbot.waitSignal(leaving.closed):
        page.tap("leavingBack")
