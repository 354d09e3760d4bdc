"""Opens a shop's data folder for its owner: here the services meet the database.

The customers' side lies in `door_opening`: the desk would wait for what it imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.clock import Clock, SystemClock
from app.paths import DataFolder
from app.services.owner.keeping import Keeper
from app.services.owner.owner import Owner
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class OwnersShop:
    """The owner's side of an open shop."""

    folder: DataFolder
    owner: Owner
    keeper: Keeper


@contextmanager
def open_owners_shop(folder: DataFolder, clock: Clock | None = None) -> Iterator[OwnersShop]:
    """Open the shop for its owner. Raises StorageProblem, DamagedData or NewerData."""
    clock = clock or SystemClock()
    database = Database.open(folder, clock=clock)
    try:
        owner = Owner(seam=database, clock=clock)
        yield OwnersShop(folder, owner, Keeper(database=database, folder=folder, clock=clock))
    finally:
        database.close()
