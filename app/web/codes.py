"""Claim codes and ballots as they come from outside: looked up so that guessing does not pay."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import Request

from app.domain.errors import NotFound, TooMany
from app.domain.translation import mark
from app.services.customer.balloting import BallotView
from app.services.customer.following import Claim
from app.web.guards import client_key
from app.web.limits import Buckets
from app.web.site import Site

T = TypeVar("T")

# Right or wrong, an answer comes after this: how long it takes says nothing about a code.
ANSWER_SECONDS = 0.06


class Codes:
    """Every page that shows what a code opens asks here: slowly, evenly, and not too often.

    Only wrong codes count. A guest router hides all phones of a shop behind one address, so after many wrong
    ones the right ones still open; after very many, nothing does, or guessing would only cost patience.
    """

    def __init__(
        self,
        site: Site,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._site = site
        self._monotonic = monotonic
        self._sleep = sleep
        self._wrong = Buckets(site.limits.wrong_codes)
        self._guessed = Buckets(site.limits.guessed_codes)

    async def claim(self, request: Request, code: str) -> Claim:
        """Raises NotFound, and TooMany for a wrong code after many from one address."""
        return await self._slowly(request, lambda: self._site.door.claim(code[:40]))

    async def ballot(self, request: Request, code: str) -> BallotView:
        """As `claim`: each ballot is a voice, and nobody shall find one by trying."""
        return await self._slowly(request, lambda: self._site.door.storms.ballot(code[:40]))

    async def _slowly(self, request: Request, look_up: Callable[[], T]) -> T:
        started = self._monotonic()
        try:
            return self._looked_up(client_key(request.scope), look_up)
        finally:
            await self._sleep(max(0.0, ANSWER_SECONDS - (self._monotonic() - started)))

    def _looked_up(self, address: str, look_up: Callable[[], T]) -> T:
        wait = self._guessed.wait_for(address)
        if wait:
            raise _too_many(wait)
        try:
            return look_up()
        except NotFound:
            self._guessed.take(address)
            wait = self._wrong.take(address)
            if wait:
                raise _too_many(wait) from None
            raise


def _too_many(wait: int) -> TooMany:
    sentence = mark("Too many wrong codes came from here. Please wait a moment, then try again.")
    return TooMany(sentence, retry_after=wait)
