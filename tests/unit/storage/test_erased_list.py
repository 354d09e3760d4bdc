"""The list of erased ids beside the database: whole whoever writes it, and no reason to call an erasure undone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID, uuid4

import apsw
import pytest

from app.domain.ideas import Idea
from app.paths import DataFolder
from app.storage.backup_files import add_ids, read_ids
from app.storage.database import Database
from tests.shop import SetClock, make_idea


def erased(database: Database) -> Idea:
    idea = make_idea("Erase me")
    database.write(lambda stores: stores.ideas.add(idea))
    database.write(lambda stores: stores.ideas.erase(idea.id))
    return idea


def test_threads_that_meet_lose_no_id(tmp_path: Path) -> None:
    file = tmp_path / "erased-ids.txt"
    ids = [uuid4() for _ in range(60)]

    def add(id: UUID) -> None:
        add_ids(file, [id])

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(add, ids))

    assert sorted(read_ids(file)) == sorted(ids)
    assert [path.name for path in tmp_path.iterdir()] == ["erased-ids.txt"]


def test_a_list_that_cannot_be_written_is_logged_and_written_later(
    database: Database, folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.erased.mkdir()
    idea = erased(database)

    assert database.rest()
    database.scrub()

    assert "could not be written" in caplog.text
    folder.erased.rmdir()
    database.rest()
    assert read_ids(folder.erased) == [idea.id]


def test_a_list_that_cannot_be_read_stops_no_start(
    database: Database, folder: DataFolder, clock: SetClock, caplog: pytest.LogCaptureFixture
) -> None:
    erased(database)
    folder.erased.mkdir()

    Database.open(folder, clock=clock).close()

    assert "could not be written" in caplog.text


def test_a_disk_that_fails_after_the_commit_leaves_the_erasure_told_as_done(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_connection: apsw.Connection) -> bool:
        raise apsw.FullError("no room")

    erased(database)
    monkeypatch.setattr("app.storage.database._empty_wal", fail)

    assert not database.wipe()

    assert "disk is full" in caplog.text
    monkeypatch.undo()
    assert database.wipe()
