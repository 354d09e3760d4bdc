"""Photos that prove what was done: small JPEGs of our own making, without a word of where they were taken."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

LONGEST_SIDE = 1600
MOST_BYTES = 600_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo:
    """`content` is a JPEG file of at most MOST_BYTES."""

    id: UUID
    idea_id: UUID
    content: bytes
    width: int
    height: int
