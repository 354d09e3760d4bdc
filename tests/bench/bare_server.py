"""Yardsticks: uvicorn alone, answering a byte string, or storing one row with all that wait in one commit.

Run as `python -m tests.bench.bare_server bytes|row FOLDER`; prints its port and serves until it is ended.
"""

from __future__ import annotations

import asyncio
import queue
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import apsw
import uvicorn

from tests.bench.slow_disk import use_slow_disk_if_asked

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
MOST_AT_ONCE = 256
TEN_KILOBYTES = b"x" * 10_000


class BareRow:
    """One row a request, acknowledged after a FULL commit. No journal, no index, nothing looked at."""

    def __init__(self, file: Path) -> None:
        self._waiting: queue.SimpleQueue[tuple[bytes, asyncio.Future[None]]] = queue.SimpleQueue()
        self._file = file
        threading.Thread(target=self._write, daemon=True).start()

    async def __call__(self, _scope: Message, receive: Receive, send: Send) -> None:
        body = (await receive())["body"]
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.put((body, stored))
        await stored
        await _answer(send, 201, b"ok")

    def _write(self) -> None:
        connection = apsw.Connection(str(self._file))
        for statement in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "CREATE TABLE ideas (body BLOB)",
        ):
            connection.execute(statement).fetchall()
        while True:
            batch = [self._waiting.get()]
            while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
                batch.append(self._waiting.get())
            with connection:
                connection.executemany("INSERT INTO ideas VALUES (?)", [(body,) for body, _ in batch])
            batch[0][1].get_loop().call_soon_threadsafe(_acknowledge, [future for _, future in batch])


def _acknowledge(futures: list[asyncio.Future[None]]) -> None:
    for future in futures:
        future.set_result(None)


async def bare_bytes(_scope: Message, _receive: Receive, send: Send) -> None:
    await _answer(send, 200, TEN_KILOBYTES)


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-length", str(len(body)).encode()), (b"content-type", b"text/html")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class _Server(uvicorn.Server):
    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)


def main() -> None:
    use_slow_disk_if_asked()
    app = bare_bytes if sys.argv[1] == "bytes" else BareRow(Path(sys.argv[2], "bare.db"))
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, lifespan="off", log_level="error", access_log=False
    )
    _Server(config).run()


if __name__ == "__main__":
    main()
