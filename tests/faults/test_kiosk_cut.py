"""The network is cut after every byte of a submission and of its answer: nothing is lost, nothing doubled.

Every eleventh byte in the ordinary run, shifted each time; all of them with `TEACUP_FAULT_ROUNDS=11`.
"""

from __future__ import annotations

import asyncio
import os
import random
from pathlib import Path

import pytest

from app.kiosk.outbox import Draft
from tests.faults import ROUNDS_FACTOR
from tests.faults.gate import Gate, Way
from tests.faults.kiosk_house import Kiosk, kiosk_house

STEP = max(1, round(11 / ROUNDS_FACTOR))
QUEUED = int(os.environ.get("TEACUP_KIOSK_QUEUED", "300"))


@pytest.mark.timeout(1200)
def test_a_line_cut_after_any_byte_loses_and_doubles_nothing(tmp_path: Path) -> None:
    async def cut_everywhere(kiosk: Kiosk, gate: Gate) -> tuple[list[str], int]:
        accepted: list[str] = []

        async def send(way: Way, number: int) -> None:
            accepted.append(f"Cut {way.value:.<7} after {number:04} bytes")
            kiosk.stock.outbox.accept(Draft(text=accepted[-1], name="Jo", language="en"))
            gate.cut_after(way, number)
            await kiosk.courier.round()
            assert gate.has_cut
            gate.open()
            await kiosk.deliver_all(3)

        await kiosk.courier.round()
        gate.open()
        kiosk.stock.outbox.accept(Draft(text="Cut nowhere after 0000 bytes", name="Jo", language="en"))
        await kiosk.deliver_all(1)
        lengths = dict(gate.passed)
        for way in Way:
            for number in range(random.randrange(STEP), lengths[way], STEP):
                await send(way, number)
        return accepted, sum(lengths.values())

    async def run(port: int) -> tuple[list[str], int]:
        gate = Gate(port, b"POST /api/v1/deliveries")
        kiosk = Kiosk(tmp_path / "kiosk", pairing, await gate.start())
        try:
            return await cut_everywhere(kiosk, gate)
        finally:
            await kiosk.close()
            await gate.close()

    with kiosk_house(tmp_path / "shop") as house:
        pairing = house.pairing()
        accepted, length = asyncio.run(run(house.port))
        lost, doubled = house.lost_and_doubled(accepted)

    assert (lost, doubled) == ([], [])
    assert length > 600
    assert len(accepted) >= length // STEP - 2


@pytest.mark.timeout(1200)
def test_what_was_queued_for_a_long_time_is_delivered_in_order(tmp_path: Path) -> None:
    """`TEACUP_KIOSK_QUEUED` says how many; the ordinary run queues three hundred."""
    queued = [f"Idea {number:05} {'of many words ' * 12}".strip() for number in range(QUEUED)]

    async def run(kiosk: Kiosk) -> None:
        try:
            await kiosk.deliver_all(QUEUED)
        finally:
            await kiosk.close()

    with kiosk_house(tmp_path / "shop") as house:
        kiosk = Kiosk(tmp_path / "kiosk", house.pairing())
        for text in queued:
            kiosk.stock.outbox.accept(Draft(text=text))
        asyncio.run(run(kiosk))
        arrived = house.texts()

    assert arrived == queued
