"""Clients that send a byte a second from one address and from many: honest ones are answered all the same.

TEACUP_SLOW_CLIENTS=2000 runs the large version.
"""

from __future__ import annotations

import asyncio
import os
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from app.web.application import build_application
from app.web.protocol import Droppable, UnfinishedRequests
from app.web.settings import Limits, ServerSettings
from tests.unit.web.conftest import NO_LIMITS, SECRET
from tests.unit.web.house import HandClock, House
from tests.unit.web.running import serving

SLOW_CLIENTS = int(os.environ.get("TEACUP_SLOW_CLIENTS", "250"))
SECONDS = 12 if SLOW_CLIENTS > 500 else 4
HONEST_EVERY_SECONDS = 0.1
FILE_LIMIT = 1024
HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 4000
BODY = b"POST /ideas HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n"
HONEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


@dataclass
class Outcome:
    seconds: list[float] = field(default_factory=list)
    failures: int = 0


@pytest.mark.parametrize(
    ("addresses", "sent"), [(1, HEAD), (20, BODY)], ids=["heads from one address", "bodies from many"]
)
def test_honest_customers_are_answered_among_slow_ones(
    tmp_path_factory: pytest.TempPathFactory, addresses: int, sent: bytes
) -> None:
    house = House(tmp_path_factory.mktemp("shop"), HandClock())
    house.pin("A water bowl")
    limits = Limits(reads=NO_LIMITS.reads, head_seconds=2, body_seconds=2)
    application = build_application(
        house.door,
        settings=ServerSettings(port=0, folder=house.folder.root, limits=limits),
        secret=SECRET,
        clock=house.clock,
        on_reached=lambda *_: None,
    )
    unfinished = Counted(per_address=limits.unfinished_per_address, in_all=limits.unfinished_in_all)
    slow_from = [f"127.0.1.{number + 1}" for number in range(addresses)]
    # The slow clients are ours too: they need files as well as the server does.
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, FILE_LIMIT + 3 * SLOW_CLIENTS), hard))
    try:
        with serving(application, limits, unfinished=unfinished) as port:
            outcome = asyncio.run(_attack(port, sent, slow_from))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        house.close()

    asked = len(outcome.seconds) + outcome.failures
    in_time = sum(seconds < 2 for seconds in outcome.seconds)
    assert asked > 3
    assert in_time / asked >= 0.95
    allowed = limits.unfinished_per_address if addresses == 1 else limits.unfinished_in_all
    # One more: an honest one from an address of its own may be among them.
    assert allowed / 2 < unfinished.most <= allowed + 1


class Counted(UnfinishedRequests):
    """Remembers how many it held at most; what the clients believe to hold open tells more than there is."""

    most = 0

    def add(self, connection: Droppable, address: str) -> None:
        super().add(connection, address)
        self.most = max(self.most, len(self))


async def _attack(port: int, sent: bytes, slow_from: Sequence[str]) -> Outcome:
    outcome = Outcome()
    end = time.monotonic() + SECONDS
    slow = [
        asyncio.create_task(_slow_client(port, sent, slow_from[number % len(slow_from)], end))
        for number in range(SLOW_CLIENTS)
    ]
    await asyncio.sleep(1)
    while time.monotonic() < end - 1:
        await _honest_client(port, outcome)
        await asyncio.sleep(HONEST_EVERY_SECONDS)
    await asyncio.gather(*slow)
    return outcome


async def _slow_client(port: int, sent: bytes, source: str, end: float) -> None:
    """A byte a second; whoever is cut off comes back."""
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
        except OSError:
            await asyncio.sleep(1)
            continue
        try:
            writer.write(sent[:60])
            for byte in sent[60:]:
                writer.write(bytes([byte]))
                await writer.drain()
                if await _closed_within_a_second(reader):
                    break
                if time.monotonic() > end:
                    break
        except OSError:
            pass
        finally:
            writer.transport.abort()
        await asyncio.sleep(1)


async def _closed_within_a_second(reader: asyncio.StreamReader) -> bool:
    try:
        await asyncio.wait_for(reader.read(1), 1)
    except TimeoutError:
        return False
    return True


async def _honest_client(port: int, outcome: Outcome) -> None:
    started = time.monotonic()
    try:
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=("127.0.0.1", 0))
            writer.write(HONEST)
            answer = await reader.read()
            writer.close()
    except (OSError, TimeoutError):
        outcome.failures += 1
        return
    if b"A water bowl" in answer:
        outcome.seconds.append(time.monotonic() - started)
    else:
        outcome.failures += 1
