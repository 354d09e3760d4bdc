from __future__ import annotations

import os
from pathlib import Path

import apsw
import pytest

from app.domain.errors import NewerData, StorageProblem
from app.domain.ideas import Status
from app.kiosk.core import KioskCore
from app.kiosk.file import FILE, KioskFile
from app.kiosk.kept import keep, kept
from app.kiosk.mirror import Progress, Told
from app.kiosk.outbox import Draft, Result
from app.kiosk.schema import PRAGMAS
from tests.kiosk_making import fill_board, hang, make_note, make_slip
from tests.making import SetClock

CANARY = "Kanarienvogel-7731"


def words_on_disk(folder: Path) -> list[str]:
    return [
        path.name for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


def pragma(file: KioskFile, name: str) -> object:
    return file.read(lambda connection: connection.pragma(name))


def test_what_was_accepted_survives_a_pulled_plug(file: KioskFile) -> None:
    assert dict(PRAGMAS)["synchronous"] == "full"
    assert pragma(file, "synchronous") == 2
    assert pragma(file, "journal_mode") == "wal"
    assert pragma(file, "secure_delete") == 1
    assert pragma(file, "trusted_schema") == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_on_the_machine_may_look_into_it(file: KioskFile, kiosk_folder: Path) -> None:
    file.write(lambda connection: keep(connection, "key", "secret"))

    modes = {path.name: path.stat().st_mode & 0o077 for path in kiosk_folder.iterdir()}
    assert set(modes.values()) == {0}
    assert kiosk_folder.stat().st_mode & 0o077 == 0


def test_a_write_that_fails_halfway_leaves_nothing(file: KioskFile) -> None:
    def verb(connection: apsw.Connection) -> None:
        keep(connection, "half", "done")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        file.write(verb)

    assert file.read(lambda connection: kept(connection, "half")) is None


def test_readers_do_not_wait_for_a_writer(file: KioskFile) -> None:
    seen: list[object] = []

    def verb(connection: apsw.Connection) -> None:
        keep(connection, "name", "new")
        seen.append(file.read(lambda reader: kept(reader, "name")))

    file.write(lambda connection: keep(connection, "name", "old"))
    file.write(verb)

    assert seen == ["old"]


def test_a_file_of_a_newer_teacup_is_refused_and_left_as_it_is(kiosk_folder: Path, clock: SetClock) -> None:
    KioskFile.open(kiosk_folder, clock=clock).close()
    connection = apsw.Connection(str(kiosk_folder / FILE))
    connection.pragma("user_version", 99)
    connection.close()
    before = (kiosk_folder / FILE).read_bytes()

    with pytest.raises(NewerData):
        KioskFile.open(kiosk_folder, clock=clock)

    assert (kiosk_folder / FILE).read_bytes() == before
    assert [path.name for path in kiosk_folder.glob("kiosk-damaged*")] == []


def test_after_closing_nothing_is_accepted(file: KioskFile) -> None:
    file.close()

    with pytest.raises(StorageProblem):
        file.write(lambda connection: keep(connection, "name", "value"))
    with pytest.raises(StorageProblem):
        file.read(lambda connection: kept(connection, "name"))


def test_delivered_words_leave_the_disk(kiosk_folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(kiosk_folder, clock=clock)
    fill_board(core, 50)
    pinned = core.pin(Draft(text=f"{CANARY} for all", name=CANARY))
    assert words_on_disk(kiosk_folder)

    outbox, file = core._stock.outbox, core._stock.file
    outbox.settle([Result(pinned.id, 201)])
    assert file.rest()

    assert words_on_disk(kiosk_folder) == []
    core.stop()
    assert words_on_disk(kiosk_folder) == []


def test_refused_words_stay_until_the_desk_has_heard_of_them(kiosk_folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(kiosk_folder, clock=clock)
    pinned = core.pin(Draft(text=f"{CANARY} for all"))
    outbox, file = core._stock.outbox, core._stock.file

    outbox.settle([Result(pinned.id, 409, "Taken.")])
    file.rest()
    assert words_on_disk(kiosk_folder)

    outbox.forget_refused([pinned.id])
    assert file.rest()
    assert words_on_disk(kiosk_folder) == []
    core.stop()


def test_a_note_that_was_taken_down_leaves_the_disk(kiosk_folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(kiosk_folder, clock=clock)
    fill_board(core, 200)
    note = make_note(f"{CANARY} on the wall", answer=make_slip(f"No {CANARY}"), status=Status.DONE)
    hang(core, note)
    core._stock.file.rest()
    assert words_on_disk(kiosk_folder)

    core._stock.mirror.take(Told(gone=[note.id]), Progress(), Progress())
    assert core._stock.file.rest()

    assert words_on_disk(kiosk_folder) == []
    folded = CANARY.lower().replace("-", "").encode()
    assert all(folded not in path.read_bytes() for path in kiosk_folder.iterdir())
    core.stop()
