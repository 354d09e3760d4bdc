"""kill -9 of a kiosk that accepts ideas while its courier delivers them: each accepted idea arrives once.

`TEACUP_KIOSK_KILLS` says how often; the ordinary run kills twenty times.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from pathlib import Path

import pytest

from tests.faults.kiosk_house import Kiosk, kiosk_house
from tests.faults.nursery import Nursery

KILLS = int(os.environ.get("TEACUP_KIOSK_KILLS", "20"))
PATIENCE_SECONDS = 20


@pytest.mark.timeout(1800)
def test_a_kiosk_that_is_killed_at_any_moment_loses_and_doubles_nothing(
    nursery: Nursery, tmp_path: Path
) -> None:
    folder, notes, chance = tmp_path / "kiosk", tmp_path / "accepted", random.Random()

    def accepted() -> list[str]:
        return notes.read_text().splitlines() if notes.exists() else []

    with kiosk_house(tmp_path / "shop") as house:
        pairing = house.pairing()
        asyncio.run(Kiosk(folder, pairing).close())
        for _ in range(KILLS):
            before = len(accepted())
            child = nursery.start("pin_for_ever", str(folder), str(notes))
            wait_until_more(accepted, before)
            time.sleep(chance.uniform(0, 0.25))
            assert nursery.kill(child) == -9
        delivered_before_the_end = len(house.texts())
        asyncio.run(deliver_the_rest(Kiosk(folder, pairing)))
        lost, doubled = house.lost_and_doubled(accepted())

    assert (lost, doubled) == ([], [])
    assert len(accepted()) > KILLS
    assert delivered_before_the_end > 0
    assert not list(folder.glob("kiosk-damaged*"))


async def deliver_the_rest(kiosk: Kiosk) -> None:
    try:
        await kiosk.deliver_all(1000)
    finally:
        await kiosk.close()


def wait_until_more(accepted: object, before: int) -> None:
    assert callable(accepted)
    end = time.monotonic() + PATIENCE_SECONDS
    while len(accepted()) <= before:
        assert time.monotonic() < end, "the child did not begin"
        time.sleep(0.002)
