"""The database of one data folder: how it is opened, and the one seam through which it is written."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import apsw

from app.data_root import make_data_folder
from app.domain.clock import Clock
from app.domain.errors import DamagedData, StorageProblem
from app.domain.ids import new_id
from app.domain.shop import UNNAMED, Shop
from app.domain.translation import mark
from app.paths import DataFolder
from app.private import hide_from_others, make_private_file, name_if_free
from app.storage.backup_files import add_ids, beside, newest_good, remove_database, write_backup
from app.storage.connections import BUSY_SECONDS, Connections
from app.storage.migrating import MIGRATIONS, migrate, newest_schema, refuse_what_is_not_ours, schema_of
from app.storage.problems import rolled_back, telling
from app.storage.session import Row, Session
from app.storage.shops import insert_shop
from app.storage.stores import Stores, stores_of

T = TypeVar("T")
_log = logging.getLogger(__name__)

_MISSING = mark("The database is missing although there are backups. Please restore one.")
_NAMED = mark("%(problem)s The newest good backup is %(backup)s.")
_NOT_SCRUBBED = mark(
    "The words are erased, but another program still holds them open. Close it, then run a check."
)


class Database:
    """Usable from any thread; each has its own connection. Made by `Database.open`."""

    def __init__(self, folder: DataFolder, connections: Connections, shop_id: UUID, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self._connections = connections
        self._shop_id = shop_id
        self._mine = threading.local()

    @classmethod
    def open(
        cls, folder: DataFolder, *, clock: Clock, vfs: str | None = None, migrations: Path = MIGRATIONS
    ) -> Database:
        """Open the folder's database; make it when there is none, bring it to today's shape when it is older.

        Proves by a real write that the folder can hold it. Raises StorageProblem (read-only, network drive,
        disk full), NewerData, or DamagedData, which names the newest good backup; neither touches a byte.
        """
        try:
            with telling():
                make_data_folder(folder.root)
                if not folder.database.exists():
                    _create(folder, clock, vfs, migrations)
                return cls._open(folder, clock, vfs, migrations)
        except DamagedData as damage:
            good = newest_good(folder.backups)
            if good is None:
                raise
            raise DamagedData(_NAMED, problem=damage, backup=good.path) from damage

    @classmethod
    def _open(cls, folder: DataFolder, clock: Clock, vfs: str | None, migrations: Path) -> Database:
        newest = newest_schema(migrations)
        refuse_what_is_not_ours(folder.database, newest, vfs)
        for path in (folder.database, beside(folder.database, "-wal"), folder.erased):
            hide_from_others(path)
        connections = Connections(folder.database, clock, vfs)
        try:
            if schema_of(connections) < newest:
                write_backup(connections.mine(), folder.backups, clock.now())
                migrate(connections, migrations)
                _empty_wal(connections.mine())
            _prove_by_writing(connections.mine(), newest)
            database = cls(folder, connections, _first_shop(connections), clock)
            database._note_erasures()
            return database
        except BaseException:
            connections.close_all()
            raise

    def read(self, query: Callable[[Stores], T]) -> T:
        """What `query` finds, all in one moment. Raises StorageProblem. `query` must not write."""
        with telling():
            connection = self._connections.mine()
            connection.execute("BEGIN")
            try:
                return query(self.stores())
            finally:
                if not connection.getautocommit():
                    connection.execute("COMMIT")

    def stamp(self) -> tuple[int, int]:
        """Stays the same on this thread while nothing is stored, by whomever; costs some microseconds."""
        connection = self._connections.mine()
        return int(connection.pragma("data_version")), connection.total_changes()

    def write(self, verb: Callable[[Stores], T]) -> T:
        """Do `verb` wholly or not at all; when this returns, it survives a power cut.

        Waits up to ten seconds for other writers. Raises StorageProblem when the disk says no; whatever
        `verb` raises takes back all it did.
        """
        with telling(), self.transaction() as stores:
            return verb(stores)

    @contextmanager
    def transaction(self) -> Iterator[Stores]:
        """The write seam itself, for `write` and the server's writer; raises what the database raises."""
        connection = self._connections.mine()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.stores()
            self.refuse_if_given_up()
            self._session().index_now()
            connection.execute("COMMIT")
        except BaseException:
            self._session().wait_for_index([])
            if not connection.getautocommit():
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of an open transaction that can fail alone."""
        connection, session = self._connections.mine(), self._session()
        connection.execute("SAVEPOINT verb")
        waiting = session.waiting_for_index
        try:
            yield
            self.refuse_if_given_up()
        except BaseException:
            self.refuse_if_given_up()
            session.wait_for_index(waiting)
            connection.execute("ROLLBACK TO verb")
            connection.execute("RELEASE verb")
            raise
        connection.execute("RELEASE verb")

    def refuse_if_given_up(self) -> None:
        """Raises StorageProblem when SQLite has rolled back by itself, as it does on a full disk.

        Without asking, what follows would run outside any transaction and COMMIT would do nothing.
        """
        if self._connections.mine().getautocommit():
            raise rolled_back()

    def stores(self) -> Stores:
        """This thread's stores; they speak inside whatever transaction is open."""
        self._session()
        stores: Stores = self._mine.stores
        return stores

    def _session(self) -> Session:
        session: Session | None = getattr(self._mine, "session", None)
        if session is None:
            session = Session(self._connections, self._connections.mine(), self._shop_id, self.clock)
            self._mine.session, self._mine.stores = session, stores_of(session)
        return session

    def copied_by(self, copy: Callable[[apsw.Connection], T]) -> T:
        """Hand this thread's connection to SQLite's own copying. Raises StorageProblem."""
        with telling():
            return copy(self._connections.mine())

    def rest(self) -> bool:
        """Take the WAL into the database and empty it, with what was erased in it: for idle moments.

        Waits for nobody; False when another program or thread is reading or writing just now.
        """
        with telling():
            self._note_erasures()
            connection = self._connections.mine()
            connection.set_busy_timeout(0)
            try:
                return _empty_wal(connection)
            finally:
                connection.set_busy_timeout(BUSY_SECONDS * 1000)

    def wipe(self) -> bool:
        """As `rest`, after an erasure: that stands, so what the disk says now is logged. False: not yet."""
        try:
            return self.rest()
        except StorageProblem as problem:
            _log.warning("What was erased is still in the database's files: %s", problem)
            return False

    def scrub(self) -> None:
        """As `rest`, but wait up to ten seconds for others. Raises StorageProblem when they took longer."""
        with telling():
            self._note_erasures()
            if not _empty_wal(self._connections.mine()):
                raise StorageProblem(_NOT_SCRUBBED)

    def _note_erasures(self) -> None:
        """Keep the list of erased ids beside the database too, which may be lost when the list is needed.

        They are erased already: when the list cannot be written that is logged, and it is with the next rest.
        """
        erased = self.read(lambda stores: stores.erasures.ids())
        try:
            add_ids(self.folder.erased, erased)
        except OSError:
            _log.exception("The list of erased ids beside the database could not be written.")

    def rows(self, sql: str) -> list[Row]:
        """For checks and tests of the database itself."""
        with telling():
            return self._connections.mine().execute(sql).fetchall()

    def close(self) -> None:
        """Close every thread's connection; none may be at work. The WAL is taken in and goes."""
        with telling():
            self._connections.close_all()


def _create(folder: DataFolder, clock: Clock, vfs: str | None, migrations: Path) -> None:
    """Make the database under another name and give it its own when it is whole: it is never half there."""
    if beside(folder.database, "-wal").exists() or newest_good(folder.backups):
        raise DamagedData(_MISSING)
    unfinished = folder.root / f".teacup-{os.getpid()}-{threading.get_ident()}.db"
    remove_database(unfinished)
    try:
        make_private_file(unfinished)  # SQLite gives what it lays beside a file the rights of that file
        connections = Connections(unfinished, clock, vfs)
        try:
            migrate(connections, migrations)
            shop = Shop(id=new_id(clock.now()), name=UNNAMED, owner="")
            insert_shop(shop).execute(connections)
        finally:
            connections.close_all()
        name_if_free(unfinished, folder.database)
    finally:
        remove_database(unfinished)


def _first_shop(connections: Connections) -> UUID:
    row = connections.mine().execute("SELECT id FROM shops ORDER BY id LIMIT 1").fetchone()
    if row is None:
        raise DamagedData(
            mark("The database has no shop in it. It has been left as it is. Please restore a backup.")
        )
    return UUID(bytes=row[0])


def _prove_by_writing(connection: apsw.Connection, schema: int) -> None:
    """On a network drive `journal_mode = wal` answers yes, and the first write fails: so write."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.pragma("user_version", schema)
        connection.execute("COMMIT")
    except BaseException:
        if not connection.getautocommit():
            connection.execute("ROLLBACK")
        raise


def _empty_wal(connection: apsw.Connection) -> bool:
    row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return row is not None and row[0] == 0
