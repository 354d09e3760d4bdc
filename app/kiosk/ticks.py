"""Time that no clock change moves: counted from the machine's start, and worth nothing after the next one."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment of one run of the machine: milliseconds since it was started."""

    boot: str
    milliseconds: int

    def since(self, earlier: Tick) -> int | None:
        """Milliseconds from `earlier` to this; None when the machine was started anew in between."""
        return self.milliseconds - earlier.milliseconds if self.boot == earlier.boot else None


Ticks = Callable[[], Tick]


def system_ticks() -> Ticks:
    """Ticks of this machine. Where it does not name its runs, each run of the program counts as one."""
    boot = _boot_id()
    return lambda: Tick(boot, _milliseconds())


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return secrets.token_hex(16)


def _milliseconds() -> int:
    # The other monotonic clocks stand still while the machine sleeps.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    return time.monotonic_ns() // 1_000_000
