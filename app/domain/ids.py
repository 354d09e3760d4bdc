"""Ids that whoever creates a thing makes before the first try: the same id sent twice is one thing."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID


def new_id(now: datetime) -> UUID:
    """A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits; later ids sort later."""
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    random = secrets.randbits(74)
    version_and_high = 0x7000 | (random >> 62)
    variant_and_low = (0b10 << 62) | (random & (2**62 - 1))
    return UUID(int=(milliseconds << 80) | (version_and_high << 64) | variant_and_low)


def parse_id(text: str) -> UUID | None:
    """The id that `text` spells, or None when it spells none."""
    try:
        return UUID(text)
    except (ValueError, AttributeError):
        return None
