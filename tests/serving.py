"""A real server process for tests, and a small client that posts ideas the way a kiosk does."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

ROOT = Path(__file__).parents[1]
READY = re.compile(r"ready http://[^:/]+:(\d+)/")


def free_port() -> int:
    """One of this machine's that nobody listens at, now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def running_server(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start `teacup serve` on a free port of this machine; gives the process and its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui", "--data", str(folder), "serve", "--host", "127.0.0.1", "--port", "0", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        yield process, _port_of(process)
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _port_of(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = READY.match(line)
    if found is None:
        process.kill()
        raise AssertionError(f"the server did not start: {line!r} {process.communicate()[1]}")
    return int(found[1])


def tls_port_of(process: subprocess.Popen[str]) -> int:
    """Of a server that was started with `--tls-port`; it tells that after its other one."""
    assert process.stdout is not None
    found = re.match(r"ready https://[^:/]+:(\d+)/", process.stdout.readline())
    assert found is not None
    return int(found[1])


class IdeaSender:
    """One keep-alive connection to the API that posts ideas; an answer of 200 or 201 is the acknowledgement."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._key = key

    async def __aenter__(self) -> IdeaSender:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *error: object) -> None:
        self._writer.close()

    async def send(self, idea_id: UUID, text: str) -> int:
        """The status of the answer. Raises OSError or asyncio.IncompleteReadError when the server dies."""
        body = json.dumps({"id": str(idea_id), "text": text}).encode()
        self._writer.write(
            f"POST /api/v1/ideas HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {self._key}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?im)^content-length: (\d+)", head)
        await self._reader.readexactly(int(length[1]) if length else 0)
        return int(head.split(" ", 2)[1])
