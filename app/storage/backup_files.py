"""The backups of a database: written by SQLite's own backup call, then opened, checked and counted.

Never a copied file: it would miss what is still in the WAL.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import apsw

from app.domain.backups import MADE_FORM, BackupContents, BackupFile
from app.domain.errors import DamagedData, StorageProblem
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.private import make_private_file, make_private_folder, replace_privately, sync_folder
from app.storage.problems import DAMAGED, DATABASE_ERRORS, telling
from app.storage.session import Row
from app.storage.values import to_optional_moment

_PREFIX, _SUFFIX = "teacup-", ".db"
_KEPT_PREFIX = "teacup-kept-"
_PAGES_AT_A_TIME = 2000
# The server's loop, its writer and its chores may each find something to add.
_listing = threading.Lock()
_CONTENTS = """
SELECT (SELECT name FROM shops LIMIT 1), (SELECT count(*) FROM ideas),
    (SELECT count(*) FROM responses WHERE shown = 1), (SELECT max(created_at) FROM ideas)
"""
_COUNTED = ("ideas", "revisions", "responses", "replies", "votes", "journal", "notices", "placements")


def write_backup(source: apsw.Connection, folder: Path, now: datetime) -> BackupFile:
    """A checked copy of what `source` holds, under a name of its own. Raises StorageProblem."""
    make_private_folder(folder)
    made_at = now.replace(microsecond=0)
    path = _free_name(folder, _PREFIX, made_at)
    unfinished = path.with_suffix(".part")
    try:
        counted = copy_into(source, unfinished)
        if count(unfinished) != counted:
            raise _incomplete(source)
        unfinished.rename(path)
        sync_folder(folder)
    except BaseException:
        remove_database(unfinished)
        raise
    return BackupFile(path=path, made_at=made_at)


def copy_into(source: apsw.Connection, path: Path) -> list[int]:
    """Write what `source` holds into a new file at `path`; how many rows the copied tables have."""
    remove_database(path)
    make_private_file(path)
    target = apsw.Connection(str(path))
    try:
        # One read transaction around copying and counting: both see the same moment.
        source.execute("BEGIN")
        try:
            counted = _count(source)
            with target.backup("main", source, "main") as copying:
                while not copying.done:
                    copying.step(_PAGES_AT_A_TIME)
        finally:
            source.execute("COMMIT")
        target.pragma("journal_mode", "delete")
    finally:
        target.close()
    with path.open("rb") as written:
        os.fsync(written.fileno())
    return counted


def contents(path: Path) -> BackupContents | None:
    """What the copy at `path` holds; None when it is not sound. Raises what SQLite raises for no database."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        if not _is_sound(connection):
            return None
        held: list[Row] = connection.execute(_CONTENTS).fetchall()
        name, ideas, answers, newest = held[0]
    finally:
        connection.close()
    return BackupContents(
        shop_name=name, ideas=ideas, answers=answers, newest_idea_at=to_optional_moment(newest)
    )


def count(path: Path) -> list[int] | None:
    """How many rows the copied tables of the file at `path` have; None when it is not sound."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return _count(connection) if _is_sound(connection) else None
    finally:
        connection.close()


def list_backups(folder: Path) -> list[BackupFile]:
    """The finished backups, newest first. Not opened; `newest_good` opens. Raises StorageProblem."""
    with telling():
        found = [BackupFile(path=path, made_at=made) for path, made in _named(folder) if path.is_file()]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def newest_good(folder: Path) -> BackupFile | None:
    """The newest backup that opens and is sound."""
    for backup in list_backups(folder):
        with suppress(*DATABASE_ERRORS):
            if count(backup.path) is not None:
                return backup
    return None


def remove_database(path: Path) -> None:
    """Remove a database file of our own making, with what SQLite may have left beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        beside(path, ending).unlink(missing_ok=True)


def beside(database: Path, ending: str) -> Path:
    """What SQLite lays beside a database: `-wal`, `-shm`, `-journal`."""
    return database.with_name(database.name + ending)


def kept_name(folder: Path, now: datetime) -> Path:
    """The name under which a damaged database is kept: no backup, but as old as its name says."""
    return _free_name(folder, _KEPT_PREFIX, now)


def list_kept(folder: Path) -> list[tuple[Path, datetime]]:
    """What lies under such names, also what goes with a database, and since when."""
    found: list[tuple[Path, datetime]] = []
    for path in folder.glob(f"{_KEPT_PREFIX}*{_SUFFIX}*"):
        with suppress(ValueError):
            found.append((path, _date_in(path.name.split(".")[0].removeprefix(_KEPT_PREFIX))))
    return found


def add_ids(path: Path, ids: Iterable[UUID]) -> None:
    """Have `ids` among those that `path` lists, one a line; nothing is written when all are."""
    with _listing:
        known = read_ids(path)
        both = list(dict.fromkeys([*known, *ids]))
        if both != known:
            replace_privately(path, "".join(f"{id}\n" for id in both))


def read_ids(path: Path) -> list[UUID]:
    """The ids in `path`, none when there is no such file; lines that are no ids are left out."""
    lines = path.read_text("ascii", errors="replace").split() if path.exists() else []
    return [id for id in map(parse_id, lines) if id is not None]


def _incomplete(source: apsw.Connection) -> StorageProblem:
    """Why a copy of `source` is no backup: what is broken there was copied with it, or the disk lost some."""
    if not _is_sound(source):
        return DamagedData(DAMAGED)
    return StorageProblem(mark("The backup did not turn out complete. It was removed. Please try again."))


def _is_sound(connection: apsw.Connection) -> bool:
    return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]


def _count(connection: apsw.Connection) -> list[int]:
    return [_rows_in(connection, table) for table in _COUNTED]


def _rows_in(connection: apsw.Connection, table: str) -> int:
    row = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - a name of our own list
    return int(row[0]) if row else 0


def _free_name(folder: Path, prefix: str, made_at: datetime) -> Path:
    stem = f"{prefix}{made_at.astimezone(UTC).strftime(MADE_FORM)}"
    path, number = folder / f"{stem}{_SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{_SUFFIX}"
    return path


def _named(folder: Path) -> Iterable[tuple[Path, datetime]]:
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(ValueError):
            yield path, _date_in(path.stem.removeprefix(_PREFIX))


def _date_in(name: str) -> datetime:
    """Of "20261120-090000", which may have a number behind it. Raises ValueError for other names."""
    return datetime.strptime("-".join(name.split("-")[:2]), MADE_FORM).replace(tzinfo=UTC)
