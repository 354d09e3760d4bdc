"""`teacup kiosk` as it is started by people: a watchdog without Qt, which runs the kiosk as its child."""

from __future__ import annotations

import argparse
import os

from app.domain.errors import AppError
from app.domain.translation import mark
from app.logs import keep_log
from app.paths import DataFolder
from app.program import own_command
from ui.kiosk.watchdog import Watchdog
from ui.shared.autostart import Program, set_autostart
from ui.shared.platform import PLATFORM_VARIABLE, has_screen

NO_SCREEN = mark("There is no screen here. The kiosk needs one; `teacup serve` does not.")


def run_watch(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Keep the kiosk running until somebody leaves it; gives the exit status. Raises AppError."""
    again = kiosk_command(arguments, folder)
    if arguments.autostart is not None:
        set_autostart(Program.KIOSK, own_command(*again), is_on=arguments.autostart == "on")
        return 0
    # Somebody who names a platform without a screen knows what he does.
    if not has_screen() and PLATFORM_VARIABLE not in os.environ:
        raise AppError(NO_SCREEN)
    keep_log(folder, "kiosk-watchdog")
    pairing = ["--server", arguments.server, "--pair", arguments.pair] if arguments.pair else []
    # A code is good for once: after a fall it would only be refused.
    watchdog = Watchdog(
        own_command(*again, "--watched", *pairing),
        again=own_command(*again, "--watched"),
    )
    watchdog.stop_on_signals()
    return watchdog.run()


def kiosk_command(arguments: argparse.Namespace, folder: DataFolder) -> list[str]:
    """What starts this kiosk again, on the same folder and screen."""
    command = ["--data", str(folder.root.absolute()), "kiosk", "--name", arguments.name]
    if arguments.screen is not None:
        command += ["--screen", str(arguments.screen)]
    if arguments.windowed:
        command.append("--windowed")
    return command
