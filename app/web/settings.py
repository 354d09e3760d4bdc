"""What the server is told when it starts, and the limits it keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rate:
    """A token bucket: so many at once, and so many a second after that."""

    burst: float
    per_second: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Rates are per address and generous: a guest router hides all phones of a shop behind one."""

    reads: Rate = Rate(300, 50)
    votes: Rate = Rate(60, 2)
    # Ideas above the first rate are held for the owner; only above the second are they refused.
    ideas_taken: Rate = Rate(10, 0.1)
    ideas: Rate = Rate(60, 1)
    # Above the first rate wrong codes are refused, above the second right ones too.
    wrong_codes: Rate = Rate(20, 0.2)
    guessed_codes: Rate = Rate(200, 1)
    # A pairing code is typed once in a kiosk's life.
    pairings: Rate = Rate(10, 0.1)
    pairings_in_all: Rate = Rate(60, 1)
    key_calls: Rate = Rate(400, 200)
    # Unfinished = connected, but the request is not complete yet.
    unfinished_per_address: int = 40
    unfinished_in_all: int = 200
    idle_in_all: int = 400
    head_seconds: float = 10
    body_seconds: float = 20
    head_bytes: int = 16 * 1024
    body_bytes: int = 32 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerSettings:
    """`folder` keeps the signing secret and the certificate. Port 0 takes any free port. `tls_may_move`: a
    free port serves the kiosks where `tls_port` is taken, so that customers' pages start all the same.

    `typed_address` gives the address that the owner typed at the desk as the one phones reach, else nothing.
    """

    folder: Path
    port: int
    host: str = "0.0.0.0"
    tls_port: int | None = None
    tls_may_move: bool = False
    typed_address: Callable[[], str] = str
    limits: Limits = field(default_factory=Limits)
