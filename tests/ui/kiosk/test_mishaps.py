"""Our own bugs at the kiosk."""

from __future__ import annotations

import pytest

from ui.kiosk.mishaps import MOST, WITHIN_SECONDS, Mishaps


class Told:
    def __init__(self) -> None:
        self.apologies = 0
        self.given_up = 0
        self.now = 0.0

    def apologise(self) -> None:
        self.apologies += 1

    def give_up(self) -> None:
        self.given_up += 1


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def mishaps(told: Told) -> Mishaps:
    return Mishaps(
        version=lambda: "0", apologise=told.apologise, give_up=told.give_up, monotonic=lambda: told.now
    )


def test_a_bug_is_apologised_for_and_logged_without_words(
    mishaps: Mishaps, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    mishaps.report(ValueError("what a customer wrote"))

    assert (told.apologies, told.given_up) == (1, 0)
    assert "ValueError" in caplog.text
    assert "customer" not in caplog.text


def test_bugs_in_numbers_want_a_fresh_start(mishaps: Mishaps, told: Told) -> None:
    for _bug in range(MOST):
        mishaps.report(ValueError())

    assert told.given_up == 1


def test_bugs_now_and_then_do_not(mishaps: Mishaps, told: Told) -> None:
    for _bug in range(2 * MOST):
        told.now += WITHIN_SECONDS / 2
        mishaps.report(ValueError())

    assert told.given_up == 0


def test_a_bug_in_the_apology_does_not_go_round(told: Told) -> None:
    mishaps: Mishaps

    def apologise() -> None:
        mishaps.report(KeyError())

    mishaps = Mishaps(version=lambda: "0", apologise=apologise, give_up=told.give_up)
    mishaps.report(ValueError())

    assert told.given_up == 1
