"""Claim codes as they come from outside: looked up so that guessing does not pay."""

from __future__ import annotations

import asyncio
import time

from starlette.requests import Request

from app.domain.errors import NotFound, TooMany
from app.domain.translation import mark
from app.services.customer.following import Claim
from app.web.guards import client_key
from app.web.limits import Buckets
from app.web.site import Site

# Right or wrong, an answer comes after this: how long it takes says nothing about a code.
ANSWER_SECONDS = 0.06


class Codes:
    """Every page that shows what a code opens asks here: slowly, evenly, and not too often."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._wrong = Buckets(site.limits.wrong_codes)

    async def claim(self, request: Request, code: str) -> Claim:
        """Raises NotFound, and TooMany after many wrong codes from one address."""
        started = time.monotonic()
        address = client_key(request.scope)
        wait = self._wrong.wait_for(address)
        try:
            if wait:
                sentence = mark("Too many wrong codes came from here. Please wait a moment, then try again.")
                raise TooMany(sentence, retry_after=wait)
            return self._site.door.claim(code[:40])
        except NotFound:
            self._wrong.take(address)
            raise
        finally:
            await asyncio.sleep(max(0.0, ANSWER_SECONDS - (time.monotonic() - started)))
