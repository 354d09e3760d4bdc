"""A kiosk that says when its wall was painted, and leaves."""

from __future__ import annotations

from typing import Any

from tests.bench.saying import say_painted
from ui.kiosk.builder import OpenKiosk


class WatchedKiosk(OpenKiosk):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.front.window.frameSwapped.connect(self._watch)

    def _watch(self) -> None:
        """After each frame: whether all notes in view have their letters."""
        hanging = self._wall._hanging
        seen = {one.id for one in hanging.seen(0)}
        places = [place for place in hanging.places if place.hanging and place.hanging.id in seen]
        if places and all(place.picture is not None for place in places):
            self.front.window.frameSwapped.disconnect(self._watch)
            say_painted()
            self.front.leave()
