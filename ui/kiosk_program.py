"""`teacup kiosk` itself, below its watchdog: from the folder to the closed window."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication

from app.data_root import make_data_folder
from app.domain.clock import SystemClock
from app.domain.errors import AppError
from app.domain.translation import mark
from app.kiosk.core import KioskCore
from app.logs import keep_log
from app.only_one import Held, only_one
from app.paths import DataFolder, resource
from app.program import program_version
from app.words import available_languages, load_words
from ui.kiosk.builder import OpenKiosk, RestingKiosk, Surroundings
from ui.kiosk.endings import AGAIN, LEFT
from ui.kiosk.heartbeat import Heartbeat
from ui.shared.program_icon import dress_program

SECOND_KIOSK = mark(
    "This kiosk is open already. Close that one first, or give this one a folder of its own with --data."
)
NO_FOLDER = mark("The kiosk's folder cannot be written: %(reason)s")
# How long a kiosk that cannot open its file rests before it tries again.
RESTING_MS = 30_000
STANDARD_INPUT, STANDARD_OUTPUT = 0, 1
log = logging.getLogger(__name__)


def run_kiosk(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Show the kiosk until somebody leaves it; gives the exit status, which the watchdog reads.

    Raises AppError when the folder cannot be used or another kiosk uses it.
    """
    with _only_one(folder):
        app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        assert isinstance(app, QGuiApplication)
        # The end of the last window ends nothing: the front says when.
        app.setQuitOnLastWindowClosed(False)
        keep_log(folder, "kiosk")
        around = _surroundings(app, arguments)
        try:
            core = KioskCore.open(folder.root, clock=around.clock)
        except AppError as problem:
            return _rest(app, RestingKiosk(problem, around))
        kiosk = OpenKiosk(core, around)
        kiosk.install_crash_hook()
        if arguments.pair:
            kiosk.front.began.connect(lambda: kiosk.pair(arguments.server, arguments.pair))
        return _run(app, kiosk)


def _rest(app: QGuiApplication, kiosk: RestingKiosk) -> int:
    QTimer.singleShot(RESTING_MS, lambda: app.exit(AGAIN))
    return _run(app, kiosk)


def _run(app: QGuiApplication, kiosk: OpenKiosk | RestingKiosk) -> int:
    heartbeat = Heartbeat(beats=STANDARD_OUTPUT, life=STANDARD_INPUT)
    heartbeat.alone.connect(kiosk.front.leave)
    kiosk.front.began.connect(heartbeat.start)
    kiosk.front.began.connect(lambda: log.info("The kiosk is open."))
    kiosk.front.left.connect(lambda: app.exit(LEFT))
    # Python looks at signals whenever it runs, and the heartbeat makes it run.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: kiosk.front.leave())
    try:
        kiosk.show()
        dress_program(app)
        return app.exec()
    finally:
        kiosk.close()


@contextmanager
def _only_one(folder: DataFolder) -> Iterator[None]:
    """Two kiosks on one folder would deliver one outbox."""
    with ExitStack() as held:
        try:
            make_data_folder(folder.root)
            held.enter_context(only_one(folder.root / "kiosk.lock"))
        except Held as error:
            raise AppError(SECOND_KIOSK) from error
        except OSError as error:
            raise AppError(NO_FOLDER, reason=error.strerror or str(error)) from error
        yield


def _surroundings(app: QGuiApplication, arguments: argparse.Namespace) -> Surroundings:
    return Surroundings(
        load_words=lambda language: load_words(language, resource("translations")),
        language=_own_language(),
        clock=SystemClock(),
        version=program_version,
        again=lambda: app.exit(AGAIN),
        is_windowed=arguments.windowed,
        screen=arguments.screen,
        name=arguments.name,
    )


def _own_language() -> str:
    """Of this machine, until a shop says otherwise."""
    offered = available_languages(resource("translations"))
    wanted = [tag for name in QLocale.system().uiLanguages() for tag in (name, name.split("-")[0])]
    return next((tag for tag in wanted if tag in offered), "en")
