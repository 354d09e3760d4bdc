"""A screen of X11 with a window manager on it that nobody sees, a mouse and a keyboard that the manager hears too,
and a look at which windows there are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("Xvfb", "jwm", "xdotool", "xwininfo", "xprop")
SIZE = (1280, 800)
PATIENCE_SECONDS = 60
# No menus, trays and bars of its own: every window there is belongs to the kiosk.
JWM = """<?xml version="1.0"?>
<JWM>
<FocusModel>sloppy</FocusModel>
<Key mask="A" key="F4">close</Key>
<Key mask="A" key="Tab">nextstacked</Key>
<Key mask="A" key="F11">fullscreen</Key>
</JWM>
"""
_WINDOW = re.compile(r"^\s+(0x[0-9a-f]+) (.*?)\s+(\d+)x(\d+)\+")
# The high bits of a window's number say which program made it.
_PROGRAM = 0x1FE00000
# Qt keeps some unseen ones for the clipboard.
_SPECK = 10


def missing_tools() -> list[str]:
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True, slots=True)
class Window:
    id: int
    title: str
    width: int
    height: int


class Screen:
    def __init__(self, display: str) -> None:
        self._display = display

    @property
    def environment(self) -> dict[str, str]:
        """For the programs that shall show themselves here."""
        return {
            **os.environ,
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
        }

    def is_managed(self) -> bool:
        return "window id" in self._tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def windows(self) -> list[Window]:
        """All but specks, also those that no manager is asked about."""
        lines = self._tell("xwininfo", "-root", "-tree").splitlines()
        found = [match for line in lines if (match := _WINDOW.match(line))]
        windows = [Window(int(match[1], 16), match[2], int(match[3]), int(match[4])) for match in found]
        return [window for window in windows if min(window.width, window.height) > _SPECK]

    def of_program(self, window: Window) -> list[Window]:
        """Those that the maker of `window` has."""
        return [other for other in self.windows() if (other.id ^ window.id) & _PROGRAM == 0]

    def wait_for_window(self, title: str) -> Window:
        found: list[Window] = []

        def is_there() -> bool:
            found[:] = [window for window in self.windows() if f'"{title}"' in window.title]
            return found != []

        wait_until(is_there)
        return found[0]

    def do(self, *commands: str) -> None:
        """By xdotool: mouse and keys as the manager and the window have them from real ones."""
        self._tell("xdotool", *commands)

    def _tell(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True
        ).stdout


@contextmanager
def opened_screen(folder: Path) -> Iterator[Screen]:
    """`folder` keeps what the window manager reads."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        size = "x".join(map(str, SIZE))
        server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                f"{size}x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_end, server)
        os.close(writing)
        with os.fdopen(reading) as told:
            screen = Screen(f":{told.readline().strip()}")
        rules = folder / "jwmrc"
        rules.write_text(JWM)
        manager = subprocess.Popen(
            ["jwm", "-f", str(rules)], env=screen.environment, stderr=subprocess.DEVNULL
        )
        stack.callback(_end, manager)
        wait_until(screen.is_managed)
        yield screen


def wait_until(
    condition: Callable[[], object], seconds: float = PATIENCE_SECONDS, pause: float = 0.1
) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(pause)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(PATIENCE_SECONDS)
