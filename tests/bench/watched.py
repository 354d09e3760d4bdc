"""An application that says when the first frame of its window was painted, and then leaves."""

from __future__ import annotations

import time

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


class WatchedApplication(QtWidgets.QApplication):
    """Notes the end of the first paint of a window, then quits as a person would."""

    _painted = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        done = super().notify(receiver, event)
        if not self._painted and event.type() == QEvent.Type.Paint and _is_shown_window(receiver):
            WatchedApplication._painted = True
            # The window's parts are painted after it, in the same turn of the loop.
            QTimer.singleShot(0, self._tell)
        return done

    def _tell(self) -> None:
        print(f"painted {time.monotonic()}", flush=True)
        self.closeAllWindows()
        self.quit()


def _is_shown_window(receiver: QObject) -> bool:
    return isinstance(receiver, QtWidgets.QWidget) and receiver.isWindow() and receiver.isVisible()
