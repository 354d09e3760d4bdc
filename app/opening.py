"""Opens a shop's data folder and puts the services on it; the one place where they meet the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.clock import Clock, SystemClock
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.owner.keeping import Keeper
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.writer import Writer


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


@contextmanager
def open_customers_door(folder: DataFolder, clock: Clock | None = None) -> Iterator[CustomerDoor]:
    """Open the shop for its customers, with the writer that commits many of them together.

    Raises as `open_owners_shop`.
    """
    clock = clock or SystemClock()
    database = Database.open(folder, clock=clock)
    writer = Writer(database)
    try:
        writer.start()
        yield CustomerDoor(reads=database, writes=writer, clock=clock, scrub=database.rest)
    finally:
        writer.stop()
        database.close()
