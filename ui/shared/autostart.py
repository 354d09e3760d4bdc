"""Starts desk or kiosk when somebody logs in, as each system keeps its list of what to start.

Linux: the desktops' common folder of entries. macOS: a launch agent. Windows: the user's own Run key.
"""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import MutableMapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

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
    found = _list_for(environment)
    if found is None:
        raise AppError(BY_HAND)
    try:
        found.change(program, command, is_on=is_on)
    except OSError as error:
        raise AppError(FAILED, reason=error.strerror or str(error)) from error


def starts_by_itself(program: Program, environment: MutableMapping[str, str] = os.environ) -> bool:
    found = _list_for(environment)
    return found is not None and found.has(program)


def _list_for(environment: MutableMapping[str, str]) -> StartList | None:
    """None on a system whose list is not known."""
    if sys.platform == "win32":
        from ui.shared.autostart_windows import RunKey

        return RunKey()
    # Apart from the question above: a checker of types on one system thinks the others away.
    system: str = sys.platform
    if system == "darwin":
        return _Agents(Path(environment.get("HOME") or Path.home()) / "Library" / "LaunchAgents")
    return _Entries(autostart_folder(environment)) if system.startswith("linux") else None


class StartList(Protocol):
    """What a system starts when somebody logs in. Both raise OSError."""

    def change(self, program: Program, command: Sequence[str], *, is_on: bool) -> None: ...

    def has(self, program: Program) -> bool: ...


class _Files:
    """A folder with a file for each program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def change(self, program: Program, command: Sequence[str], *, is_on: bool) -> None:
        file = self._folder / self.name(program)
        if not is_on:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_privately(file, self.content(program, command))

    def has(self, program: Program) -> bool:
        return (self._folder / self.name(program)).exists()

    def name(self, program: Program) -> str:
        raise NotImplementedError

    def content(self, program: Program, command: Sequence[str]) -> str:
        raise NotImplementedError


class _Entries(_Files):
    """By the desktop entry specification."""

    def name(self, program: Program) -> str:
        return program.file

    def content(self, program: Program, command: Sequence[str]) -> str:
        return _ENTRY.format(name=program.value, command=" ".join(map(quoted, command)))


class _Agents(_Files):
    """As launchd reads them at the next login."""

    def name(self, program: Program) -> str:
        return f"{_label(program)}.plist"

    def content(self, program: Program, command: Sequence[str]) -> str:
        agent = {
            "Label": _label(program),
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        return plistlib.dumps(agent).decode()


def _label(program: Program) -> str:
    return f"app.teacup.{program.name.lower()}"


def autostart_folder(environment: MutableMapping[str, str]) -> Path:
    """By the XDG base directory and autostart specifications."""
    chosen = environment.get("XDG_CONFIG_HOME", "")
    return (Path(chosen) if chosen else Path.home() / ".config") / "autostart"


def quoted(argument: str) -> str:
    """As the desktop entry specification wants an argument of `Exec`: escaped twice, and no field codes."""
    inner = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in argument)
    return '"' + inner.replace("\\", "\\\\").replace("%", "%%") + '"'
