"""What the kiosk's first picture does without is imported here, once it is needed: a quarter of a second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.kiosk.notes import Note
from app.kiosk.pairings import Pairing

if TYPE_CHECKING:
    from app.kiosk.ballot_call import BallotPaper
    from app.kiosk.courier import Telling
    from app.kiosk.courier_loop import CourierLoop
    from app.kiosk.stock import Stock
    from app.kiosk.storms import ToldStorm


def rank_similar(text: str, candidates: Iterable[Note]) -> list[Note]:
    """As the domain ranks them."""
    from app.domain import likeness

    return likeness.rank_similar(text, candidates)


def courier_loop(stock: Stock, telling: Telling) -> CourierLoop:
    """To be made and run on the courier's own thread."""
    from app.kiosk.courier import Courier
    from app.kiosk.courier_loop import CourierLoop

    return CourierLoop(Courier(stock, telling))


def pair(address: str, code: str, name: str) -> Pairing:
    """Get to know the server, waiting for it. Raises AppError."""
    import asyncio

    from app.kiosk.pairing_call import pair

    return asyncio.run(pair(address, code, name))


def storms_in(told: Iterable[object]) -> tuple[ToldStorm, ...]:
    """What can be understood of storms as the server told them."""
    from app.kiosk import told_storms

    return told_storms.storms_in(told)


def shown_at(storms: Sequence[ToldStorm], now: datetime) -> tuple[ToldStorm, ...]:
    """Those that have a place on the kiosk at `now`."""
    from app.kiosk import told_storms

    return told_storms.shown_at(storms, now)


def gathers(storm: ToldStorm, now: datetime) -> bool:
    """Whether what is written `now` belongs to it."""
    from app.domain.storms import Phase

    return storm.phase(now) is Phase.GATHERING


def look_up_ballot(pairing: Pairing | None, code: str) -> BallotPaper:
    """Ask the server for a ballot, waiting for it. Raises AppError."""
    import asyncio

    from app.kiosk import ballot_call

    async def ask() -> BallotPaper:
        async with ballot_call.client_of(pairing) as client:
            return await ballot_call.look_up(client, code)

    return asyncio.run(ask())


def give_ballot(pairing: Pairing | None, code: str, idea_id: UUID) -> None:
    """Give it to the server, waiting for it. Raises AppError."""
    import asyncio

    from app.kiosk import ballot_call

    async def give() -> None:
        async with ballot_call.client_of(pairing) as client:
            await ballot_call.give(client, code, idea_id)

    asyncio.run(give())
