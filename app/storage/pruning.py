"""Lets go of copies in time: what somebody had erased is then gone from every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.domain.backups import superfluous
from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.paths import DataFolder
from app.private import hide_from_others
from app.storage.copies import list_backups
from app.storage.problems import telling

_STAYS = mark("%(file)s is too old to be kept, but it cannot be removed: %(reason)s. Please remove it.")


def let_go_of_old(folder: DataFolder, now: datetime) -> None:
    """Remove what has had its time. Raises StorageProblem for one that stays, after all others are gone."""
    problem: StorageProblem | None = None
    with telling():
        for backup in list_backups(folder.backups):
            hide_from_others(backup.path)
        for path in _outlived(folder, now):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                problem = StorageProblem(_STAYS, file=path, reason=error.strerror or "unknown")
                problem.__cause__ = error
    if problem is not None:
        raise problem


def _outlived(folder: DataFolder, now: datetime) -> Iterator[Path]:
    for backup in superfluous(list_backups(folder.backups), now):
        yield backup.path
