"""Kiosks: the devices that show the board, how they behave, and the PIN that opens their way out."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.text import clean_line
from app.domain.translation import mark

PROTOCOL = 1
"""What kiosk and server say to each other; another number is another language."""
MOST_VIEWS = 10_000
MOST_MILLISECONDS = 24 * 60 * 60 * 1000
"""Of one idea in one report of looks: more than that nobody looked, and nobody is believed."""
MOST_TOLD = 50
"""Of things of one kind that a kiosk tells of itself in one heartbeat."""
LONGEST_WAIT = timedelta(days=60)
"""So long an idea may have lain in a kiosk; one that says longer counts as that old."""

IDLE_SECONDS = 45
SHORTEST_IDLE_SECONDS = 15
LONGEST_IDLE_SECONDS = 600
SHORTEST_PIN = 4
LONGEST_PIN = 8
PIN_ITERATIONS = 100_000
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class PinHash:
    """PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2). It keeps a PIN from being read, not from being tried: that
    is for the wait between two tries."""

    salt: bytes
    hash: bytes
    iterations: int


def clean_pin(text: str) -> str:
    """A PIN as ASCII digits, whatever script they were typed in. Raises InvalidInput on `pin`."""
    typed = clean_line(text).replace(" ", "")
    if not (typed.isdecimal() and SHORTEST_PIN <= len(typed) <= LONGEST_PIN):
        raise InvalidInput(
            "pin",
            mark("A PIN is %(shortest)s to %(longest)s digits."),
            shortest=SHORTEST_PIN,
            longest=LONGEST_PIN,
        )
    return "".join(str(int(digit)) for digit in typed)


def hash_pin(pin: str, *, iterations: int = PIN_ITERATIONS) -> PinHash:
    """What is kept of a PIN; takes a tenth of a second. Raises InvalidInput as `clean_pin`."""
    salt = secrets.token_bytes(SALT_BYTES)
    return PinHash(salt, _digest(clean_pin(pin), salt, iterations), iterations)


def pin_matches(pin: str, kept: PinHash) -> bool:
    """Whether `pin` is the one that was set; takes a tenth of a second, unless it can be none at all."""
    try:
        typed = clean_pin(pin)
    except InvalidInput:
        return False
    return hmac.compare_digest(_digest(typed, kept.salt, kept.iterations), kept.hash)


def _digest(pin: str, salt: bytes, iterations: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", pin.encode("ascii"), salt, iterations)


@dataclass(frozen=True, kw_only=True, slots=True)
class KioskRules:
    """How a shop's kiosks behave. Without a `pin` any corner hold opens the way out."""

    idle_seconds: int = IDLE_SECONDS
    has_motion: bool = True
    pin: PinHash | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kiosk:
    """A paired device as the desk lists it. `last_seen_at` is some seconds old at most while it is there;
    `outbox` counts what it has still to deliver; `problems` are sentences it reports of itself."""

    id: UUID
    name: str
    paired_at: datetime
    last_seen_at: datetime | None = None
    outbox: int = 0
    version: str = ""
    problems: tuple[str, ...] = ()
    revoked_at: datetime | None = None


class SetAsideKind(StrEnum):
    IDEA = "idea"
    VOTE = "vote"
    LOOKS = "looks"


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """What a kiosk accepted and the server refused for good: `sentence` says why, `text` what a customer
    wrote (empty for what is no idea), `at` when it was accepted. `id` is that of the thing itself."""

    id: UUID
    kiosk_id: UUID
    kind: SetAsideKind
    sentence: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """How often and how long altogether a kiosk has really shown one idea."""

    idea_id: UUID
    milliseconds: int
    views: int
