"""How a program that is measured tells the moment; imports nothing that would be measured too."""

from __future__ import annotations

import sys
import time


def say_painted() -> None:
    """By the monotonic clock, on the way that no watchdog listens to."""
    print(f"painted {time.monotonic()}", file=sys.stderr, flush=True)
