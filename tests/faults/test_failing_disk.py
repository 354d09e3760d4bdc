"""The n-th write, sync, open or truncate fails, for every n: the old state or the new one, never between."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import apsw
import pytest

from app.domain.errors import StorageProblem
from app.domain.ideas import Idea
from app.paths import DataFolder
from app.storage.backup import backup
from app.storage.database import Database
from app.storage.stores import Stores
from app.storage.writer import Writer
from tests.faults.disk import Call, Fault, FaultDisk, until_it_holds
from tests.faults.verbs import FRESH, VERBS, copy_of, small_shop, state_of
from tests.shop import SetClock, make_idea


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return small_shop(tmp_path_factory.mktemp("faults") / "shop")


def opened(shop: DataFolder, root: Path, disk: FaultDisk, clock: SetClock) -> Database:
    return Database.open(copy_of(shop, root), clock=clock, vfs=disk.name)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_done_or_not_whatever_call_fails(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock, verb: str
) -> None:
    database = opened(shop, tmp_path / "good", disk, clock)
    old = state_of(database.folder.database)
    database.write(VERBS[verb])
    new = state_of(database.folder.database)
    database.close()

    def attempt(_number: int) -> None:
        database = disk.rest(lambda: opened(shop, tmp_path / "shop", disk, clock))
        told = False
        try:
            database.write(VERBS[verb])
        except StorageProblem:
            told = True
        assert told == (disk.failed > 0)
        disk.rest(database.close)
        assert state_of(database.folder.database) in ([old, new] if told else [new])

    tried = {call: until_it_holds(disk, call, attempt) for call in (Call.WRITE, Call.SYNC)}
    assert tried[Call.WRITE] >= 2
    assert tried[Call.SYNC] >= 1


@pytest.mark.parametrize("call", Call)
def test_opening_tells_and_leaves_everything_there(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock, call: Call
) -> None:
    old = state_of(shop.database)

    def attempt(_number: int) -> None:
        folder = copy_of(shop, tmp_path / "shop")
        try:
            database = Database.open(folder, clock=clock, vfs=disk.name)
        except StorageProblem:
            assert disk.failed
        else:
            disk.rest(database.close)
        assert state_of(folder.database) == old

    until_it_holds(disk, call, attempt)


@pytest.mark.parametrize("call", Call)
def test_making_a_new_database_leaves_a_whole_one_or_none(
    tmp_path: Path, disk: FaultDisk, clock: SetClock, call: Call
) -> None:
    def attempt(number: int) -> None:
        folder = DataFolder(tmp_path / f"shop{number}")
        try:
            Database.open(folder, clock=clock, vfs=disk.name).close()
        except StorageProblem:
            assert disk.failed
        left = {path.name for path in folder.root.iterdir() if not path.name.endswith(("-wal", "-shm"))}
        assert left in (set(), {"teacup.db"})
        disk.heal()
        again = Database.open(folder, clock=clock)
        assert again.write(lambda stores: stores.ideas.add(FRESH)) is True
        again.close()

    for number in (1, 2, 3, 5, 8, 13, 21, 34, 55, 89):
        disk.fail(call, number)
        attempt(number)
        disk.heal()


@pytest.mark.parametrize("call", [Call.WRITE, Call.SYNC, Call.TRUNCATE])
def test_taking_in_the_wal_loses_nothing(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock, call: Call
) -> None:
    def attempt(_number: int) -> None:
        database = disk.rest(lambda: opened(shop, tmp_path / "shop", disk, clock))
        disk.rest(lambda: database.write(VERBS["submit"]))
        expected = state_of(database.folder.database)
        try:
            database.rest()
        except StorageProblem:
            assert disk.failed
        disk.rest(database.close)
        assert state_of(database.folder.database) == expected

    assert until_it_holds(disk, call, attempt) >= 1


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.WRITE_FAILED])
def test_on_a_full_disk_nothing_is_told_to_be_saved_and_room_heals_it(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock, fault: Fault
) -> None:
    database = opened(shop, tmp_path / "shop", disk, clock)
    before = state_of(database.folder.database)
    big = make_idea("word " * 90)

    disk.fail(Call.WRITE, 1, fault, lasting=True)
    for _ in range(3):
        with pytest.raises(StorageProblem, match="disk"):
            database.write(lambda stores: stores.ideas.add(big))
        assert database.read(lambda stores: stores.ideas.get(big.id)) is None
    disk.heal()

    assert state_of(database.folder.database) == before
    assert database.write(lambda stores: stores.ideas.add(big)) is True
    database.close()


def test_a_full_disk_in_the_middle_of_a_large_verb_takes_back_the_whole(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock
) -> None:
    """More pages than the cache holds: SQLite writes before the commit, fails, and rolls back by itself."""
    database = opened(shop, tmp_path / "shop", disk, clock)
    database.rows("PRAGMA cache_size = 10")
    before = state_of(database.folder.database)
    swallowed = 0

    def verb(stores: Stores) -> None:
        nonlocal swallowed
        for number in range(300):
            try:
                stores.ideas.add(make_idea(f"{number} " * 80))
            except Exception:
                swallowed += 1

    disk.fail(Call.WRITE, 5, Fault.FULL, lasting=True)
    with pytest.raises(StorageProblem):
        database.write(verb)
    disk.heal()

    assert swallowed
    assert state_of(database.folder.database) == before
    database.close()


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.WRITE_FAILED, Fault.SYNC_FAILED])
def test_the_writer_acknowledges_only_what_is_stored(
    shop: DataFolder, tmp_path: Path, disk: FaultDisk, clock: SetClock, fault: Fault
) -> None:
    database = opened(shop, tmp_path / "shop", disk, clock)
    ideas = [make_idea(f"{number} " * 100) for number in range(120)]
    call = Call.SYNC if fault is Fault.SYNC_FAILED else Call.WRITE

    async def run() -> list[bool | BaseException]:
        writer = Writer(database)
        writer.start()
        await writer.write(lambda _: database.rows("PRAGMA cache_size = 10"))
        results: list[bool | BaseException] = []
        for start in range(0, len(ideas), 12):
            if start % 24:
                disk.fail(call, start // 24 + 1, fault, lasting=True)
            batch = [writer.write(partial(add_swallowing, idea=idea)) for idea in ideas[start : start + 12]]
            results += await asyncio.gather(*batch, return_exceptions=True)
            disk.heal()
        writer.stop()
        return results

    results = asyncio.run(run())

    told = [idea.id for idea, result in zip(ideas, results, strict=True) if result is True]
    refused = [result for result in results if isinstance(result, BaseException)]
    stored = database.read(lambda stores: [idea.id for idea in stores.ideas.several([i.id for i in ideas])])
    assert stored == told
    assert len(told) >= 60
    assert refused
    assert {type(result) for result in refused} == {StorageProblem}
    database.close()
    state_of(database.folder.database)


def add_swallowing(stores: Stores, idea: Idea) -> bool:
    """A verb that catches what it should not: SQLite has then rolled back more than it knows."""
    try:
        return stores.ideas.add(idea)
    except apsw.Error:
        return False


@pytest.mark.parametrize("call", [Call.WRITE, Call.SYNC, Call.OPEN])
def test_a_backup_that_fails_leaves_no_file_that_looks_like_one(
    shop: DataFolder, tmp_path: Path, clock: SetClock, call: Call
) -> None:
    """The copy is written through the ordinary disk, so that is the one that fails here."""
    default = FaultDisk("fault-default", makedefault=True)
    made = 0
    try:

        def attempt(_number: int) -> None:
            nonlocal made
            folder = copy_of(shop, tmp_path / "shop")
            database = default.rest(lambda: Database.open(folder, clock=clock))
            try:
                backup(database, folder, clock.now())
                made += 1
            except StorageProblem:
                assert default.failed
                assert list(folder.backups.iterdir()) == []
            default.rest(database.close)

        assert until_it_holds(default, call, attempt) >= 1
        assert made >= 1
    finally:
        default.unregister()
