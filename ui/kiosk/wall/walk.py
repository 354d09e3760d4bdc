"""Keys walk over the wall: from note to note, and from a note to its torn corner."""

from __future__ import annotations

from uuid import UUID

from ui.kiosk.look import Look
from ui.kiosk.visit import Visit
from ui.kiosk.wall.columns import Step
from ui.kiosk.wall.hanging import HangingNotes
from ui.kiosk.wall.place import Place

_TURNED = {Step.LEFT: Step.RIGHT, Step.RIGHT: Step.LEFT}


class Walk:
    """Where the focus is; nowhere until keys bring it to the wall."""

    def __init__(self, hanging: HangingNotes, *, look: Look, visit: Visit) -> None:
        self._hanging = hanging
        self._look = look
        self._visit = visit
        self._current: UUID | None = None
        self._is_on_corner = False

    @property
    def place(self) -> Place | None:
        """Of the note that has the focus."""
        return None if self._current is None else self._hanging.place_of(self._current)

    @property
    def is_on_corner(self) -> bool:
        return self._is_on_corner

    def enter(self) -> None:
        """Back to the note of before if it still hangs in sight, else to the first one in view."""
        if self.place is None:
            self._go_to(self._hanging.first_seen())

    def leave(self) -> None:
        place = self.place
        if place is not None:
            place.set_current(False)
        self._current, self._is_on_corner = None, False

    def step(self, way: str) -> None:
        """On a mirrored page left leads to the next column."""
        if self._current is None or self.place is None:
            self.enter()
            return
        step = Step[way.upper()]
        if self._look.isMirrored:
            step = _TURNED.get(step, step)
        self._go_to(self._hanging.next_to(self._current, step))

    def go_to_corner(self, is_corner: bool) -> bool:
        """Answers whether the focus moved."""
        if self._current is None or is_corner == self._is_on_corner:
            return False
        self._is_on_corner = is_corner
        self._show()
        return True

    def _go_to(self, idea_id: UUID | None) -> None:
        if idea_id is not None:
            self._visit.touch()
            self.leave()
            self._current = idea_id
            self._hanging.reach(idea_id)
            self._show()

    def _show(self) -> None:
        place = self.place
        if place is not None:
            place.set_current(True, is_on_corner=self._is_on_corner)
