"""Whoever answers at the server's address, whatever he says and however slowly: it is a state of the link."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.errors import AppError
from app.domain.pairing import new_pairing_code
from app.kiosk.client import ServerClient, Unreachable
from app.kiosk.link import LinkState
from app.kiosk.outbox import Draft
from app.kiosk.pairing_call import pair
from app.kiosk.pairings import Pairing
from tests.faults import rounds
from tests.faults.kiosk_house import Kiosk

PAIRING = Pairing(address="http://127.0.0.1:1", key="key", kiosk_id=UUID(int=7), certificate=b"")
OK = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
STRANGE = {
    "nothing": b"",
    "zeros": b"\0" * 1000,
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "half a body": OK + b"content-length: 100\r\n\r\n{}",
    "no body": OK + b"\r\n",
    "negative length": OK + b"content-length: -1\r\n\r\n{}",
    "two lengths": OK + b"content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
    "bad chunks": OK + b"transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "half a chunk": OK + b"transfer-encoding: chunked\r\n\r\nff\r\n{}",
    "squeezed": OK + b"content-encoding: gzip\r\ncontent-length: 4\r\n\r\n\x1f\x8b\0\0",
    "deep": OK + b"content-length: 60000\r\n\r\n" + b"[" * 60_000,
    "no text": OK + b"content-length: 4\r\n\r\n\xff\xfe\xfd\xfc",
    "numbers without end": OK + b"content-length: 20000\r\n\r\n" + b"9" * 20_000,
    "not a number": OK + b'content-length: 37\r\n\r\n{"protocol": 1, "board_version": NaN}',
    "an endless header": OK + b"x: " + b"y" * 300_000,
    "another status": b"HTTP/1.1 999 Who knows\r\ncontent-length: 0\r\n\r\n",
    "a status without end": b"HTTP/1.1 " + b"2" * 5000 + b" OK\r\n\r\n",
    "another way to talk": b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
    "go on": b"HTTP/1.1 100 Continue\r\n\r\n" * 5,
    "elsewhere": b"HTTP/1.1 307 Go\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n",
    "nowhere": b"HTTP/1.1 307 Go\r\nlocation: http://[\x01:bad\r\ncontent-length: 0\r\n\r\n",
    "no number of a port": b"HTTP/1.1 307 Go\r\nlocation: http://a:1x/\r\ncontent-length: 0\r\n\r\n",
    "a strange wait": b"HTTP/1.1 503 No\r\nretry-after: tomorrow\r\ncontent-length: 0\r\n\r\n",
    "a wait without end": b"HTTP/1.1 429 No\r\nretry-after: 999999999999\r\ncontent-length: 0\r\n\r\n",
}


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]


@asynccontextmanager
async def serving(talk: Talk) -> AsyncIterator[int]:
    """The port at which each line is talked to so; in the end all of them are closed."""
    lines: list[tuple[asyncio.Task[None] | None, asyncio.StreamWriter]] = []

    async def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append((asyncio.current_task(), writer))
        with suppress(ConnectionError, asyncio.CancelledError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task, writer in lines:
            if task is not None and not task.done():
                task.cancel()
                await asyncio.wait({task})
            with suppress(ConnectionError):
                await writer.wait_closed()


def bugs_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def go_a_round(folder: Path, answer: Callable[[], bytes], times: int = 1) -> tuple[set[LinkState], int]:
    """The states of the link after each of some rounds, and how much still waits."""
    states: set[LinkState] = set()

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(answer())

    async def run() -> int:
        async with serving(say) as port:
            kiosk = Kiosk(folder, PAIRING, port)
            kiosk.stock.outbox.accept(Draft(text="One"))
            for _ in range(times):
                assert 0 < await kiosk.courier.round() <= 60
                states.add(kiosk.ear.state)
            waiting = kiosk.stock.outbox.waiting()
            await kiosk.close()
            return waiting

    return states, asyncio.run(run())


@pytest.mark.parametrize("name", STRANGE)
def test_strange_answers_lose_nothing_and_are_no_bug(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    states, waiting = go_a_round(tmp_path / "kiosk", lambda: STRANGE[name])

    assert states == {LinkState.OFFLINE}
    assert waiting == 1
    assert bugs_in(caplog) == []


def test_bytes_by_chance_are_no_bug_either(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random()
    said = list(STRANGE.values())

    def garbled() -> bytes:
        answer = bytearray(chance.choice(said)[:2000] or b"\0")
        for _ in range(chance.randrange(1, 6)):
            answer[chance.randrange(len(answer))] = chance.randrange(256)
        return bytes(answer)

    states, waiting = go_a_round(tmp_path / "kiosk", garbled, times=rounds(150))

    assert LinkState.ONLINE not in states
    assert waiting == 1
    assert bugs_in(caplog) == []


def test_a_byte_now_and_then_is_not_waited_for_to_the_end() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(OK + b"content-length: 100000\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)

    async def run() -> None:
        async with (
            serving(drip) as port,
            ServerClient(f"http://127.0.0.1:{port}", whole_seconds=0.2) as client,
        ):
            with pytest.raises(Unreachable, match="TimeoutError"):
                await client.get("/changes")

    asyncio.run(run())


@pytest.mark.parametrize("name", ["not found", "no object", "no key", "elsewhere and nowhere"])
def test_a_code_at_a_server_of_another_version_is_a_sentence(name: str) -> None:
    said = {
        "not found": b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n",
        "no object": OK + b"content-length: 2\r\n\r\n[]",
        "no key": OK + b"content-length: 2\r\n\r\n{}",
        "elsewhere and nowhere": b"HTTP/1.1 426 Upgrade Required\r\ncontent-length: 0\r\n\r\n",
    }

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said[name])
        await writer.drain()

    async def run() -> None:
        async with serving(say) as port:
            with pytest.raises(AppError, match="another version"):
                await pair(f"http://127.0.0.1:{port}", new_pairing_code(bytes(32)).text, "By the door")

    asyncio.run(run())
