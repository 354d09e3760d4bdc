"""An event loop whose clock stands still until a test moves it: deadlines without waiting."""

from __future__ import annotations

import asyncio

# As many turns as anything takes that a timer sets going here.
TURNS = 10


class HandLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._hand = 1000.0
        super().__init__()

    def time(self) -> float:
        return self._hand

    def forward(self, seconds: float) -> None:
        """Let `seconds` pass, and whatever is due by then happen."""
        self._hand += seconds
        self.settle()

    def settle(self) -> None:
        """Let happen what needs no time."""
        self.run_until_complete(self._turns())

    async def _turns(self) -> None:
        for _ in range(TURNS):
            await asyncio.sleep(0)
