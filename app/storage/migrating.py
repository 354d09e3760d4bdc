"""Which shape a database file has, and how it gets today's. Looks before it touches."""

from __future__ import annotations

import struct
from pathlib import Path

import apsw
from playhouse.migrations import Runner

from app.domain.errors import DamagedData, NewerData
from app.domain.translation import mark
from app.storage.connections import Connections
from app.storage.problems import DAMAGED

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x54656143  # "TeaC"

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_NEWER = mark("This data was written by a newer Teacup. Nothing was changed. Please update this one.")
_NOT_OURS = mark("The file of the database is not one of Teacup's. Nothing was changed.")


def newest_schema(migrations: Path = MIGRATIONS) -> int:
    """How many migrations this program knows: the number of the schema they make."""
    return len(list(migrations.glob("[0-9]*.py")))


def refuse_what_is_not_ours(database: Path, newest: int, vfs: str | None = None) -> None:
    """Raises DamagedData or NewerData without writing a byte of the database or its WAL."""
    with database.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise DamagedData(DAMAGED)
    (schema,), (application,) = struct.unpack_from(">I", header, 60), struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID:
        raise DamagedData(_NOT_OURS)
    if schema > newest or _schema_in_wal(database, vfs) > newest:
        raise NewerData(_NEWER)


def schema_of(connections: Connections) -> int:
    row = connections.mine().execute("PRAGMA user_version").fetchone()
    return int(row[0]) if row else 0


def migrate(connections: Connections, migrations: Path = MIGRATIONS) -> None:
    """Bring the database to today's shape: all of it or nothing. Another program may do so meanwhile."""
    with connections.atomic("IMMEDIATE"):
        Runner(connections, str(migrations)).up()
        connection = connections.mine()
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", newest_schema(migrations))


def _schema_in_wal(database: Path, vfs: str | None) -> int:
    """The schema as readers see it while a WAL lies beside the database; it may be newer than the header."""
    wal = database.with_name(database.name + "-wal")
    if not wal.exists() or wal.stat().st_size == 0:
        return 0
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY, vfs=vfs)
    try:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        row = connection.execute("PRAGMA user_version").fetchone()
        return int(row[0]) if row else 0
    finally:
        connection.close()
