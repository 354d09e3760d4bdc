"""Qt without a screen: decided before the first window, for Qt aborts the process when it finds none."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def has_screen(environment: MutableMapping[str, str] = os.environ) -> bool:
    """Whether windows can be shown to somebody."""
    chosen = environment.get(PLATFORM_VARIABLE, "").split(":")[0]
    if chosen:
        return chosen not in {"offscreen", "minimal"}
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in _DISPLAYS)


def go_offscreen(environment: MutableMapping[str, str] = os.environ) -> None:
    """From here on Qt draws into memory."""
    environment[PLATFORM_VARIABLE] = "offscreen"
