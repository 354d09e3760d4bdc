"""Starts desk or kiosk when somebody logs in, by the desktops' common folder of programs to start."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence
from enum import Enum
from pathlib import Path

from app.domain.errors import AppError
from app.domain.translation import mark
from app.private import replace_privately


class Program(Enum):
    """What can start by itself, and under which name the system lists it."""

    DESK = "Teacup"
    KIOSK = "Teacup kiosk"

    @property
    def file(self) -> str:
        return f"{self.value.lower().replace(' ', '-')}.desktop"


BY_HAND = mark(
    "On this system Teacup cannot add itself to what starts by itself. The help page “The kiosk” says how."
)
FAILED = mark("The list of what starts by itself could not be written: %(reason)s")
_ENTRY = """\
[Desktop Entry]
Type=Application
Name={name}
Exec={command}
X-GNOME-Autostart-enabled=true
"""


def set_autostart(
    program: Program,
    command: Sequence[str],
    *,
    is_on: bool,
    environment: MutableMapping[str, str] = os.environ,
) -> None:
    """Write or take away the entry that runs `command`. Raises AppError where there is no such folder."""
    if not sys.platform.startswith("linux"):
        raise AppError(BY_HAND)
    entry = autostart_folder(environment) / program.file
    try:
        if not is_on:
            entry.unlink(missing_ok=True)
            return
        entry.parent.mkdir(parents=True, exist_ok=True)
        replace_privately(entry, _ENTRY.format(name=program.value, command=" ".join(map(quoted, command))))
    except OSError as error:
        raise AppError(FAILED, reason=error.strerror or str(error)) from error


def starts_by_itself(program: Program, environment: MutableMapping[str, str] = os.environ) -> bool:
    return (autostart_folder(environment) / program.file).exists()


def autostart_folder(environment: MutableMapping[str, str]) -> Path:
    """By the XDG base directory and autostart specifications."""
    chosen = environment.get("XDG_CONFIG_HOME", "")
    return (Path(chosen) if chosen else Path.home() / ".config") / "autostart"


def quoted(argument: str) -> str:
    """As the desktop entry specification wants an argument of `Exec`: escaped twice, and no field codes."""
    inner = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in argument)
    return '"' + inner.replace("\\", "\\\\").replace("%", "%%") + '"'
