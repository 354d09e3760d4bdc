"""A gate in the network: lets bytes through to a server, and cuts the line after as many as it is told."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from enum import Enum

ALL = 10**9


class Way(Enum):
    THERE = "there"
    BACK = "back"


class Gate:
    """In the loop of the test. Counting begins with the request whose line holds `mark`."""

    def __init__(self, port: int, mark: bytes) -> None:
        self._server_port = port
        self._mark = mark
        self._lines: set[asyncio.Task[None]] = set()
        self.open()

    async def start(self) -> int:
        """The port at which it stands."""
        self._listening = await asyncio.start_server(self._pass, "127.0.0.1", 0)
        return int(self._listening.sockets[0].getsockname()[1])

    def open(self) -> None:
        """Let everything through, and count anew."""
        self._left = {Way.THERE: ALL, Way.BACK: ALL}
        self.passed = {Way.THERE: 0, Way.BACK: 0}
        self._counts = False
        self.has_cut = False

    def cut_after(self, way: Way, number: int) -> None:
        """Cut the next line that brings the marked request, after `number` bytes of it or of its answer."""
        self.open()
        self._left[way] = number

    async def close(self) -> None:
        self._listening.close()
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._server_port)
        there = asyncio.create_task(self._pump(reader, server_writer, Way.THERE))
        back = asyncio.create_task(self._pump(server_reader, writer, Way.BACK))
        try:
            await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            pass  # the test is over; nobody waits for this line
        finally:
            for pump in (there, back):
                pump.cancel()
            # The server gets what was let through; the kiosk sees the line break.
            server_writer.close()
            writer.transport.abort()
            self._lines.discard(task)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Way) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                if way is Way.THERE and self._mark in data:
                    self._counts = True
                let_through = data[: self._left[way]] if self._counts else data
                writer.write(let_through)
                await writer.drain()
                if self._counts:
                    self.passed[way] += len(let_through)
                    self._left[way] -= len(let_through)
                    if self._left[way] <= 0:
                        self.has_cut = True
                        return
