"""A disk whose sync takes its time: a layer under SQLite that sleeps before each one.

Only the start scripts of this folder ask for it, by an environment variable; the program knows nothing of it.
"""

from __future__ import annotations

import os
import time

import apsw

VARIABLE = "TEACUP_BENCH_SYNC_SECONDS"
_NAME = "slow-disk"


class _SlowFile(apsw.VFSFile):
    def __init__(
        self, disk: str, name: str | apsw.URIFilename | None, flags: list[int], seconds: float
    ) -> None:
        super().__init__(disk, name, flags)
        self._seconds = seconds

    def xSync(self, flags: int) -> None:
        time.sleep(self._seconds)
        super().xSync(flags)


class _SlowDisk(apsw.VFS):
    def __init__(self, disk: str, seconds: float) -> None:
        self._disk = disk
        self._seconds = seconds
        super().__init__(_NAME, disk, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _SlowFile(self._disk, name, flags, self._seconds)


_in_use: list[_SlowDisk] = []  # SQLite keeps no hold of the Python object


def use_slow_disk_if_asked() -> None:
    """Make the slow disk the default of every connection of this process, if the variable gives seconds."""
    seconds = float(os.environ.get(VARIABLE, "0"))
    if seconds:
        _in_use.append(_SlowDisk(apsw.vfs_names()[0], seconds))
