"""Where customers reach us, as the owner says it: the shop's public address, or one typed at the desk."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

LOOK_AGAIN_SECONDS = 5
WHOLE = ("http://", "https://")


class OwnAddresses:
    """Asks `typed`, which may read a file, every five seconds at most; `public` each time.

    As soon as there is one, somebody else may stand before us on this machine: a proxy of the owner's.
    """

    def __init__(
        self,
        *,
        public: Callable[[], str],
        typed: Callable[[], str],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._public = public
        self._ask = typed
        self._monotonic = monotonic
        self._typed = ""
        self._asked_at = -float(LOOK_AGAIN_SECONDS)

    def all(self) -> tuple[str, ...]:
        """Whole addresses like `https://ideas.example.org`, without a slash at the end; often none."""
        now = self._monotonic()
        if now - self._asked_at >= LOOK_AGAIN_SECONDS:
            self._asked_at = now
            with suppress(OSError):  # somebody is writing the settings: what was read before still holds
                self._typed = self._ask()
        return tuple(each.rstrip("/") for each in (self._typed, self._public()) if each.startswith(WHOLE))

    def names(self) -> frozenset[str]:
        """The host names in them, lower case."""
        return frozenset(name for address in self.all() if (name := _name(address)))


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:
        return ""
