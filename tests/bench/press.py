"""Presses requests into a server over kept-alive sockets and looks at nothing but status, length and time."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import uvloop

CLIENTS = 64
LONGEST_SECONDS = 120
NOT_MODIFIED = 304
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_TAG = b"etag:"


@dataclass(frozen=True, slots=True)
class Load:
    """What one pressing showed. Times in seconds, each from sending to the last byte of the answer; `tag` is
    the first ETag that was seen."""

    elapsed: float
    times: tuple[float, ...]
    statuses: Counter[int]
    tag: str

    @property
    def per_second(self) -> float:
        return len(self.times) / self.elapsed

    def percentile(self, share: float) -> float:
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]

    def must_be(self, *wanted: int) -> None:
        """Refuse a measurement of anything but the answers it is about."""
        if set(self.statuses) - set(wanted):
            raise RuntimeError(f"The server answered {dict(self.statuses)} where {wanted} were expected.")


def press(port: int, requests: Sequence[bytes], *, clients: int = CLIENTS) -> Load:
    """Send all `requests` to 127.0.0.1:`port`, as many at a time as there are `clients`."""
    return uvloop.run(_press(port, requests, clients))


def request(
    method: str, path: str, *, body: bytes = b"", headers: Sequence[str] = (), host: str = "127.0.0.1"
) -> bytes:
    """One request's bytes, with a length where there is a body."""
    length = [f"Content-Length: {len(body)}"] if body else []
    head = [f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, *length]
    return "\r\n".join(head).encode() + _HEAD_END + body


async def _press(port: int, requests: Sequence[bytes], clients: int) -> Load:
    loop = asyncio.get_running_loop()
    waiting = deque(requests)
    statuses: Counter[int] = Counter()
    times: list[float] = []
    visitors = []
    for number in range(min(clients, len(requests))):
        visitor = _Visitor(waiting, times, statuses, loop.create_future())
        # Each has an address of its own, as each phone has: limits by address see a crowd, not one.
        address = (f"127.0.1.{number + 1}", 0)
        await loop.create_connection(partial(_itself, visitor), "127.0.0.1", port, local_addr=address)
        visitors.append(visitor)
    began = time.perf_counter()
    for visitor in visitors:
        visitor.send_next()
    async with asyncio.timeout(LONGEST_SECONDS):
        await asyncio.gather(*(visitor.done for visitor in visitors))
    elapsed = time.perf_counter() - began
    return Load(elapsed, tuple(times), statuses, visitors[0].tag)


def _itself(visitor: _Visitor) -> _Visitor:
    return visitor


def _header(head: bytes, name: bytes) -> bytes:
    start = head.lower().find(b"\r\n" + name)
    return head[start + 2 + len(name) :].split(b"\r\n", 1)[0].strip() if start >= 0 else b""


class _Visitor(asyncio.Protocol):
    """One kept-alive connection: sends the next request when the last one is answered to the end."""

    def __init__(
        self, waiting: deque[bytes], times: list[float], statuses: Counter[int], done: asyncio.Future[None]
    ) -> None:
        self.done = done
        self._waiting = waiting
        self._times = times
        self._statuses = statuses
        self.tag = ""
        self._received = b""
        self._expected = -1
        self._sent_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def send_next(self) -> None:
        if not self._waiting:
            self._transport.close()
            self.done.set_result(None)
            return
        self._sent_at = time.perf_counter()
        self._transport.write(self._waiting.popleft())

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._expected < 0:
            self._read_head()
        if 0 <= self._expected <= len(self._received):
            self._times.append(time.perf_counter() - self._sent_at)
            self._received, self._expected = b"", -1
            self.send_next()

    def _read_head(self) -> None:
        head, end, _ = self._received.partition(_HEAD_END)
        if not end:
            return
        status = int(head[9:12])
        self._statuses[status] += 1
        length = 0 if status == NOT_MODIFIED else int(_header(head, _LENGTH) or 0)
        self._expected = len(head) + len(end) + length
        if not self.tag:
            self.tag = _header(head, _TAG).decode()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionError("The server closed a connection in the middle."))
