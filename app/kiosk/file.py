"""The kiosk's own file: how it is opened, read and written, and what happens when it turns out damaged."""

from __future__ import annotations

import logging
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import apsw

from app.data_root import make_data_folder
from app.domain.clock import Clock
from app.domain.errors import AppError, DamagedData, NewerData, StorageProblem
from app.domain.translation import mark
from app.kiosk.asking import rows
from app.kiosk.problems import DAMAGE, given_up, telling
from app.kiosk.rescue import Rescued, put_back, remove_rescue, rescue
from app.kiosk.schema import APPLICATION_ID, BUSY_MILLISECONDS, SCHEMA, connect, make_tables, upgrade
from app.private import hide_from_others, make_private_file, sync_folder

T = TypeVar("T")
Query = Callable[[apsw.Connection], T]
_log = logging.getLogger(__name__)

FILE = "kiosk.db"
_UNFINISHED = "kiosk-new.db"
_ASIDE = "kiosk-damaged-"
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
MOST_IDLE_READERS = 4
# A dying disk would fill itself with copies; what could be read of each was taken over.
MOST_ASIDE = 3
_BEGINNINGS = ("SELECT number FROM notes LIMIT 1", "SELECT rowid FROM note_search LIMIT 1")

_NEWER = mark("This kiosk's file was written by a newer Teacup. Nothing was changed. Please update this one.")
_KEPT_ASIDE = mark(
    "The kiosk's file was damaged and is kept as %(name)s. Ideas in it that could be read were taken over."
)
_CLOSED = mark("The kiosk is closing.")


class KioskFile:
    """Usable from any thread; readers never wait for a writer. Made by `KioskFile.open`."""

    def __init__(self, folder: Path, clock: Clock, vfs: str | None) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._vfs = vfs
        self._guard = threading.Lock()
        self._writing = threading.RLock()
        self._writer: apsw.Connection | None = None
        self._idle: list[apsw.Connection] = []
        self._generation = 0
        self._is_closed = False
        self.on_new_file: Callable[[], None] = lambda: None

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, vfs: str | None = None) -> KioskFile:
        """Open the folder's file; make it when there is none. A damaged one is kept aside, and what can be
        read of its outbox goes into the new one.

        Raises StorageProblem (full disk, read-only, network drive) or NewerData, which touches nothing.
        """
        file = cls(folder, clock, vfs)
        with telling():
            make_data_folder(folder)
            file._finish_interrupted()
            if not file._path.exists():
                file._make(Rescued())
            try:
                file._open()
            except (*DAMAGE, DamagedData):
                file._begin_anew()
        return file

    def read(self, query: Query[T]) -> T:
        """What `query` finds, all in one moment; it must not write. Raises StorageProblem."""
        generation = self._generation
        with telling():
            try:
                return self._read(query)
            except DAMAGE:
                self._replace_damaged(generation)
                return self._read(query)

    def write(self, verb: Query[T]) -> T:
        """Do `verb` wholly or not at all; when this returns, it survives a power cut.

        Raises StorageProblem.
        """
        with telling(), self._writing:
            try:
                return self._write(verb)
            except DAMAGE:
                self._begin_anew()
                return self._write(verb)

    def check(self) -> None:
        """Look through the whole file, and begin anew when it is damaged: for moments with time to spare."""
        generation = self._generation
        with telling():
            try:
                findings = self._read(lambda connection: rows(connection, "PRAGMA quick_check(1)"))
            except DAMAGE:
                findings = [("unreadable",)]
            if findings != [("ok",)]:
                self._replace_damaged(generation)

    def rest(self) -> bool:
        """Take the WAL into the file and empty it, with what was deleted. False: somebody reads just now."""
        with telling(), self._writing:
            connection = self._opened_writer()
            connection.set_busy_timeout(0)
            try:
                row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except apsw.BusyError:
                return False
            finally:
                connection.set_busy_timeout(BUSY_MILLISECONDS)
            return row is not None and row[0] == 0

    def kept_aside(self) -> list[AppError]:
        """A sentence for each damaged file that still lies in the folder."""
        return [DamagedData(_KEPT_ASIDE, name=path.name) for path in self._all_aside()]

    def close(self) -> None:
        """Reading and writing are refused from now on; what is being read is read to its end."""
        with self._writing:
            self._is_closed = True
            self._close_connections()

    def _read(self, query: Query[T]) -> T:
        with self._reader() as connection:
            connection.execute("BEGIN")
            try:
                return query(connection)
            finally:
                if not connection.getautocommit():
                    connection.execute("ROLLBACK")

    @contextmanager
    def _reader(self) -> Iterator[apsw.Connection]:
        with self._guard:
            self._refuse_when_closed()
            generation = self._generation
            connection = self._idle.pop() if self._idle else None
        connection = connection or connect(str(self._path), vfs=self._vfs)
        try:
            yield connection
        finally:
            with self._guard:
                keep = generation == self._generation and len(self._idle) < MOST_IDLE_READERS
                if keep and not self._is_closed:
                    self._idle.append(connection)
                else:
                    connection.close()

    def _write(self, verb: Query[T]) -> T:
        connection = self._opened_writer()
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = verb(connection)
            # On a full disk SQLite rolls back by itself, and COMMIT would acknowledge nothing.
            if connection.getautocommit():
                raise given_up()
            connection.execute("COMMIT")
        except BaseException:
            if not connection.getautocommit():
                connection.execute("ROLLBACK")
            raise
        return result

    def _opened_writer(self) -> apsw.Connection:
        self._refuse_when_closed()
        if self._writer is None:
            self._writer = connect(str(self._path), vfs=self._vfs)
        return self._writer

    def _refuse_when_closed(self) -> None:
        if self._is_closed:
            raise StorageProblem(_CLOSED)

    def _open(self) -> None:
        """Prove by a real write that the folder can hold the file, and empty what a crash left in the WAL."""
        self._refuse_what_is_not_ours()
        for end in ("", "-wal"):
            hide_from_others(_beside(self._path, end))
        self._write(_claim)
        self._read(_look_everywhere)
        self.rest()

    def _refuse_what_is_not_ours(self) -> None:
        with self._path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
            raise DamagedData(_KEPT_ASIDE, name=self._path.name)
        (schema,), (application,) = struct.unpack_from(">I", header, 60), struct.unpack_from(">I", header, 68)
        if application != APPLICATION_ID or schema == 0:
            raise DamagedData(_KEPT_ASIDE, name=self._path.name)
        if schema > SCHEMA:
            raise NewerData(_NEWER)

    def _replace_damaged(self, generation: int) -> None:
        """Unless another thread did so since `generation`."""
        with self._writing:
            if self._generation == generation:
                self._begin_anew()

    def _begin_anew(self) -> None:
        """In steps that a crash may part: the new file is whole before the old one gives up its name."""
        self._refuse_when_closed()
        _log.error("The kiosk's file is damaged; it is kept aside and a new one begun.")
        with self._guard:
            self._generation += 1
        self._close_connections()
        rescued = rescue(self._path)
        self._make(rescued, aside=True)
        _log.warning("%s things in the outbox were rescued.", len(rescued.outbox))
        self._open()
        self.on_new_file()

    def _make(self, rescued: Rescued, *, aside: bool = False) -> None:
        unfinished = self._path.with_name(_UNFINISHED)
        _remove(unfinished)
        make_private_file(unfinished)
        connection = connect(str(unfinished), vfs=self._vfs)
        try:
            connection.execute("BEGIN IMMEDIATE")
            make_tables(connection)
            put_back(connection, rescued)
            connection.execute("COMMIT")
        finally:
            connection.close()
        if aside:
            self._put_aside()
        unfinished.replace(self._path)
        sync_folder(self._path.parent)

    def _put_aside(self) -> None:
        """The file first: while it lies here, its WAL belongs to it and not to the new one."""
        when = self._clock.now().strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"{_ASIDE}{when}.db")
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                _beside(self._path, end).replace(f"{aside}{end}")
        _beside(self._path, "-shm").unlink(missing_ok=True)
        for older in self._all_aside()[:-MOST_ASIDE]:
            _remove(older)

    def _all_aside(self) -> list[Path]:
        """Oldest first: their names tell when."""
        return sorted(self._path.parent.glob(f"{_ASIDE}*.db"))

    def _finish_interrupted(self) -> None:
        """What a crash left while a new file was being put in the place of a damaged one."""
        unfinished = self._path.with_name(_UNFINISHED)
        remove_rescue(self._path)
        if self._path.exists() or _beside(unfinished, "-wal").exists():
            _remove(unfinished)
        if self._path.exists():
            return
        if _beside(self._path, "-wal").exists():
            self._put_aside()
        # Without a WAL beside it, it was closed and is whole, or it is empty.
        if unfinished.exists() and unfinished.stat().st_size:
            unfinished.replace(self._path)
            sync_folder(self._path.parent)

    def _close_connections(self) -> None:
        with self._guard:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _look_everywhere(connection: apsw.Connection) -> None:
    """Read what must not be lost to its end; raises what SQLite raises for damage."""
    for sql in ("SELECT * FROM outbox", "SELECT * FROM kept", "SELECT * FROM looks", *_BEGINNINGS):
        rows(connection, sql)


def _claim(connection: apsw.Connection) -> None:
    """A write that changes nothing but the shape of an older file. A newer one may as yet stand in the WAL
    only."""
    if connection.pragma("user_version") > SCHEMA:
        raise NewerData(_NEWER)
    upgrade(connection)


def _beside(database: Path, end: str) -> Path:
    return database.with_name(database.name + end)


def _remove(database: Path) -> None:
    for end in ("", "-wal", "-shm"):
        _beside(database, end).unlink(missing_ok=True)
