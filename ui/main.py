"""`teacup`: reads the command line and hands over to the program that was asked for.

The one place that sees everything; it imports late, so that each program loads only its own half.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from app.command_line import DESK, KIOSK, WITH_QT, parse
from app.domain.errors import AppError
from app.paths import DataFolder


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Gives the exit status: 0 done, 1 the world said no, 2 wrong usage."""
    _let_everything_be_printed()
    arguments = parse(argv)
    if getattr(arguments, "json", False) and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return _run(arguments)
    except AppError as error:
        print(error, file=sys.stderr)  # noqa: T201
    except BrokenPipeError:
        # The reader of our output went away; leave nothing for the interpreter to complain about.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        pass
    return 1


def _let_everything_be_printed() -> None:
    """A pipe of Windows knows some 200 letters; the others are spelt out instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: argparse.Namespace) -> int:
    if arguments.command not in WITH_QT:
        from app.commands import run

        return run(arguments)
    if arguments.command == DESK:
        # Before Qt: PySide 6.11 reads the source of each module that is imported after it.
        import app.opening
        from ui.desk_program import run_desk

        return run_desk(DataFolder.choose(arguments.data), another=arguments.another_desk)
    if arguments.command == "sample":
        import app.opening  # noqa: F401
        from ui.sample_program import run_sample

        return run_sample(DataFolder.choose(arguments.data))
    if arguments.command == KIOSK:
        return _run_kiosk(arguments)
    if arguments.command == "demo":
        from ui.demo import run_demo

        return run_demo(arguments)
    if arguments.command == "selftest":
        from ui.selftest import run_selftest

        return run_selftest(print)
    from ui.paper_commands.run import run as run_on_paper

    return run_on_paper(arguments)


def _run_kiosk(arguments: argparse.Namespace) -> int:
    """Its watchdog, which starts this program once more; or the watched one itself."""
    folder = DataFolder.choose_for_kiosk(arguments.data)
    if not arguments.watched:
        from ui.kiosk_watch import run_watch

        return run_watch(arguments, folder)
    # Before Qt, as for the desk.
    import app.kiosk.core  # noqa: F401
    from ui.kiosk_program import run_kiosk

    return run_kiosk(arguments, folder)
