"""Opens a shop's data folder for its customers: here their door meets the database and its writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.clock import Clock, SystemClock
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.storage.database import Database
from app.storage.writer import Writer


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
        yield CustomerDoor(reads=database, writes=writer, clock=clock, scrub=database.wipe)
    finally:
        writer.stop()
        database.close()
