"""What lies in the data folder is its owner's alone, also where the folder around it is open to others."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.logs import keep_log
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.private import replace_privately
from app.reach import ServingRecord
from tests.making import SetClock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders private by itself")


@pytest.fixture
def open_folder(folder: DataFolder) -> Iterator[DataFolder]:
    """A data folder that was there before, with nothing hidden by the umask."""
    folder.root.mkdir()
    folder.root.chmod(0o755)
    umask = os.umask(0)
    yield folder
    os.umask(umask)


@pytest.fixture
def unlogged() -> Iterator[None]:
    """The log as it was, though the test adds to it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def rights(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def fill(folder: DataFolder, clock: SetClock) -> dict[str, int]:
    """Have everything made that lies in a data folder; what others may do with each."""
    with open_owners_shop(folder, clock) as shop:
        shop.owner.add_idea("A bench outside.")
        shop.keeper.backup()
        ServingRecord(folder).write(8765, "http://127.0.0.1:8765")
        replace_privately(folder.erased, "")
        keep_log(folder, "desk")
        return rights(folder.root)


@pytest.mark.usefixtures("unlogged")
def test_nothing_in_an_open_folder_is_for_others(open_folder: DataFolder, clock: SetClock) -> None:
    found = fill(open_folder, clock)

    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}
    assert found.keys() >= {
        "teacup.db", "teacup.db-wal", "teacup.db-shm", "backups", "teacup-20261117-081500.db", "logs", "desk.log",
        "serving.json", "erased-ids.txt",
    }  # fmt: skip
    assert stat.S_IMODE(open_folder.root.stat().st_mode) == 0o755


@pytest.mark.usefixtures("unlogged")
def test_files_of_ours_that_others_could_read_are_hidden(open_folder: DataFolder, clock: SetClock) -> None:
    fill(open_folder, clock)
    for path in open_folder.root.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)

    with open_owners_shop(open_folder, clock) as shop:
        shop.keeper.backup_when_due()
        keep_log(open_folder, "desk")
        found = rights(open_folder.root)

    shown = {name for name, mode in found.items() if mode & 0o077}
    assert shown == {"backups", "logs", "serving.json"}


def test_a_text_that_cannot_be_written_leaves_the_old_one_alone(tmp_path: Path) -> None:
    file = tmp_path / "list"
    replace_privately(file, "old")

    with pytest.raises(UnicodeEncodeError):
        replace_privately(file, "\udcff")

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
