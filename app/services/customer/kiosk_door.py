"""The kiosks' door: what a paired device may do beside what every customer may.

As with the customers' door, reads run in the caller's thread and writes are awaited until they are stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.kiosks import Kiosk
from app.services.customer import mirroring, pairing, reporting
from app.services.customer.delivering import Delivery, as_verb
from app.services.customer.mirroring import BoardChanges
from app.services.customer.pairing import Caller, Paired
from app.services.customer.reporting import KioskReport
from app.services.seams import AwaitsWrites, Reads


class KioskDoor:
    def __init__(self, *, reads: Reads, writes: AwaitsWrites, clock: Clock) -> None:
        self._reads = reads
        self._writes = writes
        self._clock = clock

    def caller(self, key: str) -> Caller | None:
        """Who holds an API key; None when it was never given out or is revoked."""
        return self._reads.read(lambda stores: pairing.caller(stores, key))

    async def pair(self, secret: str, name: str) -> Paired:
        """Raises InvalidInput for the name, WrongPairingCode."""
        return await self._writes.write(
            partial(pairing.pair, secret=secret, name=name, now=self._clock.now())
        )

    async def report(self, kiosk: Kiosk, told: KioskReport) -> tuple[UUID, ...]:
        """Note what `kiosk` (as last read) tells, where it is news; the ids of what was set aside that it may
        forget now."""
        now = self._clock.now()
        if not reporting.is_worth_writing(kiosk, told, now):
            return ()
        return await self._writes.write(partial(reporting.report, kiosk_id=kiosk.id, told=told, now=now))

    def changes(self, since: int, *, after: str = "", limit: int) -> BoardChanges:
        """What customers see otherwise than after journal row `since`."""
        return self._reads.read(lambda stores: mirroring.board_changes(stores, since, after, limit))

    def views(self, ids: Collection[UUID]) -> dict[UUID, int]:
        return self._reads.read(lambda stores: stores.looks.views(ids))

    async def deliver(self, deliveries: Sequence[Delivery]) -> list[bool | BaseException]:
        """Do each in this order, whatever becomes of the others: whether it was new, or what it raised."""
        return await asyncio.gather(*map(self._deliver, deliveries), return_exceptions=True)

    async def _deliver(self, delivery: Delivery) -> bool:
        # Nothing is awaited before the writer has taken it: the tasks start in order, and so do the verbs.
        return await self._writes.write(as_verb(delivery, self._clock.now()))
