"""Fair look time: which notes a person could really read, and for how long. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from app.kiosk.notes import Look

# Shorter than this nobody has read anything: the note only passed by.
SHOWN_MS = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a note hangs, in px on the wall."""

    idea_id: UUID
    top: int
    bottom: int


def in_view(spans: Iterable[Span], top: int, bottom: int) -> frozenset[UUID]:
    """The notes of which at least half is seen; of one taller than the view, those that fill half of it."""
    return frozenset(
        span.idea_id
        for span in spans
        if 2 * (min(span.bottom, bottom) - max(span.top, top))
        >= min(span.bottom - span.top, bottom - top)
        > 0
    )


@dataclass(slots=True)
class LookTimes:
    """Counts in milliseconds of any clock that never goes back. A note that stays in view is one view."""

    _since: dict[UUID, int] = field(default_factory=dict)
    _viewed: set[UUID] = field(default_factory=set)
    _times: dict[UUID, int] = field(default_factory=dict)
    _views: dict[UUID, int] = field(default_factory=dict)

    def show(self, ids: frozenset[UUID], now: int) -> None:
        """From now on these are in view, and no others."""
        for gone in self._since.keys() - ids:
            self._count(gone, now)
            del self._since[gone]
            self._viewed.discard(gone)
        for come in ids - self._since.keys():
            self._since[come] = now

    def take(self, now: int) -> tuple[Look, ...]:
        """What was looked at since the last time; those in view go on being looked at."""
        for idea_id in self._since:
            self._count(idea_id, now)
        looks = tuple(
            Look(idea_id=idea_id, milliseconds=time, views=self._views.get(idea_id, 0))
            for idea_id, time in self._times.items()
        )
        self._times, self._views = {}, {}
        return looks

    def _count(self, idea_id: UUID, now: int) -> None:
        time = now - self._since[idea_id]
        if idea_id not in self._viewed:
            if time < SHOWN_MS:
                return
            self._viewed.add(idea_id)
            self._views[idea_id] = self._views.get(idea_id, 0) + 1
        self._times[idea_id] = self._times.get(idea_id, 0) + time
        self._since[idea_id] = now
