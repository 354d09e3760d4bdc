"""Scans are stored together, a second after the first, by a clock that the test moves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from typing import cast

import pytest

from app.domain.errors import StorageProblem
from app.services.customer.door import CustomerDoor
from app.web.scans import Scans
from tests.unit.web.hand_loop import HandLoop


class Door:
    """Takes scans down, until its disk is full."""

    def __init__(self) -> None:
        self.stored: list[str] = []
        self.is_full = False
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()

    async def count_scan(self, token: str) -> None:
        if self.is_full:
            raise StorageProblem("The disk is full.")
        await self.may_go_on.wait()
        self.stored.append(token)


@pytest.fixture
def loop() -> Iterator[HandLoop]:
    loop = HandLoop()
    yield loop
    loop.close()


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def scans(door: Door) -> Scans:
    return Scans(cast("CustomerDoor", door))


async def count(scans: Scans, *tokens: str) -> None:
    for token in tokens:
        scans.count(token)


def test_scans_of_a_second_are_stored_together(loop: HandLoop, door: Door, scans: Scans) -> None:
    loop.run_until_complete(count(scans, "DOOR", "TILL", "DOOR"))
    loop.forward(0.9)
    before = list(door.stored)
    loop.forward(0.2)

    assert before == []
    assert sorted(door.stored) == ["DOOR", "DOOR", "TILL"]


def test_the_next_second_begins_with_the_next_scan(loop: HandLoop, door: Door, scans: Scans) -> None:
    for _ in range(2):
        loop.run_until_complete(count(scans, "DOOR"))
        loop.forward(1.1)

    loop.forward(60)

    assert door.stored == ["DOOR", "DOOR"]


def test_who_stops_stores_the_last(loop: HandLoop, door: Door, scans: Scans) -> None:
    loop.run_until_complete(count(scans, "DOOR"))
    loop.run_until_complete(scans.finish())
    loop.forward(2)

    assert door.stored == ["DOOR"]


def test_who_stops_waits_for_what_is_being_stored(loop: HandLoop, door: Door, scans: Scans) -> None:
    door.may_go_on.clear()
    loop.run_until_complete(count(scans, "DOOR"))
    loop.forward(1.1)
    begun = list(door.stored)
    loop.call_soon(door.may_go_on.set)
    loop.run_until_complete(scans.finish())

    assert begun == []
    assert door.stored == ["DOOR"]


def test_a_full_disk_loses_scans_and_says_so(
    loop: HandLoop, door: Door, scans: Scans, caplog: pytest.LogCaptureFixture
) -> None:
    door.is_full = True
    with caplog.at_level(logging.WARNING, "teacup.web"):
        loop.run_until_complete(count(scans, "DOOR"))
        loop.forward(1.1)
    door.is_full = False
    loop.run_until_complete(count(scans, "TILL"))
    loop.run_until_complete(asyncio.wait_for(scans.store(), None))

    assert door.stored == ["TILL"]
    assert [record.getMessage() for record in caplog.records] == ["A scan was not stored: The disk is full."]
