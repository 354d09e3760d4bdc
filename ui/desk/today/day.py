"""The day as the page is given it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.owner.today import Overview


@dataclass(frozen=True, slots=True)
class Day:
    """The shop's day as it was read, and since when there is a copy of it all; `knows_copies` is false where
    nobody here can tell."""

    overview: Overview
    copied_at: datetime | None
    knows_copies: bool
