"""What customers give to the kiosk, until the server has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.ideas import Link


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An idea as somebody wrote it at the kiosk, not yet cleaned."""

    text: str
    name: str = ""
    builds_on: UUID | None = None
    link: Link | None = None
    language: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pinned:
    """An idea that was accepted: it is on the kiosk's disk. `due` is the promised day."""

    id: UUID
    claim_code: str
    due: date
