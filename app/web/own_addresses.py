"""Where customers reach us, as the owner says it: the shop's public address, or one typed at the desk."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from app.addresses import MachineAddress, machine_addresses
from app.reach import choose_address, is_local
from app.settings import Settings

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

    def typed(self) -> str:
        """What the owner chose at the desk: a whole address, one of this machine's, or nothing."""
        now = self._monotonic()
        if now - self._asked_at >= LOOK_AGAIN_SECONDS:
            self._asked_at = now
            with suppress(OSError):  # somebody is writing the settings: what was read before still holds
                self._typed = self._ask()
        return self._typed

    def all(self) -> tuple[str, ...]:
        """Whole addresses like `https://ideas.example.org`, without a slash at the end; often none."""
        return tuple(each.rstrip("/") for each in (self.typed(), self._public()) if each.startswith(WHOLE))

    def names(self) -> frozenset[str]:
        """The host names in them, lower case."""
        return frozenset(name for address in self.all() if (name := _name(address)))


class PhoneAddress:
    """Where a phone in the shop reaches us: for codes that a kiosk shows. Looked up every five seconds at
    most, for networks change."""

    def __init__(
        self,
        own: OwnAddresses,
        public: Callable[[], str],
        port: int,
        *,
        machine: Callable[[], Sequence[MachineAddress]] = machine_addresses,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._own = own
        self._public = public
        self._port = port
        self._machine = machine
        self._monotonic = monotonic
        self._known: list[str] = []
        self._looked_at = -float(LOOK_AGAIN_SECONDS)

    def get(self) -> str | None:
        """Without a slash at the end; None while no other machine can reach us."""
        now = self._monotonic()
        if now - self._looked_at >= LOOK_AGAIN_SECONDS:
            self._looked_at = now
            self._known = [found.address for found in self._machine()]
        settings = Settings(address=self._own.typed(), port=self._port)
        address = choose_address(self._public(), settings, self._known, self._port)
        return None if is_local(address) else address


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:
        return ""
