"""Runs a command that makes paper. It needs Qt to lay text out, but no screen."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtGui import QGuiApplication

from ui.paper_commands.codes import code
from ui.paper_commands.notice import notices
from ui.paper_commands.press import Make, make_file
from ui.paper_commands.sheets import SHEETS
from ui.shared.fonts import register_fonts
from ui.shared.platform import go_offscreen, has_screen


def run(arguments: argparse.Namespace) -> int:
    """Run the command named in `arguments`; gives the exit status. Raises AppError with what went wrong."""
    if not has_screen():
        go_offscreen()
    # Held until the end: text cannot be laid out without it.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        register_fonts()
        return make_file(_maker(arguments), arguments)
    finally:
        del application


def _maker(arguments: argparse.Namespace) -> Make:
    if arguments.command == "sheet":
        return SHEETS[arguments.kind]
    return {"notice": notices, "qr": code}[arguments.command]
