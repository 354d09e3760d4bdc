"""Keeping the data safe: look whether it is whole, back it up, go back to a backup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from app.domain.backups import BackupContents, BackupFile, CheckReport, Restored, is_backup_due
from app.domain.clock import Clock
from app.paths import DataFolder
from app.services.owner import erasing, kiosks
from app.storage import backup as backups
from app.storage.check import check
from app.storage.database import Database
from app.storage.pruning import let_go_of_old
from app.storage.stores import Stores


class Keeper:
    """For a shop that is open. Going back is `go_back`, for it must work when the data cannot be opened."""

    def __init__(self, *, database: Database, folder: DataFolder, clock: Clock) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock

    def check(self) -> CheckReport:
        """Read everything; takes seconds for a large shop. Raises DamagedData when it cannot be read."""
        return check(self._database)

    def backup(self) -> BackupFile:
        """Copy the data while it is in use, then open and count the copy. Raises StorageProblem."""
        return backups.backup(self._database, self._folder, self._clock.now())

    def save_copy(self, target: Path) -> BackupFile:
        """A backup of now, kept as any other, and its copy at `target`, for another computer or a stick.

        Raises StorageProblem; what was at `target` stays when it cannot be written.
        """
        made = self.backup()
        backups.copy_out(made.path, target)
        return made

    def backup_when_due(self) -> BackupFile | None:
        """Today's backup, unless there is one; then let go of what is older than the shop needs.

        Raises StorageProblem; no older backup goes before the new one stands.
        """
        now = self._clock.now()
        made = self.backup() if is_backup_due(self.backups(), now) else None
        let_go_of_old(self._folder, now)
        return made

    def forget_old(self) -> None:
        """Let go of what kiosks left behind and nobody can need any more, and of addresses of authors whose
        time is over. Raises StorageProblem."""
        self._database.write(partial(kiosks.forget_old, now=self._clock.now()))
        self._database.write(partial(erasing.forget_addresses, now=self._clock.now()))

    def from_elsewhere(self, file: Path) -> BackupFile:
        """A backup that lies anywhere, by when its file was written. Raises StorageProblem."""
        return backups.found_at(file)

    def look_into(self, file: Path) -> BackupContents:
        """What a backup holds. Raises NotFound, DamagedData or NewerData when one cannot go back to it."""
        return backups.look_into(file)

    def go_back(self, file: Path) -> Restored:
        """As the function of that name, for the shop that is open: read everything anew after it."""
        return go_back(self._folder, file, self._clock)

    def contents(self) -> BackupContents:
        """What is there now, to be compared with a backup."""
        return self._database.read(_contents)

    def newest_at(self) -> datetime | None:
        """When the newest backup was made. Raises StorageProblem."""
        return next((backup.made_at for backup in self.backups()), None)

    def backups(self) -> Sequence[BackupFile]:
        """Newest first. Raises StorageProblem."""
        return backups.list_backups(self._folder.backups)


def _contents(stores: Stores) -> BackupContents:
    return BackupContents(
        shop_name=stores.shops.get().name,
        ideas=stores.inbox.counts().all,
        answers=stores.responses.count(),
        newest_idea_at=stores.ideas.newest_at(),
    )


def newest_good_backup(folder: DataFolder) -> BackupFile | None:
    """The newest backup that opens and is sound, also when the data itself cannot be opened."""
    return backups.newest_good(folder.backups)


def go_back(folder: DataFolder, file: Path, clock: Clock) -> Restored:
    """Restore `file` into `folder`; what is there now is kept.

    Raises NotFound when there is no such file, DamagedData or NewerData when it cannot serve, StorageProblem
    when the disk says no, or the data is damaged and the shop's server runs on it; nothing has changed then.
    """
    from app.reach import is_served  # noqa: PLC0415 - the desk would wait for it at each start

    return backups.restore(folder, file, clock=clock, is_served=lambda: is_served(folder))
