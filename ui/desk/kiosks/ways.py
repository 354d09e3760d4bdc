"""How a kiosk comes to this shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class KioskWays:
    """`fingerprint` is the SHA-256 of the server's certificate; `open_kiosk` starts the program on this
    computer with address and code, without a code as it was paired before; `remembered` and `remember` keep
    the id of that one; `usual_port` is the port that paired kiosks know."""

    fingerprint: Callable[[], bytes]
    open_kiosk: Callable[[str, str], None]
    screens: Callable[[], int]
    remembered: Callable[[], str]
    remember: Callable[[str], None]
    usual_port: int
