"""The list of what Windows starts when this user logs in: the Run key. Written by its documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.shared.autostart import Program

if sys.platform == "win32":
    import winreg

    RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"

    class RunKey:
        """A value for each program, its command line as Windows takes it apart."""

        def change(self, program: Program, command: Sequence[str], *, is_on: bool) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                if is_on:
                    line = subprocess.list2cmdline(command)
                    winreg.SetValueEx(key, program.value, 0, winreg.REG_SZ, line)
                elif self.has(program):
                    winreg.DeleteValue(key, program.value)

        def has(self, program: Program) -> bool:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                    winreg.QueryValueEx(key, program.value)
            except FileNotFoundError:
                return False
            return True
