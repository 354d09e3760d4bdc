"""What of this computer and the opened shop the settings touch, with a computer that we can look into."""

from __future__ import annotations

from pathlib import Path

from app.diagnostics import diagnostics
from app.domain.backups import BackupFile
from app.domain.clock import Clock
from app.domain.errors import AppError
from app.paths import DataFolder
from app.services.owner.keeping import Keeper
from app.storage.database import Database
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.settings.starting import Starting


class Computer:
    """Whether it starts the desk, shows a tray, and what it was asked to show and to copy."""

    def __init__(self) -> None:
        self.starts_desk = False
        self.problem: AppError | None = None
        self.has_tray = False
        self.shown: list[Path] = []
        self.copied: list[str] = []

    def set_starting(self, wanted: bool) -> None:
        if self.problem is not None:
            raise self.problem
        self.starts_desk = wanted


class KeeperOfTests(Keeper):
    """Keeps as the real one; `problem` is what keeps a backup from being made."""

    problem: AppError | None = None

    def backup(self) -> BackupFile:
        if self.problem is not None:
            raise self.problem
        return super().backup()


def make_housekeeping(
    database: Database, folder: DataFolder, clock: Clock, computer: Computer
) -> Housekeeping:
    keeper = KeeperOfTests(database=database, folder=folder, clock=clock)
    return Housekeeping(
        keeper=keeper,
        folder=folder.root,
        starting=Starting(lambda: computer.starts_desk, computer.set_starting),
        has_tray=lambda: computer.has_tray,
        show_folder=computer.shown.append,
        diagnose=lambda: diagnostics(folder, keeper.check(), {"Qt": "6"}),
        copy=computer.copied.append,
        version="0.1",
    )
