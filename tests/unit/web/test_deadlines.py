"""Deadlines of the guarded protocol, under a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from app.web.protocol import GuardedProtocol, UnfinishedRequests, guarded_protocol
from app.web.settings import Limits
from tests.unit.web.hand_loop import HandLoop
from tests.unit.web.running import status

LIMITS = Limits(head_seconds=10, body_seconds=20)
KEEP_ALIVE_SECONDS = 5
START_OF_A_BODY = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nfew"


class Wire(asyncio.Transport):
    """The server's end of a connection; `said` is what went out."""

    def __init__(self, protocol: GuardedProtocol) -> None:
        super().__init__({"peername": ("192.168.1.50", 50000), "sockname": ("192.168.1.2", 8765)})
        self._protocol = protocol
        self.said = b""
        self.is_open = True

    def write(self, data: bytes | bytearray | memoryview[Any]) -> None:
        self.said += bytes(data)

    def is_closing(self) -> bool:
        return not self.is_open

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self._protocol.connection_lost(None)

    def abort(self) -> None:
        self.close()


class Client:
    """A client that takes its time."""

    def __init__(self, loop: HandLoop) -> None:
        config = uvicorn.Config(
            echo, ws="none", lifespan="off", log_config=None, timeout_keep_alive=KEEP_ALIVE_SECONDS
        )
        self.unfinished = UnfinishedRequests(per_address=5, in_all=8)
        self._loop = loop
        self._protocol = guarded_protocol(LIMITS, self.unfinished)(config, ServerState(), {}, loop)
        self.wire = Wire(self._protocol)
        self._protocol.connection_made(self.wire)

    def say(self, data: bytes) -> None:
        self._protocol.data_received(data)
        self._loop.settle()

    def wait(self, seconds: float) -> bool:
        """Let time pass; gives whether the line is still open."""
        self._loop.forward(seconds)
        return self.wire.is_open


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body() if scope["method"] == "POST" else b"hello"
    await PlainTextResponse(body)(scope, receive, send)


@pytest.fixture
def client() -> Iterator[Client]:
    loop = HandLoop()
    yield Client(loop)
    loop.forward(60)
    loop.close()


@pytest.mark.parametrize("start", [b"", b"GET / HTTP/1.1\r\nHost: he", b"\r\n", b"GET / HT"])
def test_an_unfinished_head_is_refused_at_the_deadline(client: Client, start: bytes) -> None:
    client.say(start)

    before, after = client.wait(9.9), client.wait(0.2)

    assert (before, after) == (True, False)
    assert status(client.wire.said) == 408
    assert len(client.unfinished) == 0


def test_drops_of_a_head_do_not_prolong_the_deadline(client: Client) -> None:
    drops = b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: yes"
    for number in range(9):
        client.say(drops[number : number + 1])
        assert client.wait(1.1), number

    client.say(drops[9:])

    assert not client.wait(0.2)
    assert status(client.wire.said) == 408


def test_an_unfinished_body_is_cut_at_its_own_deadline(client: Client) -> None:
    client.wait(9)
    client.say(START_OF_A_BODY)

    before, after = client.wait(19.9), client.wait(0.2)

    assert (before, after) == (True, False)
    assert len(client.unfinished) == 0


def test_a_body_that_comes_in_time_is_answered(client: Client) -> None:
    client.say(START_OF_A_BODY)
    client.wait(19)
    client.say(b"x" * 97)

    assert status(client.wire.said) == 200
    assert client.wire.said.endswith(b"few" + b"x" * 97)
    assert len(client.unfinished) == 0


def test_an_answered_line_is_kept_for_a_while_and_then_closed(client: Client) -> None:
    client.say(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")

    before, after = client.wait(4.9), client.wait(0.2)

    assert client.wire.said.endswith(b"hello")
    assert (before, after) == (True, False)


def test_stray_line_ends_after_an_answer_do_not_hold_the_line(client: Client) -> None:
    client.say(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    client.say(b"\r\n")

    before, after = client.wait(9.9), client.wait(0.2)

    assert (before, after) == (True, False)
