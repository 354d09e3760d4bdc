"""A real server in a thread, on a free port, for tests that need real sockets."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from app.web.protocol import UnfinishedRequests, guarded_protocol
from app.web.settings import Limits

PATIENCE_SECONDS = 10


@contextlib.contextmanager
def serving(
    application: ASGIApp,
    limits: Limits,
    *,
    keep_alive: int = 5,
    unfinished: UnfinishedRequests | None = None,
) -> Iterator[int]:
    """The port on which `application` answers behind the guarded protocol."""
    if unfinished is None:
        unfinished = UnfinishedRequests(
            per_address=limits.unfinished_per_address, in_all=limits.unfinished_in_all
        )
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    server = uvicorn.Server(
        uvicorn.Config(
            application,
            http=guarded_protocol(limits, unfinished),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=keep_alive,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until(lambda: server.started)
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)
        listening.close()


def until(condition: object, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until `condition()` is true; fails when it does not become so."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def connected(port: int, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS, source_address=(source, 0))


def exchange(port: int, data: bytes, source: str = "127.0.0.1") -> bytes:
    """Send `data`, read until the server closes; a cut connection reads as what came before."""
    with connected(port, source) as line:
        with contextlib.suppress(OSError):
            line.sendall(data)
        return everything(line)


def everything(line: socket.socket) -> bytes:
    answer = b""
    with contextlib.suppress(ConnectionError):
        while chunk := line.recv(65536):
            answer += chunk
    return answer


def status(answer: bytes) -> int:
    """The number in the status line; 0 when there was none."""
    return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0
