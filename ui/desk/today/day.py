"""The day as the page is given it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.owner.today import Overview


@dataclass(frozen=True, slots=True)
class Day:
    """The shop's day as it was read, and when the newest backup of it all was made."""

    overview: Overview
    backed_up_at: datetime | None
