"""The kiosk's side of its watchdog: says that the window still answers, hears that the watchdog is gone."""

from __future__ import annotations

import os
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kiosk.endings import BEAT_SECONDS

BEAT = b"."


class Heartbeat(QObject):
    """Beats on `beats`, an open file descriptor, from this thread; `alone` comes once `life` has ended."""

    alone = Signal()

    def __init__(self, *, beats: int, life: int) -> None:
        super().__init__()
        self._beats = beats
        self._life = life
        self._timer = QTimer(self)
        self._timer.setInterval(round(BEAT_SECONDS * 1000))
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """From the first frame on."""
        threading.Thread(target=self._listen, name="watchdog", daemon=True).start()
        self._beat()
        self._timer.start()

    def _beat(self) -> None:
        # Who is gone is told by the other pipe.
        with suppress(OSError):
            os.write(self._beats, BEAT)

    def _listen(self) -> None:
        # Not by `sys.stdin`: its lock would be held when the program ends.
        with suppress(OSError):
            while os.read(self._life, 64):
                pass
        with suppress(RuntimeError):  # the window went first
            self.alone.emit()
