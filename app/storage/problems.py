"""What the disk and the database say, as sentences the owner can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw
import peewee

from app.domain.errors import AppError, DamagedData, StorageProblem
from app.domain.translation import mark

DATABASE_ERRORS = (apsw.Error, peewee.PeeweeException)

_FULL = mark("The disk is full. Nothing was saved. Please make room and try again.")
_WRITE_FAILED = mark("The disk could not be written. It may be full or failing. Nothing was saved.")
_READ_FAILED = mark("The disk could not be read. Please check the disk and its connection.")
_READ_ONLY = mark("The data folder cannot be written to. Please allow writing, or choose another folder.")
_NO_ENTRY = mark("The data folder or the database in it cannot be opened. Please check that you may use it.")
_SHARED = mark(
    "This folder cannot hold the database: it seems to lie on a network drive. Please choose one on this PC."
)
_BUSY = mark("Another program has been writing for too long. Nothing was saved. Please try again.")
DAMAGED = mark("The database is damaged. It has been left as it is. Please restore a backup.")
_ROLLED_BACK = mark("The disk or the database failed halfway. Nothing was saved. Please try again.")

_SHARED_MEMORY_CODES = frozenset(
    {
        apsw.SQLITE_IOERR_SHMMAP,
        apsw.SQLITE_IOERR_SHMOPEN,
        apsw.SQLITE_IOERR_SHMSIZE,
        apsw.SQLITE_IOERR_SHMLOCK,
        apsw.SQLITE_IOERR_LOCK,
    }
)
_READING_CODES = frozenset(
    {apsw.SQLITE_IOERR_READ, apsw.SQLITE_IOERR_SHORT_READ, apsw.SQLITE_IOERR_CORRUPTFS}
)


@contextmanager
def telling() -> Iterator[None]:
    """What the disk and the database say becomes a sentence; bugs of ours pass as they are."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        if problem := as_problem(error):
            raise problem from error
        raise


def as_problem(error: BaseException) -> AppError | None:
    """The sentence for what the world did, or None when `error` is a bug of ours."""
    cause = _database_error(error)
    if isinstance(cause, apsw.FullError):
        return StorageProblem(_FULL)
    if isinstance(cause, apsw.IOError):
        return StorageProblem(_disk_sentence(cause))
    if isinstance(cause, apsw.ReadOnlyError):
        return StorageProblem(_READ_ONLY)
    if isinstance(cause, apsw.CantOpenError | apsw.PermissionsError | apsw.AuthError):
        return StorageProblem(_NO_ENTRY)
    if isinstance(cause, apsw.BusyError | apsw.LockedError | apsw.ProtocolError):
        return StorageProblem(_BUSY)
    if isinstance(cause, apsw.CorruptError | apsw.NotADBError):
        return DamagedData(DAMAGED)
    if isinstance(error, PermissionError):
        return StorageProblem(_READ_ONLY)
    if isinstance(error, OSError):
        return StorageProblem(_WRITE_FAILED)
    return None


def rolled_back() -> StorageProblem:
    """For a transaction that SQLite gave up by itself, as it does when the disk is full."""
    return StorageProblem(_ROLLED_BACK)


def _disk_sentence(error: apsw.Error) -> str:
    code = getattr(error, "extendedresult", 0)
    if code in _SHARED_MEMORY_CODES:
        return _SHARED
    return _READ_FAILED if code in _READING_CODES else _WRITE_FAILED


def _database_error(error: BaseException) -> BaseException:
    """What apsw raised; peewee wraps it, at times twice, and keeps it as `orig`."""
    while isinstance(inner := getattr(error, "orig", None), BaseException):
        error = inner
    return error
