"""How often the codes in the shop are scanned: counted in memory, stored once a second.

A scan is no verb of anybody's: to lose a second of them costs less than a synced write for each.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter

from starlette.types import Scope

from app.domain.errors import AppError
from app.services.customer.door import CustomerDoor
from app.web.site import header

log = logging.getLogger("teacup.web")

STORED_EACH_SECONDS = 1.0
# Previews in chats, search engines and link checkers. Cubot makes phones.
_ROBOTS = re.compile(r"(?<!cu)bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|monitor", re.I)


class Scans:
    """Counts for the loop it is called in. Whoever ends that loop lets it `finish` first."""

    def __init__(self, door: CustomerDoor) -> None:
        self._door = door
        self._counted: Counter[str] = Counter()
        self._waiting: asyncio.TimerHandle | None = None
        self._storing: set[asyncio.Task[None]] = set()

    def count(self, token: str) -> None:
        """One form was opened by the code with that token."""
        self._counted[token] += 1
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().call_later(STORED_EACH_SECONDS, self._start)

    async def store(self) -> None:
        """Store what was counted until now. What the disk does not take is lost, and logged."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        tokens, self._counted = list(self._counted.elements()), Counter()
        results = await asyncio.gather(*map(self._door.count_scan, tokens), return_exceptions=True)
        for failure in (result for result in results if isinstance(result, BaseException)):
            if not isinstance(failure, AppError):
                raise failure
            log.warning("A scan was not stored: %s", failure)

    async def finish(self) -> None:
        """Store the last of them, and wait for what is being stored already."""
        await self.store()
        await asyncio.gather(*self._storing)

    def _start(self) -> None:
        task = asyncio.get_running_loop().create_task(self.store())
        self._storing.add(task)
        task.add_done_callback(self._storing.discard)


def is_by_a_person(scope: Scope) -> bool:
    """Whether somebody opens the page, and no robot, preview or eager browser."""
    if scope["method"] != "GET" or _ROBOTS.search(header(scope, b"user-agent")):
        return False
    return "prefetch" not in header(scope, b"sec-purpose") + header(scope, b"purpose")
