"""A file that one process at a time may hold. The system lets go of it when that process ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Held(Exception):
    """Another process has it."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the file at `path`, which is made. Raises Held, or OSError where no file can be made."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _hold(handle)
        except OSError as error:
            raise Held from error
        yield
    finally:
        os.close(handle)
