"""Opens a shop's data folder and puts the services on it; the one place where they meet the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.clock import Clock, SystemClock
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class OwnersShop:
    """The owner's side of an open shop."""

    folder: DataFolder
    owner: Owner


@contextmanager
def open_owners_shop(folder: DataFolder, clock: Clock | None = None) -> Iterator[OwnersShop]:
    """Open the shop for its owner. Raises StorageProblem, DamagedData or NewerData."""
    clock = clock or SystemClock()
    database = Database.open(folder, clock=clock)
    try:
        yield OwnersShop(folder, Owner(seam=database, clock=clock))
    finally:
        database.close()
