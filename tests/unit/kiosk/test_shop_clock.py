"""The kiosk's clock is wrong by minutes or years, set while it runs, or right."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.kiosk.shop_clock import ShopClock
from tests.making import TUESDAY, SetClock
from tests.unit.kiosk.conftest import HandTicks

YEARS = timedelta(days=9000)
HOUR = timedelta(hours=1)


@pytest.fixture
def shop_clock(clock: SetClock, ticks: HandTicks) -> ShopClock:
    return ShopClock(clock, ticks)


def test_before_the_server_was_heard_it_is_the_machines(shop_clock: ShopClock) -> None:
    assert shop_clock.now() == TUESDAY


def test_a_clock_that_is_nearly_right_is_believed(shop_clock: ShopClock) -> None:
    shop_clock.hear(TUESDAY + timedelta(seconds=59))

    assert shop_clock.now() == TUESDAY


@pytest.mark.parametrize("wrong", [YEARS, -YEARS, HOUR, -HOUR])
def test_a_wrong_clock_gives_way_to_the_shops(
    shop_clock: ShopClock, clock: SetClock, ticks: HandTicks, wrong: timedelta
) -> None:
    clock.forward(wrong)
    shop_clock.hear(TUESDAY)

    assert shop_clock.now() == TUESDAY
    ticks.forward(seconds=600)
    clock.forward(timedelta(seconds=600))
    assert shop_clock.now() == TUESDAY + timedelta(seconds=600)


def test_a_clock_that_is_set_while_the_kiosk_runs_moves_nothing(
    shop_clock: ShopClock, clock: SetClock, ticks: HandTicks
) -> None:
    shop_clock.hear(TUESDAY)
    ticks.forward(seconds=60)

    clock.forward(-YEARS)

    assert shop_clock.now() == TUESDAY + timedelta(seconds=60)


def test_after_a_restart_of_the_machine_it_is_the_machines_until_the_server_is_heard(
    shop_clock: ShopClock, clock: SetClock, ticks: HandTicks
) -> None:
    clock.forward(YEARS)
    shop_clock.hear(TUESDAY)
    ticks.start_anew()
    assert shop_clock.now() == TUESDAY + YEARS

    shop_clock.hear(TUESDAY)

    assert shop_clock.now() == TUESDAY
