"""The sheets that got a number for one print: given up with it, they count as never made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.notices import Notice
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

# Moments are stored to the millisecond.
MOMENT = timedelta(milliseconds=1)


class FreshSheets:
    """`begin` and `note` belong to the worker thread that makes the print, `give_up` to the window's. A sheet
    that was made before keeps its number, and hangs already."""

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        self._tools = tools
        self._owner = owner
        self._began: datetime = tools.clock.now()
        self._ids: list[UUID] = []

    def begin(self) -> None:
        self._began = self._tools.clock.now() - MOMENT
        self._ids = []

    def note(self, notice: Notice) -> None:
        if notice.made_at >= self._began:
            self._ids.append(notice.id)

    def forget(self) -> None:
        """On the worker thread: none of them is printed."""
        if self._ids:
            self._owner.wall.give_up(self._ids)
            self._ids = []

    def give_up(self, then: Callable[[], None]) -> None:
        """`then` comes on the GUI thread."""
        self._tools.background.run(self.forget, lambda _done: then())
