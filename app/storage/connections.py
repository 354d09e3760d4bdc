"""Connections to one database file, one a thread, each set up so that what was acknowledged stays."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import apsw
from playhouse.apsw_ext import APSWDatabase

from app.domain.clock import Clock
from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.storage.values import to_milliseconds

BUSY_SECONDS = 10
WAL_KEPT_BYTES = 4_000_000
OLDEST_SQLITE = (3, 51, 3)
"""Up to 3.51.2 a reset of the WAL could damage the database."""


_PRAGMAS = (
    ("journal_mode", "wal"),
    # NORMAL survives every kill and loses acknowledged ideas when the plug is pulled.
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("trusted_schema", "off"),
    # Erased words leave their pages at once.
    ("secure_delete", "on"),
    ("journal_size_limit", WAL_KEPT_BYTES),
    # Pages that many ideas share are taken into the database once, not for every few ideas.
    ("wal_autocheckpoint", 4000),
    ("cache_size", -16_000),
    # What a savepoint may have to restore stays in memory instead of a temporary file.
    ("temp_store", "memory"),
)


class Connections(APSWDatabase):
    """peewee's database for apsw that knows all its connections, so that it can close them."""

    def __init__(self, path: Path, clock: Clock, vfs: str | None = None) -> None:
        refuse_old_sqlite()
        self._clock = clock
        self._open: list[apsw.Connection] = []
        self._opening = threading.Lock()
        given = {} if vfs is None else {"vfs": vfs}
        super().__init__(str(path), pragmas=_PRAGMAS, timeout=BUSY_SECONDS, **given)

    def mine(self) -> apsw.Connection:
        """This thread's connection, opened on first use."""
        self.connect(reuse_if_open=True)
        connection: apsw.Connection = self.connection()
        return connection

    def close_all(self) -> None:
        """Close every thread's connection; none of them may be at work. The last one takes the WAL in."""
        with self._opening:
            opened, self._open = self._open, []
        for connection in opened:
            connection.close()
        self.close()

    def _connect(self) -> apsw.Connection:
        connection: apsw.Connection = super()._connect()
        # The history of migrations is kept by peewee, which binds a datetime; apsw knows none.
        connection.convert_binding = self._convert
        # Else SQLite makes its plan anew for every value that is bound: nine tenths of a reading's time.
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        # For what may be told from a moment on that a row names, by the clock that the program goes by.
        connection.create_scalar_function("now_ms", self._now_ms, 0)
        with self._opening:
            self._open.append(connection)
        return connection

    def _now_ms(self, *_nothing: object) -> int:
        return to_milliseconds(self._clock.now())

    def _convert(self, _cursor: apsw.Cursor, _number: int, value: object) -> int:
        if isinstance(value, datetime):
            return to_milliseconds(self._clock.now())
        raise TypeError(f"{type(value).__name__} is not a value for the database")


def sqlite_version() -> str:
    """Of the SQLite that the wheel of apsw brings."""
    return apsw.sqlite_lib_version()


def refuse_old_sqlite(version: str | None = None) -> None:
    """Raises StorageProblem when SQLite is one that could damage a database."""
    numbers = tuple(map(int, (version or sqlite_version()).split(".")))
    if numbers < OLDEST_SQLITE:
        raise StorageProblem(mark("This SQLite is too old to be trusted. Please update the package apsw."))
