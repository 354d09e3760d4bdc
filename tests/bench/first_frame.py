"""Shows a window and says when its first frame was painted; then leaves.

`python -m tests.bench.first_frame bare` is the yardstick, `... desk FOLDER` is the program itself. Prints the
moment by the system's monotonic clock, which the process that measures reads too.
"""

from __future__ import annotations

import sys
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
    return isinstance(receiver, QtWidgets.QMainWindow) and receiver.isVisible()


def show_bare_window() -> int:
    application = WatchedApplication(["bench"])
    window = QtWidgets.QMainWindow()
    window.resize(1440, 900)
    window.show()
    return application.exec()


def show_desk(folder: str) -> int:
    QtWidgets.QApplication = WatchedApplication  # type: ignore[misc]
    from ui import desk_program  # noqa: PLC0415 - after the class was put in place
    from ui.main import main  # noqa: PLC0415

    # Frames are painted without a screen too; only people need one.
    vars(desk_program)["has_screen"] = lambda: True
    return main(["--data", folder])


if __name__ == "__main__":
    sys.exit(show_bare_window() if sys.argv[1] == "bare" else show_desk(sys.argv[2]))
