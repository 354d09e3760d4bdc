"""Opening a data folder: a new one, an old one, and every one that must be left alone."""

from __future__ import annotations

import sqlite3
import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import pytest

from app.domain.errors import AppError, DamagedData, NewerData, NotFound, StorageProblem
from app.paths import DataFolder
from app.storage.backup import backup
from app.storage.connections import refuse_old_sqlite
from app.storage.database import Database
from app.storage.models import ALL_MODELS
from app.storage.problems import as_problem
from app.storage.stores import Stores
from tests.shop import SetClock, make_idea


def bytes_of(folder: DataFolder) -> dict[str, bytes]:
    """The database and its WAL; the shared memory beside them is nobody's data."""
    return {
        path.name: path.read_bytes() for path in folder.root.glob("teacup.db*") if "-shm" not in path.name
    }


def patch(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


def test_a_new_folder_gets_one_shop_and_keeps_it(folder: DataFolder, clock: SetClock) -> None:
    first = Database.open(folder, clock=clock)
    shop = first.read(lambda stores: stores.shops.get())
    first.close()

    again = Database.open(folder, clock=clock)

    assert again.read(lambda stores: stores.shops.get()) == shop
    again.close()
    assert [path.name for path in folder.root.iterdir()] == ["teacup.db"]


def test_programs_that_start_at_once_agree_on_one_database(folder: DataFolder, clock: SetClock) -> None:
    start = threading.Barrier(4)

    def open_it(_: int) -> Database:
        start.wait()
        return Database.open(folder, clock=clock)

    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(open_it, range(4)))

    assert len({database.read(lambda stores: stores.shops.get()).id for database in opened}) == 1
    for database in opened:
        database.close()
    assert [path.name for path in folder.root.iterdir()] == ["teacup.db"]


def test_a_statement_is_planned_once_whatever_is_bound_to_it(database: Database) -> None:
    stable = database.copied_by(lambda connection: connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, -1))

    assert stable == 1


def test_it_is_set_up_to_survive_a_pulled_plug(database: Database) -> None:
    pragmas = {
        name: database.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
    }

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_the_models_are_what_the_migrations_made(database: Database) -> None:
    for model in ALL_MODELS:
        meta = model._meta
        made = {str(row[1]) for row in database.rows(f"PRAGMA table_info({meta.table_name})")}
        assert made == set(meta.columns), meta.table_name


def test_every_unique_index_begins_with_the_shop(database: Database) -> None:
    for (table,) in database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        " AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite%' AND name NOT IN ('shops', 'schema_migration')"
    ):
        for _, index, unique, *_ in database.rows(f"PRAGMA index_list({table})"):
            if unique:
                first = database.rows(f"PRAGMA index_info({index})")[0][2]
                assert first == "shop_id", index


def test_a_newer_database_is_left_untouched(folder: DataFolder, clock: SetClock) -> None:
    Database.open(folder, clock=clock).close()
    patch(folder.database, 60, struct.pack(">I", 999))
    before = bytes_of(folder)

    with pytest.raises(NewerData):
        Database.open(folder, clock=clock)

    assert bytes_of(folder) == before
    assert not folder.backups.exists()


def test_a_newer_shape_that_is_still_in_the_wal_is_seen_and_left_untouched(
    folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    Database.open(folder, clock=clock).close()
    newer = apsw.Connection(str(folder.database))
    newer.pragma("journal_mode", "wal")
    newer.pragma("user_version", 999)
    crashed = DataFolder(tmp_path / "crashed")
    crashed.root.mkdir()
    for name, content in bytes_of(folder).items():
        (crashed.root / name).write_bytes(content)
    newer.close()
    before = bytes_of(crashed)
    assert before["teacup.db-wal"]

    with pytest.raises(NewerData):
        Database.open(crashed, clock=clock)

    assert bytes_of(crashed) == before


@pytest.mark.parametrize("content", [b"", b"short", b"\0" * 8192, b"This is no database at all. " * 400])
def test_a_damaged_file_is_kept_and_the_newest_good_backup_named(
    folder: DataFolder, clock: SetClock, content: bytes
) -> None:
    database = Database.open(folder, clock=clock)
    older = backup(database, folder, clock.now())
    broken = backup(database, folder, clock.pass_time(hours=1))
    database.close()
    broken.path.write_bytes(b"rubbish")
    folder.database.write_bytes(content)

    with pytest.raises(DamagedData, match=older.path.name):
        Database.open(folder, clock=clock)

    assert folder.database.read_bytes() == content


def test_a_broken_page_is_told_when_it_is_met(folder: DataFolder, clock: SetClock) -> None:
    database = Database.open(folder, clock=clock)
    database.write(lambda stores: stores.ideas.add(make_idea("word " * 90)))
    database.close()
    patch(folder.database, 4096, b"\xff" * (folder.database.stat().st_size - 4096))
    before = bytes_of(folder)

    with pytest.raises(DamagedData):
        Database.open(folder, clock=clock).read(lambda stores: stores.inbox.counts())

    assert bytes_of(folder) == before


def test_somebody_elses_database_is_left_untouched(folder: DataFolder, clock: SetClock) -> None:
    folder.root.mkdir()
    other = sqlite3.connect(folder.database)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    before = bytes_of(folder)

    with pytest.raises(DamagedData, match="not one of Teacup's"):
        Database.open(folder, clock=clock)

    assert bytes_of(folder) == before


def test_a_lost_database_is_not_silently_replaced_by_an_empty_one(
    folder: DataFolder, clock: SetClock
) -> None:
    database = Database.open(folder, clock=clock)
    good = backup(database, folder, clock.now())
    database.close()
    folder.database.unlink()

    with pytest.raises(DamagedData, match=good.path.name):
        Database.open(folder, clock=clock)

    assert not folder.database.exists()


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StorageProblem):
        Database.open(DataFolder(tmp_path / "file" / "shop"), clock=clock)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (apsw.SQLITE_IOERR_SHMMAP, "network drive"),
        (apsw.SQLITE_IOERR_SHMOPEN, "network drive"),
        (apsw.SQLITE_IOERR_LOCK, "network drive"),
        (apsw.SQLITE_IOERR_WRITE, "full or failing"),
        (apsw.SQLITE_IOERR_FSYNC, "full or failing"),
        (apsw.SQLITE_IOERR_READ, "could not be read"),
        (apsw.SQLITE_FULL, "disk is full"),
        (apsw.SQLITE_READONLY, "cannot be written"),
        (apsw.SQLITE_CANTOPEN, "cannot be opened"),
        (apsw.SQLITE_BUSY, "too long"),
        (apsw.SQLITE_CORRUPT, "damaged"),
        (apsw.SQLITE_NOTADB, "damaged"),
    ],
)
def test_each_thing_the_disk_says_has_its_sentence(code: int, says: str) -> None:
    problem = as_problem(apsw.exception_for(code))

    assert isinstance(problem, StorageProblem)
    assert says in str(problem)


def test_a_bug_of_ours_is_not_the_disks_fault() -> None:
    assert as_problem(apsw.exception_for(apsw.SQLITE_CONSTRAINT)) is None
    assert as_problem(KeyError("x")) is None


def test_an_sqlite_that_could_damage_data_is_refused() -> None:
    refuse_old_sqlite()

    for version in ("3.40.1", "3.51.2"):
        with pytest.raises(StorageProblem, match="too old"):
            refuse_old_sqlite(version)


@pytest.mark.parametrize("error", [ZeroDivisionError(), NotFound("gone")])
def test_a_verb_that_fails_takes_back_all_it_did(database: Database, error: Exception) -> None:
    idea = make_idea("Canary")

    def verb(stores: Stores) -> None:
        stores.ideas.add(idea)
        raise error

    with pytest.raises(type(error)):
        database.write(verb)

    assert database.read(lambda stores: stores.ideas.get(idea.id)) is None
    assert database.read(lambda stores: stores.search.all("canary")).ideas == ()
    assert database.write(lambda stores: stores.ideas.add(idea)) is True
    assert database.read(lambda stores: stores.search.all("canary")).ideas == (idea,)


def test_an_idea_is_found_by_search_within_its_own_verb(database: Database) -> None:
    idea = make_idea("Canary")

    def verb(stores: Stores) -> int:
        stores.ideas.add(idea)
        found = len(stores.search.all("canary").ideas)
        stores.ideas.erase(idea.id)
        return found + 10 * len(stores.search.all("canary").ideas)

    assert database.write(verb) == 1


def test_reading_from_many_threads_and_closing_them_all(database: Database, folder: DataFolder) -> None:
    idea = make_idea()
    database.write(lambda stores: stores.ideas.add(idea))

    with ThreadPoolExecutor(6) as threads:
        seen = list(threads.map(lambda _: database.read(lambda stores: stores.ideas.get(idea.id)), range(60)))

    assert seen == [idea] * 60
    database.close()
    assert [path.name for path in folder.root.iterdir()] == ["teacup.db"]


def test_resting_empties_the_wal_unless_another_reads(database: Database, folder: DataFolder) -> None:
    wal = folder.database.with_name("teacup.db-wal")
    reader = apsw.Connection(str(folder.database))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM ideas").fetchall()
    database.write(lambda stores: stores.ideas.add(make_idea()))
    assert database.rest() is False
    assert wal.stat().st_size > 0

    reader.execute("COMMIT")
    reader.close()

    assert database.rest() is True
    assert wal.stat().st_size == 0


def test_every_error_of_storage_is_one_a_person_is_told_about() -> None:
    assert all(issubclass(error, AppError) for error in (StorageProblem, NewerData, DamagedData))
