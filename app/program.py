"""The program itself: its version, and how it starts itself again for its children."""

from __future__ import annotations

import sys

UNKNOWN_VERSION = "0"


def program_version() -> str:
    # Reads papers with half of the mail library: the kiosk does not wait for it with its first picture.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("teacup")
    except PackageNotFoundError:
        return UNKNOWN_VERSION


def own_command(*arguments: str) -> list[str]:
    """The command line that runs Teacup with `arguments`, from a bundle as well as from the source."""
    started = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]
    return [*started, *arguments]
