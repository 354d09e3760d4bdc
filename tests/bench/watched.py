"""An application that says when the first frame of its window was painted, and then leaves."""

from __future__ import annotations

import time

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


class WatchedApplication(QtWidgets.QApplication):
    """Notes the end of the first paint of a window, then quits as a person would."""

    _depth = 0
    _painted_at = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """A frame is painted within the handling of one event: window first, then all its parts."""
        cls = WatchedApplication
        cls._depth += 1
        try:
            done = super().notify(receiver, event)
        finally:
            cls._depth -= 1
        if not cls._painted_at and event.type() == QEvent.Type.Paint and _is_shown_window(receiver):
            cls._painted_at = -1.0
        if cls._painted_at < 0 and cls._depth == 0:
            cls._painted_at = time.monotonic()
            QTimer.singleShot(0, self._tell)
        return done

    def _tell(self) -> None:
        print(f"painted {self._painted_at}", flush=True)
        self.closeAllWindows()
        self.quit()


def _is_shown_window(receiver: QObject) -> bool:
    return isinstance(receiver, QtWidgets.QWidget) and receiver.isWindow() and receiver.isVisible()
