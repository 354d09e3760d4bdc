"""What the kiosk's first picture does without is imported here, once it is needed: a quarter of a second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.kiosk.notes import Note
from app.kiosk.pairings import Pairing

if TYPE_CHECKING:
    from app.kiosk.courier import Telling
    from app.kiosk.courier_loop import CourierLoop
    from app.kiosk.stock import Stock


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
