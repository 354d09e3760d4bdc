"""Opening hours of one day of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """On the shop's own clock. What closes no later than it opens closes on the next day."""

    opens: time
    closes: time

    @property
    def is_overnight(self) -> bool:
        return self.closes <= self.opens


# Seven, Monday first. None: open the whole day, if it is an open day at all.
WeekHours = tuple[OpeningHours | None, ...]
NO_HOURS: WeekHours = (None,) * 7
