"""The stamp tells whether anything was stored since, without asking what."""

from __future__ import annotations

from app.domain.clock import Clock
from app.paths import DataFolder
from app.storage.database import Database
from tests.making import SetClock, make_idea


def stored_by(folder: DataFolder, clock: Clock) -> None:
    """Another program puts an idea into the same folder."""
    other = Database.open(folder, clock=clock)
    other.write(lambda stores: stores.ideas.add(make_idea()))
    other.close()


def test_it_changes_with_own_and_with_other_programs_writes_and_with_nothing_else(
    folder: DataFolder, clock: SetClock
) -> None:
    database = Database.open(folder, clock=clock)
    stamps = [database.stamp()]

    database.read(lambda stores: stores.board.version())
    stamps.append(database.stamp())
    stored_by(folder, clock)
    stamps.append(database.stamp())
    database.write(lambda stores: stores.ideas.add(make_idea("Another.")))
    stamps.append(database.stamp())
    database.close()

    assert stamps[0] == stamps[1]
    assert len(set(stamps)) == 3
