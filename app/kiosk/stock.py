"""What the kiosk has on its disk, in one hand."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clock import Clock
from app.kiosk.board import CachedBoard
from app.kiosk.file import KioskFile
from app.kiosk.known_facts import KnownFacts
from app.kiosk.known_storms import KnownStorms
from app.kiosk.mirror import Mirror
from app.kiosk.outbox import Outbox
from app.kiosk.pairings import Pairings
from app.kiosk.shop_clock import ShopClock
from app.kiosk.ticks import Ticks


@dataclass(frozen=True, kw_only=True, slots=True)
class Stock:
    file: KioskFile
    board: CachedBoard
    mirror: Mirror
    known: KnownFacts
    storms: KnownStorms
    outbox: Outbox
    pairings: Pairings
    clock: ShopClock
    ticks: Ticks

    @classmethod
    def of(cls, file: KioskFile, *, clock: Clock, ticks: Ticks) -> Stock:
        shop_clock = ShopClock(clock, ticks)
        return cls(
            file=file,
            board=CachedBoard(file),
            mirror=Mirror(file),
            known=KnownFacts(file),
            storms=KnownStorms(file),
            outbox=Outbox(file, clock=shop_clock, ticks=ticks),
            pairings=Pairings(file),
            clock=shop_clock,
            ticks=ticks,
        )
