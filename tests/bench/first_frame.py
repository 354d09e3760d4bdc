"""Shows a window and says when its first frame was painted; then leaves.

`python -m tests.bench.first_frame bare` is the yardstick, `... desk FOLDER` is the program itself. Prints the
moment by the system's monotonic clock, which the process that measures reads too. Imports late, and in the
program's own order: imports are most of what is measured.
"""

from __future__ import annotations

import sys


def show_bare_window() -> int:
    from PySide6.QtWidgets import QMainWindow  # noqa: PLC0415

    from tests.bench.watched import WatchedApplication  # noqa: PLC0415

    application = WatchedApplication(["bench"])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    return application.exec()


def show_desk(folder: str) -> int:
    import app.opening  # noqa: F401, I001, PLC0415 - before Qt, as the program does it
    from PySide6 import QtWidgets  # noqa: PLC0415
    from tests.bench.watched import WatchedApplication  # noqa: PLC0415

    QtWidgets.QApplication = WatchedApplication  # type: ignore[misc]
    from ui import desk_program  # noqa: PLC0415 - after the class was put in place
    from ui.main import main  # noqa: PLC0415

    # Frames are painted without a screen too; only people need one.
    vars(desk_program)["has_screen"] = lambda: True
    return main(["--data", folder])


if __name__ == "__main__":
    sys.exit(show_bare_window() if sys.argv[1] == "bare" else show_desk(sys.argv[2]))
