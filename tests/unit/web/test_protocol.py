"""The guarded protocol, driven by raw sockets: uvicorn's hooks are not documented."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from app.web.protocol import UnfinishedRequests
from app.web.settings import Limits
from tests.unit.web.running import connected, everything, exchange, serving, status

LIMITS = Limits(head_seconds=0.4, body_seconds=0.6, unfinished_per_address=5, unfinished_in_all=8)
ASK = b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body() if scope["method"] == "POST" else b"hello"
    await PlainTextResponse(body)(scope, receive, send)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving(echo, LIMITS, keep_alive=1) as port:
        yield port


def test_an_honest_request_is_answered(port: int) -> None:
    assert exchange(port, ASK).endswith(b"hello")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: here\r\nX: " + b"x" * 20_000 + b"\r\n\r\n",
        b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: here\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: here\r\n" + b"X: y\r\n" * 20_000,
        b"GET / HTTP/1.1\r\nHost: here\r\nX: " + b"x" * 3_000_000,
    ],
)
def test_a_giant_head_is_refused(port: int, head: bytes) -> None:
    assert status(exchange(port, head)) in (0, 431)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x00" * 50,
        b"HELO shop\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused_with_our_headers(port: int, nonsense: bytes) -> None:
    answer = exchange(port, nonsense)

    assert status(answer) in (400, 408)
    assert b"x-content-type-options: nosniff" in answer
    assert b"content-security-policy" in answer


def test_two_requests_on_one_line_are_both_answered(port: int) -> None:
    answer = exchange(port, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n" + ASK)

    assert answer.count(b"hello") == 2


def test_over_the_cap_the_oldest_of_the_busiest_address_goes(port: int) -> None:
    lines = [connected(port, "127.0.0.3") for _ in range(6)]
    for line in lines:
        line.sendall(b"GET / HTTP/1.1\r\nHost: he")
        time.sleep(0.01)

    answers = [everything(line) for line in lines]

    assert [status(answer) for answer in answers] == [0, 408, 408, 408, 408, 408]
    for line in lines:
        line.close()


def test_newcomers_are_answered_while_the_house_is_full(port: int) -> None:
    sources = ["127.0.0.4", "127.0.0.5", "127.0.0.6"]
    lines = [connected(port, source) for _ in range(4) for source in sources]
    for line in lines:
        line.sendall(b"GET / HT")

    answers = [status(exchange(port, ASK, "127.0.0.9")) for _ in range(5)]

    assert answers == [200] * 5
    for line in lines:
        line.close()


class Line:
    def __init__(self) -> None:
        self.dropped = False

    def drop(self) -> None:
        self.dropped = True


def test_the_count_of_unfinished_requests_comes_back_to_nothing() -> None:
    unfinished = UnfinishedRequests(per_address=2, in_all=3)
    lines = [Line() for _ in range(6)]

    for number, line in enumerate(lines):
        unfinished.add(line, f"address {number % 2}")
        unfinished.add(line, f"address {number % 2}")
    assert len(unfinished) == 3
    for number, line in enumerate(lines):
        unfinished.discard(line, f"address {number % 2}")

    assert len(unfinished) == 0
    assert [line.dropped for line in lines] == [True, True, True, False, False, False]
