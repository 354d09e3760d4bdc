"""`teacup`: reads the command line and composes the program that was asked for."""

from __future__ import annotations

import sys


def main() -> int:
    """Run one command; the return value is the exit status."""
    print("Teacup has no commands yet.", file=sys.stderr)  # noqa: T201
    return 2
