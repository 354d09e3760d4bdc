"""The courier's thread: begins after the kiosk's first picture, keeps nobody waiting, ends in a second."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.kiosk.courier_loop import CourierLoop

_log = logging.getLogger(__name__)
STOP_SECONDS = 1.0


class Worker:
    """`make` is called on the thread itself, for what it imports takes a quarter of a second."""

    def __init__(self, make: Callable[[], CourierLoop]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._loop: CourierLoop | None = None
        self._is_stopped = False
        self._thread = threading.Thread(target=self._run, name="kiosk-courier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Something is to be delivered, or the server is another one: go at once."""
        with self._lock:
            if self._loop is not None and not self._is_stopped:
                self._loop.wake()

    def stop(self) -> None:
        """End the thread; one that does not end within a second is logged and left behind."""
        with self._lock:
            self._is_stopped = True
            if self._loop is not None:
                self._loop.stop()
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
            if self._thread.is_alive():
                _log.warning("The kiosk's courier did not end within %s seconds.", STOP_SECONDS)

    def _run(self) -> None:
        loop = self._make()
        with self._lock:
            if self._is_stopped:
                loop.stop()
            self._loop = loop
        loop.run()
