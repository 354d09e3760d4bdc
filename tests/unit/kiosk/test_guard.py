from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.errors import StorageProblem
from app.domain.kiosks import PinHash, hash_pin
from app.kiosk.file import KioskFile
from app.kiosk.guard import FREE_TRIES, MOST_TRIES_A_DAY, PinAnswer, PinGuard
from tests.unit.kiosk.conftest import HandTicks

PIN = hash_pin("4711", iterations=1)
RIGHT = PinAnswer(True, 0)
HOUR = 3600
OpenGuard = Callable[[], PinGuard]


@pytest.fixture
def open_guard(file: KioskFile, ticks: HandTicks) -> OpenGuard:
    """The guard as the kiosk opens it after each start."""
    return lambda: PinGuard(file, ticks=ticks, pin=lambda: PIN)


@pytest.fixture
def guard(open_guard: OpenGuard) -> PinGuard:
    return open_guard()


def fail(guard: PinGuard, times: int = FREE_TRIES) -> PinAnswer:
    answers = [guard.try_pin("0000") for _ in range(times)]
    assert not any(answer.is_right for answer in answers)
    return answers[-1]


def test_the_pin_opens_also_in_the_digits_of_another_script(guard: PinGuard) -> None:
    assert guard.try_pin("4711") == RIGHT
    assert guard.try_pin(" ٤٧١١ ") == RIGHT


def test_without_a_pin_every_try_is_right(file: KioskFile, ticks: HandTicks) -> None:
    guard = PinGuard(file, ticks=ticks, pin=lambda: None)

    assert not guard.has_pin
    assert guard.try_pin("anything") == RIGHT


def test_a_pin_that_was_not_understood_opens_to_nothing(file: KioskFile, ticks: HandTicks) -> None:
    guard = PinGuard(file, ticks=ticks, pin=lambda: PinHash(b"", b"", 1))

    assert [guard.try_pin(text).is_right for text in ("", "0000", "1234")] == [False] * 3


def test_four_wrong_tries_cost_nothing_and_the_fifth_a_minute(guard: PinGuard) -> None:
    assert fail(guard, FREE_TRIES - 1) == PinAnswer(False, 0)
    assert fail(guard, 1) == PinAnswer(False, 60)
    assert guard.wait_seconds() == 60


def test_while_somebody_has_to_wait_even_the_right_pin_is_not_looked_at(
    guard: PinGuard, ticks: HandTicks
) -> None:
    fail(guard)
    ticks.forward(seconds=59)
    assert guard.try_pin("4711") == PinAnswer(False, 1)

    ticks.forward(seconds=1)
    assert guard.try_pin("4711") == RIGHT


def test_the_wait_doubles_up_to_some_hours(guard: PinGuard, ticks: HandTicks) -> None:
    waits = [fail(guard).wait_seconds]
    for _ in range(10):
        ticks.forward(seconds=waits[-1])
        waits.append(fail(guard, 1).wait_seconds)

    assert waits == [60, 120, 240, 480, 960, 1920, 3840, 7680, 4 * HOUR, 4 * HOUR, 4 * HOUR]


def test_the_right_pin_forgives_what_was_wrong_before(guard: PinGuard) -> None:
    fail(guard, FREE_TRIES - 1)
    assert guard.try_pin("4711") == RIGHT
    assert fail(guard, FREE_TRIES - 1) == PinAnswer(False, 0)


def test_a_kill_shortens_no_wait(guard: PinGuard, open_guard: OpenGuard, ticks: HandTicks) -> None:
    fail(guard)
    ticks.forward(seconds=20)

    again = open_guard()

    assert again.wait_seconds() == 40
    assert again.try_pin("4711") == PinAnswer(False, 40)


def test_a_kill_between_the_tries_forgives_none(open_guard: OpenGuard) -> None:
    answers = [fail(open_guard(), 1) for _ in range(FREE_TRIES)]

    assert [answer.wait_seconds for answer in answers] == [0, 0, 0, 0, 60]


def test_after_a_restart_of_the_machine_the_wait_begins_again(
    guard: PinGuard, open_guard: OpenGuard, ticks: HandTicks
) -> None:
    fail(guard)
    ticks.forward(seconds=50)
    ticks.start_anew()

    again = open_guard()
    assert again.wait_seconds() == 60
    ticks.forward(seconds=25)
    assert open_guard().wait_seconds() == 35


def test_a_try_is_counted_before_it_is_looked_at(
    file: KioskFile, open_guard: OpenGuard, ticks: HandTicks
) -> None:
    class Killed(Exception):
        pass

    def kill(*_: object) -> bool:
        raise Killed

    for _ in range(FREE_TRIES):
        with pytest.raises(Killed):
            PinGuard(file, ticks=ticks, pin=lambda: PIN, matches=kill).try_pin("0000")

    assert open_guard().wait_seconds() == 60


def test_nobody_tries_more_than_sixty_times_a_day(guard: PinGuard, ticks: HandTicks) -> None:
    """Whoever tries whenever a try is looked at, also while the owner comes by each quarter of an hour."""
    looked_at, seconds = 0, 0
    while seconds < 24 * HOUR:
        guard.try_pin("4711")
        for _ in range(FREE_TRIES - 1):
            looked_at += guard.wait_seconds() == 0
            assert not guard.try_pin("0000").is_right
        ticks.forward(seconds=900)
        seconds += 900

    assert looked_at == MOST_TRIES_A_DAY


def test_a_day_later_there_are_tries_again(guard: PinGuard, ticks: HandTicks) -> None:
    for _ in range(MOST_TRIES_A_DAY // 4):
        guard.try_pin("4711")
        fail(guard, 4)
    assert guard.wait_seconds() == 24 * HOUR

    ticks.forward(seconds=24 * HOUR)
    assert guard.try_pin("4711") == RIGHT


def test_a_full_disk_does_not_shut_the_owner_in(file: KioskFile, ticks: HandTicks) -> None:
    class FullFile:
        def read(self, query: object) -> object:
            return file.read(query)  # type: ignore[arg-type]

        def write(self, _: object) -> object:
            raise StorageProblem("The disk is full.")

    guard = PinGuard(FullFile(), ticks=ticks, pin=lambda: PIN)  # type: ignore[arg-type]

    assert fail(guard).wait_seconds == 60
    ticks.forward(seconds=60)
    assert guard.try_pin("4711") == RIGHT
