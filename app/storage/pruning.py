"""Lets go of backups in time: what somebody had erased is then gone from every one of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.backups import KEPT_AT_MOST, superfluous
from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.paths import DataFolder
from app.private import hide_from_others
from app.storage.backup_files import list_backups, list_kept
from app.storage.problems import telling

UNFINISHED_AT_MOST = timedelta(days=1)
_STAYS = mark("%(file)s is too old to be kept, but it cannot be removed: %(reason)s. Please remove it.")


def let_go_of_old(folder: DataFolder, now: datetime) -> None:
    """Remove what has had its time. Raises StorageProblem for one that stays, after all others are gone."""
    problem: StorageProblem | None = None
    with telling():
        for backup in list_backups(folder.backups):
            hide_from_others(backup.path)
        for path in _outlived(folder, now):
            try:
                _remove(path)
            except OSError as error:
                problem = StorageProblem(_STAYS, file=path, reason=error.strerror or "unknown")
                problem.__cause__ = error
    if problem is not None:
        raise problem


def _outlived(folder: DataFolder, now: datetime) -> Iterator[Path]:
    for backup in superfluous(list_backups(folder.backups), now):
        yield backup.path
    for place in (folder.backups, folder.root):  # Damaged ones were once kept beside the database.
        yield from (path for path, made_at in list_kept(place) if now - made_at > KEPT_AT_MOST)
    for unfinished in (*folder.backups.glob("teacup-*.part*"), *folder.root.glob(".restoring-*")):
        # Of a program that was killed at work: whole databases, of which nobody would ever know.
        touched = datetime.fromtimestamp(unfinished.stat().st_mtime, UTC)
        if now - touched > UNFINISHED_AT_MOST:
            yield unfinished


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
