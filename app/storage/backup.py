"""Backups of a shop, and going back to one.

A restore is one transaction of the present database where that still opens, so that it happens wholly or
not at all even while the server runs. What was erased since stays erased, what was revoked stays revoked.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import apsw

from app.data_root import make_data_folder
from app.domain.backups import BackupContents, BackupFile, Restored
from app.domain.clock import Clock
from app.domain.errors import DamagedData, NewerData, NotFound, StorageProblem
from app.domain.journal import Actor
from app.domain.translation import mark
from app.paths import DataFolder
from app.private import make_private_file, make_private_folder, sync_folder
from app.storage.adopting import adopt
from app.storage.backup_files import (
    beside,
    contents,
    copy_into,
    count,
    kept_name,
    list_backups,
    newest_good,
    read_ids,
    write_backup,
)
from app.storage.database import Database
from app.storage.migrating import newest_schema, refuse_what_is_not_ours
from app.storage.on_paper import Paper, read_paper
from app.storage.problems import DATABASE_ERRORS, as_problem, telling
from app.storage.session import Row
from app.storage.stores import Stores

_UNUSABLE = mark("%(file)s is damaged or no backup of Teacup's. Please choose another one.")
_NOT_WHOLE = mark("The backup could not be copied whole. Nothing was changed. Please try again.")
_SERVED = mark("The server of this shop is running. Please close Teacup and its server first, then restore.")

__all__ = ["backup", "copy_out", "found_at", "list_backups", "look_into", "newest_good", "restore"]


def backup(database: Database, folder: DataFolder, now: datetime) -> BackupFile:
    """A checked copy of the database in `folder.backups`; others may go on writing. Raises StorageProblem."""
    return database.copied_by(lambda source: write_backup(source, folder.backups, now))


def copy_out(made: Path, target: Path) -> None:
    """`made` once more at `target`, whole and on the disk or not at all: a stick is pulled out at once.

    Raises StorageProblem.
    """
    unfinished: Path | None = None
    try:
        # Private from its first byte, and under a name that nobody else has.
        handle, name = tempfile.mkstemp(prefix=".teacup-", dir=target.parent)
        unfinished = Path(name)
        with made.open("rb") as source, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(made, unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        raise StorageProblem(
            mark("“%(name)s” could not be saved: %(reason)s. Please choose another place."),
            name=target.name,
            reason=error.strerror or type(error).__name__,
        ) from error


def found_at(file: Path) -> BackupFile:
    """The file somebody chose, not opened yet. Raises StorageProblem."""
    with telling():
        return BackupFile(path=file, made_at=datetime.fromtimestamp(file.stat().st_mtime, UTC))


def look_into(file: Path) -> BackupContents:
    """What `file` holds. Raises as `restore` where one cannot go back to it."""
    with telling():
        _refuse_unusable(file)
        held = contents(file)
    if held is None:
        raise DamagedData(_UNUSABLE, file=file)
    return held


def restore(
    folder: DataFolder, file: Path, *, clock: Clock, is_served: Callable[[], bool] = lambda: False
) -> Restored:
    """Go back to what `file` holds. The present database is kept among the backups, also when damaged.

    Raises NotFound, DamagedData or NewerData when `file` cannot be used and StorageProblem when the disk says
    no; the present database is then as it was. A damaged one, or none, gives way to another file, so nobody
    may have it open then: `is_served` is asked, and StorageProblem raised.
    """
    with telling():
        _refuse_unusable(file)
        make_data_folder(folder.root)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder.root) as place:
            prepared = DataFolder(Path(place))
            _copy(file, prepared.database)
            present = _open_present(folder, clock)
            if present is None:
                if is_served():
                    raise StorageProblem(_SERVED)
                erased = _prepare(prepared, _Present(erased=read_ids(folder.erased)), clock)
                return Restored(kept=_replace(folder, prepared, clock.now()), erased_again=erased)
            try:
                return present.copied_by(lambda target: _go_back(target, folder, prepared, clock))
            finally:
                present.wipe()
                present.close()


_REVOKED = """
SELECT hash FROM api_keys WHERE revoked_at IS NOT NULL
UNION SELECT key_hash FROM kiosks WHERE revoked_at IS NOT NULL
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Present:
    """What the present database knows and a backup must not forget."""

    erased: Sequence[UUID]
    revoked: Sequence[str] = ()
    newest: int = 0
    shop_id: bytes = b""
    paper: Paper = field(default_factory=dict)


def _state_of(present: apsw.Connection) -> _Present:
    erased: list[Row] = present.execute("SELECT idea_id FROM erasures ORDER BY erased_at").fetchall()
    revoked: list[Row] = present.execute(_REVOKED).fetchall()
    shops: list[Row] = present.execute("SELECT id FROM shops").fetchall()
    newest: list[Row] = present.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchall()
    return _Present(
        erased=[UUID(bytes=row[0]) for row in erased],
        revoked=[str(row[0]) for row in revoked],
        newest=newest[0][0],
        shop_id=shops[0][0] if len(shops) == 1 else b"",
        paper=read_paper(present),
    )


def _go_back(target: apsw.Connection, folder: DataFolder, prepared: DataFolder, clock: Clock) -> Restored:
    """Keep the present database and write every page of the prepared one over it, in one transaction.

    The first step, of no pages, takes the write lock: nothing can be acknowledged after the kept copy was
    taken and then be overwritten.
    """
    source = apsw.Connection(str(prepared.database), flags=apsw.SQLITE_OPEN_READONLY)
    present = apsw.Connection(str(folder.database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        with target.backup("main", source, "main") as copying:
            copying.step(0)
            kept = write_backup(present, folder.backups, clock.now())
            erased = _prepare(prepared, _state_of(present), clock)
            while not copying.done:
                copying.step(-1)
    finally:
        source.close()
        present.close()
    return Restored(kept=kept.path, erased_again=erased)


def _open_present(folder: DataFolder, clock: Clock) -> Database | None:
    """The present database, or None when there is none that could be kept as a sound copy."""
    if not folder.database.exists():
        return None
    try:
        present = Database.open(folder, clock=clock)
    except (DamagedData, NewerData):
        return None
    try:
        sound = present.rows("PRAGMA integrity_check(1)") == [("ok",)]
    except DamagedData:
        sound = False
    if not sound:
        present.close()
    return present if sound else None


def _prepare(prepared: DataFolder, present: _Present, clock: Clock) -> int:
    """Bring the copy to today's shape and forget again what was erased; how many ideas that were."""

    def catch_up(stores: Stores) -> int:
        again = [id for id in present.erased if stores.ideas.get(id) is not None]
        for id in again:
            stores.ideas.erase(id)
        for id in present.erased:
            stores.voices.erase(id)
            stores.erasures.remember(id)
        stores.paper.bring_along(present.paper)
        for hash in present.revoked:
            stores.keys.revoke_hash(hash)
        stores.journal.begin_after(present.newest)
        shop = stores.shops.get()
        stores.journal.append(actor=Actor.OWNER, verb="restore", subject=shop.id, board=True)
        return len(again)

    # Brings it to today's shape too, in which no table is missing.
    database = Database.open(prepared, clock=clock)
    if present.shop_id not in (b"", database.read(lambda stores: stores.shops.get().id.bytes)):
        database.close()
        adopt(prepared.database, present.shop_id)
        database = Database.open(prepared, clock=clock)
    try:
        erased = database.write(catch_up)
        # Erased words are gone from their pages, but the copy may have had loose pages of its own.
        database.rows("VACUUM")
        database.scrub()
    finally:
        database.close()
    if count(prepared.database) is None:
        raise StorageProblem(_NOT_WHOLE)
    return erased


def _refuse_unusable(file: Path) -> None:
    """Raises NotFound, NewerData, DamagedData or StorageProblem unless one can go back to `file`."""
    try:
        if file.is_dir():
            raise NotFound(mark("%(file)s is a folder. Please choose one of the backups in it."), file=file)
        if not file.exists():
            raise NotFound(mark("There is no backup at %(file)s."), file=file)
        refuse_what_is_not_ours(file, newest_schema())
        if count(file) is None:
            raise DamagedData(_UNUSABLE, file=file)
    except OSError as error:
        raise StorageProblem(
            mark("%(file)s cannot be read: %(reason)s."), file=file, reason=error.strerror or "unknown"
        ) from error
    except DamagedData as error:
        raise DamagedData(_UNUSABLE, file=file) from error
    except DATABASE_ERRORS as error:
        problem = as_problem(error)
        if problem is None or isinstance(problem, DamagedData):
            raise DamagedData(_UNUSABLE, file=file) from error
        raise problem from error


def _copy(file: Path, path: Path) -> None:
    source = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        copy_into(source, path)
    finally:
        source.close()


def _replace(folder: DataFolder, prepared: DataFolder, now: datetime) -> Path | None:
    """Put the prepared database in the place of a damaged one, or of none; where the damaged one is kept."""
    kept = kept_name(folder.backups, now)
    wal, kept_wal = beside(folder.database, "-wal"), beside(kept, "-wal")
    was_there = folder.database.exists()
    if was_there:
        _keep_aside(folder.database, kept)
    if wal.exists():
        # It goes with the damaged database; left here, SQLite would mix it into the restored one.
        _keep_aside(wal, kept_wal)
        wal.unlink()
    beside(folder.database, "-shm").unlink(missing_ok=True)
    prepared.database.replace(folder.database)
    sync_folder(folder.root)
    return kept if was_there else None


def _keep_aside(file: Path, kept: Path) -> None:
    """A copy, for `backups` may lie on another disk; it is there for good before anything goes."""
    make_private_folder(kept.parent)
    make_private_file(kept)
    shutil.copyfile(file, kept)
    with kept.open("rb") as written:
        os.fsync(written.fileno())
    sync_folder(kept.parent)
