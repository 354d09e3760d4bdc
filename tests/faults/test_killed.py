"""kill -9 at any moment: of the writer under load, of a backup, a restore, a migration."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import apsw
import pytest

from app.domain.ideas import BoardOrder
from app.paths import DataFolder
from app.storage.backup import backup, list_backups
from app.storage.backup_files import count
from app.storage.check import check
from app.storage.database import Database
from app.storage.migrating import MIGRATIONS, newest_schema
from tests.faults import rounds
from tests.faults.nursery import Nursery
from tests.faults.verbs import VERBS, copy_of, small_shop, state_of
from tests.shop import SetClock

pytestmark = pytest.mark.timeout(1200)
CHANCE = random.Random()


def wait_for(path: Path) -> None:
    """Until the child has written its first note."""
    end = time.monotonic() + 20
    while not (path.exists() and path.stat().st_size):
        assert time.monotonic() < end, "the child did not begin"
        time.sleep(0.002)


def test_no_acknowledged_idea_is_lost_or_doubled(nursery: Nursery, tmp_path: Path, clock: SetClock) -> None:
    folder = DataFolder(tmp_path / "shop")
    notes = tmp_path / "acknowledged"
    for _ in range(rounds(100)):
        before = notes.stat().st_size if notes.exists() else 0
        child = nursery.start("submit_for_ever", str(folder.root), str(notes))
        end = time.monotonic() + 20
        while (notes.stat().st_size if notes.exists() else 0) == before:
            assert time.monotonic() < end, "the child did not begin"
            time.sleep(0.002)
        time.sleep(CHANCE.uniform(0, 0.06))
        assert nursery.kill(child) == -9

    acknowledged = Counter(notes.read_text().split())
    database = Database.open(folder, clock=clock)
    stored = Counter(bytes(row[0]).hex() for row in database.rows("SELECT id FROM ideas"))
    report = check(database)
    database.close()
    assert len(acknowledged) > rounds(100)
    assert set(acknowledged) <= set(stored)
    assert set(stored.values()) == {1}
    assert report.findings == ()
    assert report.votes == report.ideas == report.journal_entries


def test_a_killed_backup_leaves_only_whole_ones(nursery: Nursery, tmp_path: Path) -> None:
    folder = small_shop(tmp_path / "shop")
    for turn in range(rounds(12)):
        child = nursery.start("back_up_for_ever", str(folder.root))
        # A busy machine may take longer to the first one than any moment of killing.
        while turn == 0 and not list_backups(folder.backups):
            time.sleep(0.01)
        time.sleep(CHANCE.uniform(0.01, 0.1))
        nursery.kill(child)

    backups = list_backups(folder.backups)
    assert backups
    whole = count(folder.database)
    assert whole is not None
    assert all(count(made.path) == whole for made in backups)


def test_a_killed_restore_leaves_the_old_shop_or_the_new_one(
    nursery: Nursery, tmp_path: Path, clock: SetClock
) -> None:
    folder = small_shop(tmp_path / "shop")
    database = Database.open(folder, clock=clock)
    one = backup(database, folder, clock.now())
    database.write(VERBS["submit"])
    other = backup(database, folder, clock.pass_time(hours=1))
    database.close()
    allowed = [words_of(made.path) for made in (one, other)]

    seen = Counter[int]()
    for _ in range(rounds(12)):
        child = nursery.start("restore_for_ever", str(folder.root), str(one.path), str(other.path))
        time.sleep(CHANCE.uniform(0.01, 0.3))
        nursery.kill(child)
        state_of(folder.database)
        seen[allowed.index(words_of(folder.database))] += 1

    again = Database.open(folder, clock=clock)
    assert check(again).is_sound
    again.close()
    assert sum(seen.values()) == rounds(12)


def words_of(database: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(database))
    try:
        return connection.execute("SELECT text, name FROM revisions ORDER BY id").fetchall()
    finally:
        connection.close()


TODAY = newest_schema()
OLD_SHAPE = (TODAY, False, False, TODAY)
NEW_SHAPE = (TODAY + 3, True, True, TODAY + 3)
LATER = {
    "moods": "database.execute_sql('ALTER TABLE ideas ADD COLUMN mood TEXT')",
    "fill_moods": "database.execute_sql(\"UPDATE ideas SET mood = 'calm'\")",
    "notes": "database.execute_sql('CREATE TABLE notes (shop_id BLOB, text TEXT)')",
}


def later_migrations(folder: Path, failing: str = "") -> Path:
    """Today's migrations and three from the future; `failing` names one that fails halfway."""
    folder.mkdir()
    for path in MIGRATIONS.glob("[0-9]*.py"):
        (folder / path.name).write_text(path.read_text())
    for number, (name, body) in enumerate(LATER.items(), start=TODAY + 1):
        end = "\n    raise RuntimeError('halfway')" if name == failing else ""
        (folder / f"{number:04}_{name}.py").write_text(f"def up(migrator, database):\n    {body}{end}\n")
    return folder


def shape_of(database: Path) -> tuple[int, bool, bool, int]:
    connection = apsw.Connection(str(database))
    try:
        (schema,) = connection.execute("PRAGMA user_version").fetchone() or (0,)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(ideas)")]
        notes = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").fetchone()
        (applied,) = connection.execute("SELECT count(*) FROM schema_migration").fetchone() or (0,)
        return int(str(schema)), "mood" in columns, notes is not None, int(str(applied))
    finally:
        connection.close()


def test_a_migration_backs_up_first_and_then_keeps_everything(tmp_path: Path, clock: SetClock) -> None:
    folder = small_shop(tmp_path / "shop")
    before = words_of(folder.database)

    Database.open(folder, clock=clock, migrations=later_migrations(tmp_path / "later")).close()

    assert shape_of(folder.database) == NEW_SHAPE
    assert words_of(folder.database) == before
    [made] = list_backups(folder.backups)
    assert shape_of(made.path) == OLD_SHAPE


@pytest.mark.parametrize("failing", LATER)
def test_a_migration_that_fails_leaves_nothing_of_those_before_it(
    tmp_path: Path, clock: SetClock, failing: str
) -> None:
    folder = small_shop(tmp_path / "shop")
    before = state_of(folder.database)

    with pytest.raises(RuntimeError, match="halfway"):
        Database.open(folder, clock=clock, migrations=later_migrations(tmp_path / "later", failing))

    assert state_of(folder.database) == before
    assert shape_of(folder.database) == OLD_SHAPE


def test_a_killed_migration_leaves_the_old_shape_or_the_new_one(nursery: Nursery, tmp_path: Path) -> None:
    shop = small_shop(tmp_path / "shop")
    migrations = later_migrations(tmp_path / "later")
    seen = set()
    for _ in range(rounds(25)):
        folder = copy_of(shop, tmp_path / "killed")
        child = nursery.start("open_with", str(folder.root), str(migrations))
        time.sleep(CHANCE.uniform(0, 0.12))
        nursery.kill(child)
        state_of(folder.database)
        seen.add(shape_of(folder.database))
        for made in list_backups(folder.backups):
            assert shape_of(made.path) == OLD_SHAPE

    assert seen <= {OLD_SHAPE, NEW_SHAPE}


def test_the_desk_writes_while_the_server_is_under_load(
    nursery: Nursery, tmp_path: Path, clock: SetClock
) -> None:
    folder = small_shop(tmp_path / "shop")
    notes = tmp_path / "acknowledged"
    child = nursery.start("submit_for_ever", str(folder.root), str(notes))
    wait_for(notes)
    database = Database.open(folder, clock=clock)

    for verb in ("answer", "hide many", "undo", "notice", "key", "place"):
        database.write(VERBS[verb])
        assert database.read(lambda stores: stores.board.page(BoardOrder.NEW)).ideas
    time.sleep(0.2)
    nursery.kill(child)

    stored = {bytes(row[0]).hex() for row in database.rows("SELECT id FROM ideas")}
    assert set(notes.read_text().split()) <= stored
    assert database.rows("SELECT name FROM api_keys WHERE hash = 'hash'") == [("Kiosk",)]
    assert check(database).is_sound
    database.close()
