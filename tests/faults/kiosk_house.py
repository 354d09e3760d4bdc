"""A kiosk beside a real server process, for tests that cut, kill and damage what lies between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from app.domain.clock import SystemClock
from app.domain.errors import AppError
from app.kiosk import late
from app.kiosk.courier import Courier
from app.kiosk.file import KioskFile
from app.kiosk.link import Changed, LinkState
from app.kiosk.pairings import Pairing
from app.kiosk.stock import Stock
from app.kiosk.ticks import system_ticks
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.web.certificate import certificate_fingerprint
from tests.serving import running_server

_TEXTS = "SELECT r.text FROM ideas i JOIN revisions r ON r.id = i.revision_id ORDER BY i.number"


@dataclass(frozen=True)
class KioskHouse:
    """The shop's folder, and the port at which its server answers this machine."""

    folder: DataFolder
    port: int

    def pairing(self) -> Pairing:
        """As another kiosk."""
        with open_owners_shop(self.folder, SystemClock()) as shop:
            code = shop.owner.new_pairing(certificate_fingerprint(self.folder.root))
        return late.pair(f"http://127.0.0.1:{self.port}", code.text, "By the door")

    def texts(self) -> list[str]:
        """What was stored, in the order in which it came."""
        connection = apsw.Connection(str(self.folder.database), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return [str(row[0]) for row in connection.execute(_TEXTS)]
        finally:
            connection.close()

    def lost_and_doubled(self, accepted: list[str]) -> tuple[list[str], list[str]]:
        stored = Counter(self.texts())
        lost = [text for text in accepted if text not in stored]
        return lost, [text for text, times in stored.items() if times > 1]


class Deaf:
    """Hears what the courier tells, and does nothing about it."""

    state = LinkState.CONNECTING

    def stand(self, state: LinkState) -> None:
        self.state = state

    def tell(self, changed: Changed) -> None: ...

    def problems(self) -> tuple[AppError, ...]:
        return ()


class Kiosk:
    """A kiosk without a screen, whose courier goes when it is told to."""

    def __init__(self, folder: Path, pairing: Pairing, port: int | None = None) -> None:
        """`port` leads through whatever stands between the kiosk and its server."""
        file = KioskFile.open(folder, clock=SystemClock())
        self.stock = Stock.of(file, clock=SystemClock(), ticks=system_ticks())
        if port is not None:
            pairing = replace(pairing, address=f"http://127.0.0.1:{port}")
        self.stock.pairings.set(pairing)
        self.ear = Deaf()
        self.courier = Courier(self.stock, self.ear)

    async def deliver_all(self, most_rounds: int) -> None:
        for _ in range(most_rounds):
            await self.courier.round()
            if not self.stock.outbox.waiting():
                return
        raise AssertionError(f"{self.stock.outbox.waiting()} things still wait")

    async def close(self) -> None:
        await self.courier.close()
        self.stock.file.close()


@contextmanager
def kiosk_house(root: Path) -> Iterator[KioskHouse]:
    folder = DataFolder(root)
    with running_server(folder.root) as (_, port):
        yield KioskHouse(folder, port)
