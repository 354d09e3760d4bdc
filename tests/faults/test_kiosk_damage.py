"""The kiosk's file is damaged, cut short, overwritten, or its disk is full: told, never a crash, and what can
be read of the outbox goes on its way."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from app.domain.errors import AppError, DamagedData, StorageProblem
from app.domain.kiosks import Look
from app.kiosk.core import KioskCore
from app.kiosk.file import FILE
from app.kiosk.guard import FREE_TRIES
from app.kiosk.mirror import Progress
from app.kiosk.notes import Tab
from app.kiosk.outbox import Draft
from app.kiosk.pairings import Pairing
from tests.faults import rounds
from tests.faults.disk import Call, Fault, FaultDisk, until_it_holds
from tests.kiosk_making import fill_board, make_facts, make_note, tell_facts
from tests.making import TUESDAY, SetClock

PAGE = 4096
SCHEMA_NUMBER = slice(60, 64)
PINNED = 40
PAIRING = Pairing(
    address="https://192.168.1.20:8766", key="key", kiosk_id=make_note().id, certificate=b"\x30"
)
Damage = Callable[[bytearray, random.Random], bytes]


@pytest.fixture
def clock() -> SetClock:
    return SetClock(TUESDAY)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a kiosk with a wall, a pairing and a full outbox, closed in good order."""
    folder = tmp_path_factory.mktemp("kiosks") / "full"
    core = KioskCore.open(folder, clock=SetClock())
    fill_board(core, 400)
    core._stock.pairings.set(PAIRING)
    for number in range(PINNED):
        core.pin(Draft(text=f"Idea {number:02} {'with many words ' * 12}"))
    core.stop()
    return folder


@pytest.fixture
def folder(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(full, tmp_path / "kiosk"))


def cut_short(content: bytearray, chance: random.Random) -> bytes:
    return bytes(content[: chance.randrange(len(content))])


def overwrite_pages(content: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(content) // PAGE) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE)
    return bytes(content)


def flip_bytes(content: bytearray, chance: random.Random) -> bytes:
    schema = content[SCHEMA_NUMBER]
    for _ in range(chance.randrange(1, 400)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    content[SCHEMA_NUMBER] = schema  # a higher one is no damage, but a newer Teacup's
    return bytes(content)


def lose_the_beginning(content: bytearray, chance: random.Random) -> bytes:
    content[:PAGE] = chance.randbytes(PAGE)
    return bytes(content)


def become_something_else(_: bytearray, chance: random.Random) -> bytes:
    return chance.choice((b"", b"\0", b"PK\x03\x04 some archive", b"SQLite format 3\0", b"\0" * 100_000))


DAMAGES = (cut_short, overwrite_pages, flip_bytes, lose_the_beginning, become_something_else)


def damage(folder: Path, how: Damage, chance: random.Random) -> None:
    path = folder / FILE
    path.write_bytes(how(bytearray(path.read_bytes()), chance))


def use(core: KioskCore) -> None:
    """Everything that a visitor and the courier do."""
    [note] = fill_board(core, 1)
    for tab in Tab:
        core.board.notes(core.board.order(tab)[:50])
        core.board.order(tab, "bread")
    core.board.similar("walnut rolls please")
    core.board.did()
    core.board.chain(note.id)
    core.vote(note.id, "visitor", True)
    core.looked([Look(note.id, 1000, 1)])
    core.pin(Draft(text="One more"))
    stock = core._stock
    stock.outbox.pack_looks()
    stock.mirror.settle_votes()
    assert stock.outbox.batch()
    assert stock.outbox.refused() == []
    stock.file.check()
    stock.file.rest()


@pytest.mark.parametrize("how", DAMAGES)
def test_no_damage_keeps_the_kiosk_from_working(folder: Path, clock: SetClock, how: Damage) -> None:
    chance = random.Random()
    good = (folder / FILE).read_bytes()
    for _ in range(rounds(6)):
        (folder / FILE).write_bytes(good)
        damage(folder, how, chance)
        core = KioskCore.open(folder, clock=clock)
        use(core)
        core.stop()
        again = KioskCore.open(folder, clock=clock)
        assert again.waiting >= 2
        again.stop()
        for left in folder.iterdir():
            left.unlink()


@pytest.mark.parametrize("how", [overwrite_pages, flip_bytes, cut_short])
def test_damage_that_comes_while_the_kiosk_runs_is_survived(
    folder: Path, clock: SetClock, how: Damage
) -> None:
    chance = random.Random()
    good = (folder / FILE).read_bytes()
    for _ in range(rounds(6)):
        (folder / FILE).write_bytes(good)
        core = KioskCore.open(folder, clock=clock)
        core.board.order(Tab.NEW)
        with (folder / FILE).open("r+b") as file:  # the same file, as a failing disk has it
            content = how(bytearray(file.read()), chance)
            file.seek(0)
            file.write(content)
            file.truncate()
        core.board.changed()
        use(core)
        core.stop()
        for left in folder.iterdir():
            left.unlink()


def test_what_was_given_before_is_read_out_of_a_damaged_file(folder: Path, clock: SetClock) -> None:
    damage(folder, lose_the_beginning, random.Random(7))

    core = KioskCore.open(folder, clock=clock)

    assert texts_in(core) == [f"Idea {number:02}" for number in range(PINNED)]
    assert core._stock.pairings.current() == PAIRING
    assert core._stock.mirror.progress() == Progress()
    [problem] = core.problems()
    assert isinstance(problem, DamagedData)
    [aside] = folder.glob("kiosk-damaged-*.db")
    assert aside.name in str(problem)
    assert core.board.size() == 0
    core.stop()


def test_a_damaged_page_of_the_wall_costs_nothing_of_the_outbox(folder: Path, clock: SetClock) -> None:
    path = folder / FILE
    wall = pages_of(path, "notes")
    content = bytearray(path.read_bytes())
    for page in wall:
        content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)

    core = KioskCore.open(folder, clock=clock)
    core.board.order(Tab.NEW)
    core.board.notes(core.board.order(Tab.POPULAR))
    core._stock.file.check()

    assert texts_in(core) == [f"Idea {number:02}" for number in range(PINNED)]
    assert core.problems()
    core.stop()


def test_the_other_ideas_survive_a_damaged_page_of_the_outbox(folder: Path, clock: SetClock) -> None:
    path = folder / FILE
    leaves = pages_of(path, "outbox")
    content = bytearray(path.read_bytes())
    lost = leaves[len(leaves) // 2]
    content[(lost - 1) * PAGE : lost * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)

    core = KioskCore.open(folder, clock=clock)

    saved = texts_in(core)
    assert PINNED * 0.6 < len(saved) < PINNED
    assert saved == sorted(saved)
    core.stop()


@pytest.mark.parametrize("step", ["new file made", "old file aside", "wal aside"])
def test_a_kill_while_a_new_file_is_begun_loses_nothing(
    folder: Path, clock: SetClock, tmp_path: Path, step: str
) -> None:
    """What lies in the folder after each step of beginning anew."""
    damage(folder, lose_the_beginning, random.Random(7))
    whole = shutil.copytree(folder, tmp_path / "whole")
    KioskCore.open(whole, clock=clock).stop()
    shutil.copy(whole / FILE, folder / "kiosk-new.db")
    if step != "new file made":
        (folder / FILE).rename(folder / "kiosk-damaged-1.db")
    if step == "old file aside":
        (folder / f"{FILE}-wal").write_bytes(b"of the damaged one")

    core = KioskCore.open(folder, clock=clock)

    assert len(texts_in(core)) == PINNED
    assert len(list(folder.glob("kiosk-damaged-*.db"))) == 1
    assert not (folder / "kiosk-new.db").exists()
    core.stop()


def test_a_wal_that_is_garbage_is_no_trouble(folder: Path, clock: SetClock) -> None:
    (folder / f"{FILE}-wal").write_bytes(random.Random(7).randbytes(50_000))

    core = KioskCore.open(folder, clock=clock)

    use(core)
    assert len(texts_in(core)) == PINNED + 1
    core.stop()


def test_tries_of_the_pin_are_remembered_in_the_new_file(folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(folder, clock=clock)
    tell_facts(core, make_facts(pin="4711"))
    for _ in range(FREE_TRIES):
        core.guard.try_pin("0000")
    core.stop()
    damage(folder, lose_the_beginning, random.Random(7))

    core = KioskCore.open(folder, clock=clock)

    assert core.guard.wait_seconds() > 50
    core.stop()


@pytest.mark.timeout(60)
def test_a_try_of_the_pin_that_finds_the_damage_is_counted(folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(folder, clock=clock)
    tell_facts(core, make_facts(pin="4711"))
    with (folder / FILE).open("r+b") as file:
        file.write(b"\xff" * (folder / FILE).stat().st_size)

    for _ in range(FREE_TRIES):
        assert not core.guard.try_pin("0000").is_right
    core.stop()

    again = KioskCore.open(folder, clock=clock)
    assert again.guard.wait_seconds() > 50
    again.stop()


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.WRITE_FAILED])
def test_on_a_full_disk_an_idea_is_refused_and_later_ones_are_taken(
    tmp_path: Path, clock: SetClock, disk: FaultDisk, fault: Fault
) -> None:
    core = KioskCore.open(tmp_path / "kiosk", clock=clock, vfs=disk.name)
    [note] = fill_board(core, 1)
    core.pin(Draft(text="Before"))
    disk.fail(Call.WRITE, 1, fault, lasting=True)

    with pytest.raises(StorageProblem, match="Nothing was accepted"):
        core.pin(Draft(text="Refused"))
    with pytest.raises(StorageProblem):
        core.vote(note.id, "visitor", True)
    core.looked([Look(note.id, 1000, 1)])
    assert core.voted("visitor") == frozenset()
    assert [str(problem) for problem in core.problems()] != []

    disk.heal()
    core.pin(Draft(text="After"))
    assert texts_in(core) == ["Before", "After"]
    assert core.problems() == ()
    core.stop()


def test_an_idea_is_accepted_or_refused_whatever_call_fails(
    tmp_path: Path, clock: SetClock, disk: FaultDisk
) -> None:
    accepted: list[str] = []

    def attempt(number: int) -> None:
        core = disk.rest(lambda: KioskCore.open(tmp_path / "kiosk", clock=clock, vfs=disk.name))
        try:
            text = f"Idea {call.value}-{number}"
            core.pin(Draft(text=text))
            accepted.append(text)
        except StorageProblem:
            assert disk.failed
        disk.rest(core.stop)

    for call in (Call.WRITE, Call.SYNC):
        assert until_it_holds(disk, call, attempt) >= 1

    core = KioskCore.open(tmp_path / "kiosk", clock=clock)
    assert set(accepted) <= set(texts_in(core))
    assert len(texts_in(core)) == len(set(texts_in(core)))
    core.stop()


@pytest.mark.parametrize("call", Call)
def test_opening_a_folder_tells_what_the_disk_says(
    full: Path, tmp_path: Path, clock: SetClock, disk: FaultDisk, call: Call
) -> None:
    def attempt(number: int) -> None:
        folder = shutil.copytree(full, tmp_path / f"{call.value}-{number}")
        try:
            disk.rest(KioskCore.open(folder, clock=clock, vfs=disk.name).stop)
        except AppError:
            assert disk.failed
        good = KioskCore.open(folder, clock=clock)
        assert len(texts_in(good)) == PINNED
        assert good.problems() == ()
        good.stop()

    until_it_holds(disk, call, attempt)


def texts_in(core: KioskCore) -> list[str]:
    """The first words of what waits."""
    found = core._stock.file.read(
        lambda connection: connection.execute(
            "SELECT body FROM outbox WHERE kind = 'idea' ORDER BY place"
        ).fetchall()
    )
    return [" ".join(json.loads(str(body))["text"].split()[:2]) for (body,) in found]


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of a table's leaf pages, but for its root."""
    connection = apsw.Connection(str(path))
    try:
        found = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND path <> '/'", (table,)
        ).fetchall()
    finally:
        connection.close()
    return [int(str(page)) for (page,) in found]
