"""Shows a window and says when its first frame was painted; then leaves.

`python -m tests.bench.first_frame bare` and `... bare-board` are the yardsticks, `... desk FOLDER` and
`... kiosk FOLDER` the programs themselves. Says the moment by the system's monotonic clock, which the process
that measures reads too. Imports late, and in the program's own order: imports are most of what is measured.
"""

from __future__ import annotations

import sys
from pathlib import Path


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


def show_bare_board() -> int:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQuick import QQuickView  # noqa: PLC0415

    from tests.bench.saying import say_painted  # noqa: PLC0415

    application = QGuiApplication(["bench"])
    view = QQuickView(str(Path(__file__).with_name("BareBoard.qml")))
    view.frameSwapped.connect(say_painted)
    view.frameSwapped.connect(application.quit)
    view.show()
    return application.exec()


def show_kiosk(folder: str) -> int:
    """As people start it: its watchdog, which starts the kiosk."""
    from ui.main import main  # noqa: I001, PLC0415
    from ui import kiosk_watch  # noqa: PLC0415

    vars(kiosk_watch)["own_command"] = lambda *_arguments: [
        *(sys.executable, "-m", "tests.bench.first_frame"),
        *("watched-kiosk", folder),
    ]
    return main(["--data", folder, "kiosk"])


def show_watched_kiosk(folder: str) -> int:
    import app.kiosk.core  # noqa: F401, I001, PLC0415 - before Qt, as the program does it
    from ui import kiosk_program  # noqa: PLC0415
    from tests.bench.watched_board import WatchedKiosk  # noqa: PLC0415
    from ui.main import main  # noqa: PLC0415

    vars(kiosk_program)["OpenKiosk"] = WatchedKiosk
    return main(["--data", folder, "kiosk", "--watched"])


if __name__ == "__main__":
    program, *arguments = sys.argv[1:]
    bare = {"bare": show_bare_window, "bare-board": show_bare_board}
    ours = {"desk": show_desk, "kiosk": show_kiosk, "watched-kiosk": show_watched_kiosk}
    sys.exit(bare[program]() if program in bare else ours[program](*arguments))
