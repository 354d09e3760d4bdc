"""The courier's rounds, one after the other, and what cuts short the rest between two of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from app.kiosk.courier import Courier

CLOSING_SECONDS = 0.5


class CourierLoop:
    """Made and run on one thread; `wake` and `stop` come from others."""

    def __init__(self, courier: Courier) -> None:
        self._courier = courier
        self._loop = asyncio.new_event_loop()
        self._woken = asyncio.Event()
        self._rounds: asyncio.Task[None] | None = None

    def run(self) -> None:
        """Until `stop`."""
        self._rounds = self._loop.create_task(self._go_rounds())
        try:
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._rounds)
            self._loop.run_until_complete(self._close())
        finally:
            # Not asyncio.run, which waits for names that are still being looked up.
            self._loop.close()

    def wake(self) -> None:
        """Begin the next round at once, or right after the one under way."""
        self._call(self._woken.set)

    def stop(self) -> None:
        """End, whatever is under way; what was under way will be sent again."""
        self._call(self._cancel)

    async def _go_rounds(self) -> None:
        await self._go_round()
        self._courier.check()
        while True:
            await self._go_round()

    async def _go_round(self) -> None:
        """One round, and the rest after it."""
        self._woken.clear()
        wait = await self._courier.round()
        # Not asyncio.wait_for, which on Python 3.11 forgets that it was cancelled when it is also woken.
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self._woken.wait()

    async def _close(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._courier.close(), CLOSING_SECONDS)

    def _cancel(self) -> None:
        if self._rounds is not None:
            self._rounds.cancel()

    def _call(self, what: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: there is nobody left to hear it
            self._loop.call_soon_threadsafe(what)
