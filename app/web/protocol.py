"""The lowest guard: requests that never get finished lose their connection, honest newcomers never do.

Subclasses uvicorn's httptools protocol, whose hooks are not documented: uvicorn is pinned to one minor, and
tests drive this by raw sockets.
"""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar, Protocol

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.web.limits import address_key
from app.web.security import PLAIN_HEADERS
from app.web.settings import Limits

# A client that was told goodbye and does not read it is cut off after this.
LINGER_SECONDS = 5
REASONS = {400: b"Bad Request", 408: b"Request Timeout", 431: b"Request Header Fields Too Large"}


class Droppable(Protocol):
    def drop(self) -> None: ...


class UnfinishedRequests:
    """Connections whose request is not complete, oldest first for each address.

    Over a cap the oldest of the busiest address goes. To refuse newcomers instead would hand the
    attacker the weapon: 500 slow clients then shut out all honest ones.
    """

    def __init__(self, *, per_address: int, in_all: int) -> None:
        self._per_address = per_address
        self._in_all = in_all
        self._by_address: dict[str, dict[Droppable, None]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, connection: Droppable, address: str) -> None:
        mine = self._by_address.setdefault(address, {})
        if connection in mine:
            return
        mine[connection] = None
        self._count += 1
        if len(mine) > self._per_address:
            self._drop_oldest_of(address)
        elif self._count > self._in_all:
            self._drop_oldest_of(max(self._by_address, key=lambda one: len(self._by_address[one])))

    def discard(self, connection: Droppable, address: str) -> None:
        mine = self._by_address.get(address)
        if mine is None or connection not in mine:
            return
        del mine[connection]
        self._count -= 1
        if not mine:
            del self._by_address[address]

    def _drop_oldest_of(self, address: str) -> None:
        oldest = next(iter(self._by_address[address]))
        self.discard(oldest, address)
        oldest.drop()


class GuardedProtocol(HttpToolsProtocol):
    """Head and body have deadlines, the head has a size, and what a client does not read is thrown away."""

    limits: ClassVar[Limits]
    unfinished: ClassVar[UnfinishedRequests]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._address = ""
        self._deadline: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None
        self._refused = False
        self._in_message = False
        self._in_head = True
        self._watches_body = False
        self._head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = address_key(self.client[0]) if self.client else ""
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._finish()
        self._stop_stall_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A request that comes in one piece, as nearly all do, costs no timer."""
        if self._refused:
            return
        self._head_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if not self._in_message and not self._is_idle:
            self._finish()
        elif self._in_head and self._head_bytes > self.limits.head_bytes:
            self._refuse(431)
        else:
            self._watch()  # also after stray line ends: the keep-alive timer stops with any byte

    def on_message_begin(self) -> None:
        self._in_message = self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        if self._head_bytes > self.limits.head_bytes and self._head_size() > self.limits.head_bytes:
            self._refuse(431)
            return
        self._head_bytes = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_message = False
        if not self._refused:
            self._head_bytes = 0
            super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if len(self.connections) > self.limits.idle_in_all:
            self.shutdown()

    def timeout_keep_alive_handler(self) -> None:
        self._close_soon()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        self._refuse(400)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self.limits.body_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        self._stop_stall_timer()
        super().resume_writing()

    def drop(self) -> None:
        """Cut the connection without a word, to make room for others."""
        self._finish()
        self.transport.abort()

    @property
    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _head_size(self) -> int:
        """What came may hold a body or a second request too: only the head counts."""
        return len(self.url) + sum(len(name) + len(value) for name, value in self.headers)

    def _watch(self) -> None:
        """Start the clock of the head, or of the body once the head is there. Neither starts twice."""
        body = self._in_message and not self._in_head
        if self._deadline is None:
            self.unfinished.add(self, self._address)
        elif body == self._watches_body:
            return
        self._watches_body = body
        self._set_deadline(self.limits.body_seconds if body else self.limits.head_seconds)

    def _finish(self) -> None:
        self.unfinished.discard(self, self._address)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _set_deadline(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(seconds, self._refuse, 408)

    def _refuse(self, status: int) -> None:
        """Answer without asking the application, then close."""
        if self._refused:
            return
        self._refused = True
        self._finish()
        if self._is_idle:
            self.transport.write(_bare_answer(status))
        self._close_soon()

    def _close_soon(self) -> None:
        """Close when all is written, and cut when the other side does not take it."""
        self.transport.close()
        self.loop.call_later(LINGER_SECONDS, self.transport.abort)

    def _stop_stall_timer(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None


def guarded_protocol(limits: Limits, unfinished: UnfinishedRequests) -> type[GuardedProtocol]:
    """The class for one server's listeners, which share the count of unfinished requests."""
    return type("Guarded", (GuardedProtocol,), {"limits": limits, "unfinished": unfinished})


def _bare_answer(status: int) -> bytes:
    reason = REASONS[status]
    headers = b"".join(name + b": " + value + b"\r\n" for name, value in PLAIN_HEADERS)
    return (
        b"HTTP/1.1 %d %s\r\n" % (status, reason)
        + headers
        + b"content-type: text/plain; charset=utf-8\r\ncontent-length: %d\r\nconnection: close\r\n\r\n"
        % len(reason)
        + reason
    )
