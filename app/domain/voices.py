"""Voices: what somebody said at the counter or on the telephone, and that was an idea already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ideas import Channel


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """One more who says the same as an idea; it counts as one "me too"."""

    id: UUID
    idea_id: UUID
    channel: Channel
    name: str = ""
    created_at: datetime
