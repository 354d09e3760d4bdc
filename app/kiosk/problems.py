"""What the kiosk's disk says, as sentences for whoever stands before it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from app.domain.errors import AppError, StorageProblem
from app.domain.translation import mark
from app.kiosk.asking import Unsound

FULL = mark("The disk of this kiosk is full. Nothing was accepted. Please tell somebody in the shop.")
_FAILED = mark("The disk of this kiosk has failed. Nothing was accepted. Please tell somebody in the shop.")
_READ_ONLY = mark("The kiosk may not write into its folder. Please allow it, or choose another folder.")
_SHARED = mark("The kiosk's folder seems to lie on a network drive. Please choose one on this computer.")
_BUSY = mark("Another program keeps the kiosk's file busy. Nothing was accepted. Please try again.")

_SHARED_MEMORY_CODES = frozenset(
    {
        apsw.SQLITE_IOERR_SHMMAP,
        apsw.SQLITE_IOERR_SHMOPEN,
        apsw.SQLITE_IOERR_SHMSIZE,
        apsw.SQLITE_IOERR_SHMLOCK,
        apsw.SQLITE_IOERR_LOCK,
    }
)


# Damaged lengths ask for endless memory; SQL of ours, which never changes, fails when the schema did.
DAMAGE = (
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.NoMemError,
    apsw.TooBigError,
    apsw.SQLError,
    UnicodeDecodeError,
    Unsound,
)


@contextmanager
def telling() -> Iterator[None]:
    """What the disk says becomes a StorageProblem, also damage that did not go away; bugs of ours pass."""
    try:
        yield
    except AppError:
        raise
    except (apsw.Error, OSError, UnicodeDecodeError, Unsound) as error:
        sentence = _sentence_of(error)
        if sentence is None:
            raise
        raise StorageProblem(sentence) from error


def given_up() -> StorageProblem:
    """For a transaction that SQLite took back by itself, as it does when the disk is full."""
    return StorageProblem(_FAILED)


def _sentence_of(error: Exception) -> str | None:
    match error:
        case apsw.FullError():
            return FULL
        case apsw.IOError() if getattr(error, "extendedresult", 0) in _SHARED_MEMORY_CODES:
            return _SHARED
        case apsw.IOError() | apsw.CorruptError() | apsw.NotADBError() | UnicodeDecodeError() | Unsound():
            return _FAILED
        case apsw.ReadOnlyError() | apsw.CantOpenError() | apsw.PermissionsError() | PermissionError():
            return _READ_ONLY
        case apsw.BusyError() | apsw.LockedError() | apsw.ProtocolError():
            return _BUSY
        case OSError():
            return FULL if error.errno == errno.ENOSPC else _FAILED
        case _:
            return None
