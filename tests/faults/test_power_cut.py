"""The plug is pulled: a file system that forgets all that was not synced, under a shop at work.

NORMAL instead of FULL passes every kill and fails here. Needs root and a loop device.
"""

from __future__ import annotations

import os
import random
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.paths import DataFolder
from app.storage.check import check
from app.storage.database import Database
from tests.faults import rounds
from tests.faults.nursery import Nursery
from tests.shop import SetClock

if sys.platform == "win32":
    pytest.skip("a loop device is needed", allow_module_level=True)

from fcntl import ioctl

EXT4_SHUTDOWN = 0x8004587D
WITHOUT_LOG_FLUSH = struct.pack("I", 2)
CHANCE = random.Random()


class Disk:
    """An ext4 file system in a file."""

    def __init__(self, root: Path) -> None:
        self._image, self.place = root / "disk.img", root / "disk"
        self.place.mkdir()
        self._run("truncate", "--size=48M", str(self._image))
        self._run("mkfs.ext4", "-q", str(self._image))

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        self._run("mount", "-o", "loop", str(self._image), str(self.place))
        try:
            yield self.place
        finally:
            self._run("umount", str(self.place))

    def cut(self) -> None:
        handle = os.open(self.place, os.O_RDONLY)
        try:
            ioctl(handle, EXT4_SHUTDOWN, WITHOUT_LOG_FLUSH)
        finally:
            os.close(handle)

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=30)


@pytest.fixture
def loop_disk(tmp_path: Path) -> Disk:
    try:
        made = Disk(tmp_path)
        with made.mounted():
            pass
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    return made


@pytest.mark.timeout(1800)
def test_what_was_acknowledged_survives_a_pulled_plug(
    loop_disk: Disk, nursery: Nursery, tmp_path: Path, clock: SetClock
) -> None:
    acknowledged: set[str] = set()
    for number in range(rounds(5)):
        notes = tmp_path / f"acknowledged{number}"
        with loop_disk.mounted() as place:
            child = nursery.start("submit_for_ever", str(place / "shop"), str(notes))
            end = time.monotonic() + 20
            while not notes.exists() or not notes.stat().st_size:
                assert time.monotonic() < end, "the child did not begin"
                time.sleep(0.002)
            time.sleep(CHANCE.uniform(0, 0.15))
            # What is noted later does not count: here, unlike without power, programs go on after the cut,
            # and a sync that was under way is told to have worked.
            acknowledged |= set(notes.read_text().split())
            loop_disk.cut()
            nursery.kill(child)
        with loop_disk.mounted() as place:
            database = Database.open(DataFolder(place / "shop"), clock=clock)
            stored = {bytes(row[0]).hex() for row in database.rows("SELECT id FROM ideas")}
            report = check(database)
            database.close()
        assert acknowledged <= stored
        assert report.is_sound
    assert acknowledged
