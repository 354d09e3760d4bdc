"""The server is killed at random moments under load: what it acknowledged is there, once.

`TEACUP_KILLS` sets how often; the ordinary run does a hundred, a long one a thousand.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from uuid import UUID

import pytest

from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.opening import open_owners_shop
from app.paths import DataFolder
from tests.making import TUESDAY, SetClock
from tests.serving import IdeaSender, running_server

KILLS = int(os.environ.get("TEACUP_KILLS", "100"))
CLIENTS = 8
ACKNOWLEDGED = {200, 201}


class Load:
    """Clients that send ideas until the server dies, and send again what was not acknowledged."""

    def __init__(self) -> None:
        self.acknowledged: set[UUID] = set()
        self.open: list[UUID] = []

    async def press(self, port: int, key: str) -> None:
        await asyncio.gather(*(self._send(port, key) for _ in range(CLIENTS)))

    async def _send(self, port: int, key: str) -> None:
        idea_id = None
        try:
            async with IdeaSender(port, key) as sender:
                while True:
                    idea_id = self.open.pop() if self.open else new_id(TUESDAY)
                    if await sender.send(idea_id, f"Idea {idea_id}") in ACKNOWLEDGED:
                        self.acknowledged.add(idea_id)
                    idea_id = None
        except (OSError, asyncio.IncompleteReadError):
            if idea_id is not None:
                self.open.append(idea_id)


async def _press_and_kill(load: Load, folder: DataFolder, key: str, after: float) -> None:
    with running_server(folder.root) as (process, port):
        asyncio.get_running_loop().call_later(after, process.kill)
        await load.press(port, key)


def _stored(folder: DataFolder) -> Counter[UUID]:
    found: Counter[UUID] = Counter()
    with open_owners_shop(folder, SetClock()) as shop:
        after: str | None = None
        while True:
            page = shop.owner.inbox(InboxView.ALL, after=after, limit=1000)
            found.update(idea.id for idea in page.ideas)
            after = page.next
            if after is None:
                return found


@pytest.mark.timeout(1200)
def test_no_acknowledged_idea_is_lost_or_doubled(folder: DataFolder) -> None:
    load, chance = Load(), random.Random(20261122)
    with open_owners_shop(folder, SetClock()) as shop:
        key = shop.owner.make_key("Kiosk")

    for _ in range(KILLS):
        asyncio.run(_press_and_kill(load, folder, key, chance.uniform(0.01, 0.2)))

    stored = _stored(folder)
    assert len(load.acknowledged) > KILLS
    assert load.acknowledged - stored.keys() == set()
    assert [idea_id for idea_id, times in stored.items() if times > 1] == []
