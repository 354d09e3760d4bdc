"""Storms on the kiosk's disk: off the wall, known without a server, and in phase by dates and clock alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import apsw
import pytest

from app.domain.storms import Phase
from app.kiosk import schema
from app.kiosk.board import CachedBoard
from app.kiosk.core import KioskCore
from app.kiosk.file import FILE, KioskFile
from app.kiosk.json_parts import Json
from app.kiosk.mirror import Mirror, Progress, Told
from app.kiosk.notes import Tab
from app.kiosk.outbox import Draft
from app.kiosk.told_storms import storms_in
from tests.kiosk_making import hang, make_note, storm_json, tally_json, tell_storms
from tests.making import TUESDAY, SetClock
from tests.storm_making import make_storm, make_times

HOUR = timedelta(hours=1)
STORM = make_storm(times=make_times(TUESDAY - HOUR))
ENDING: Json = {
    "heard": "Guitars.", "decided": "Ben plays.", "because": None, "thanks": "All.", "rests_on_none": None,
    "signed": "Marta", "created_at": "2026-11-17T08:00:00Z",
}  # fmt: skip


@pytest.fixture
def core(kiosk_folder: Path, clock: SetClock) -> Iterator[KioskCore]:
    opened = KioskCore.open(kiosk_folder, clock=clock)
    yield opened
    opened.stop()


def test_what_hangs_in_a_storm_is_on_none_of_the_walls_orders(core: KioskCore) -> None:
    given, ordinary = make_note("A guitar", storm=STORM.code), make_note("More bread")
    hang(core, given, ordinary)

    assert [core.board.order(tab) for tab in Tab] == [[ordinary.id], [ordinary.id], []]
    assert core.board.top(Tab.NEW, 10) == [ordinary.id]
    assert core.board.order(Tab.NEW, "guitar") == []


def test_a_storms_notes_come_oldest_first_and_only_its_own(core: KioskCore) -> None:
    late = make_note("Later", at=TUESDAY + HOUR, storm=STORM.code)
    early = make_note("Early", storm=STORM.code)
    hang(core, late, early, make_note("Another storm's", storm="234567"), make_note("Ordinary"))

    assert core.board.of_storm(STORM.code) == (early, late)
    assert core.board.of_storm("") == ()


def test_what_builds_within_a_storm_is_found_from_its_note(core: KioskCore) -> None:
    first = make_note("A guitar", storm=STORM.code)
    second = make_note("Not too loud", storm=STORM.code, builds_on=first.id, at=TUESDAY + HOUR)
    hang(core, first, second)

    assert core.board.chain(first.id) == (second,)


def test_storms_outlive_the_kiosk_and_need_no_server(kiosk_folder: Path, clock: SetClock) -> None:
    core = KioskCore.open(kiosk_folder, clock=clock)
    tell_storms(core, storm_json(STORM))
    core.stop()

    again = KioskCore.open(kiosk_folder, clock=clock)
    (told,) = again.storms()

    assert told.storm == replace(STORM, top=None)
    assert [told.phase(moment) for moment in (STORM.times.gathers_at, STORM.times.closes_at)] == [
        Phase.GATHERING,
        Phase.CLOSED,
    ]
    again.stop()


def test_the_phase_goes_on_with_the_clock_alone(core: KioskCore, clock: SetClock) -> None:
    tell_storms(core, storm_json(STORM))
    assert core.gathers(STORM.code)

    clock.forward(timedelta(days=2))

    assert not core.gathers(STORM.code)


def test_an_idea_pinned_in_time_is_given_to_its_storm(core: KioskCore) -> None:
    tell_storms(core, storm_json(STORM))

    pinned = core.pin(Draft(text="A guitar", storm=STORM.code))

    (item,) = core._stock.outbox.batch()
    assert (pinned.storm, pinned.is_late) == (STORM.code, False)
    assert f'"storm": "{STORM.code}"'.encode() in item.encoded


def test_an_idea_pinned_after_gathering_is_told_to_be_late(core: KioskCore, clock: SetClock) -> None:
    tell_storms(core, storm_json(STORM))
    clock.forward(timedelta(days=2))

    assert core.pin(Draft(text="A guitar", storm=STORM.code)).is_late
    assert not core.pin(Draft(text="A bench")).is_late


def test_nobody_sees_counts_before_choosing_nor_what_was_told_before() -> None:
    id = UUID(int=5)
    told = storm_json(STORM, sealed=False, shortlist=[str(id)], tally=tally_json({id: 4}))
    (storm,) = storms_in([told])
    (sealed,) = storms_in([told | {"sealed": True, "tally": None}])

    assert storm.counts(TUESDAY) is None
    assert storm.counts(STORM.times.chooses_at) == {id: 4}
    assert sealed.counts(STORM.times.chooses_at) is None


def test_a_conclusion_stays_for_a_week(core: KioskCore, clock: SetClock) -> None:
    concluded = replace(STORM, concluded_at=TUESDAY)
    credits = [{"idea": str(UUID(int=5)), "name": "Ben"}, {"idea": None, "name": ""}]
    tell_storms(core, storm_json(concluded, conclusion=ENDING, credits=credits))

    (told,) = core.storms()
    assert told.ending
    assert (told.ending.decided, told.ending.because) == ("Ben plays.", "")
    assert [credit.name for credit in told.credits] == ["Ben", ""]

    clock.forward(timedelta(days=7))
    assert core.storms() == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"code": "nonsense"},
        {"times": None},
        {"times": {"gathers_at": "soon"}},
        {"ways": "dice"},
        {"tally": 7},
        {"credits": None},
        {"question": ""},
        {"conclusion": {"heard": 5}},
    ],
)
def test_a_storm_that_is_not_understood_is_left_out(broken: Json, caplog: pytest.LogCaptureFixture) -> None:
    other = make_storm("And what colour?")

    found = storms_in([storm_json(STORM) | broken, "no storm", storm_json(other)])

    assert [one.code for one in found] == [other.code]
    assert "is not understood" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("value", ["[", "7", '["server", "etag", 5]', '["server", "etag", [3, {"code": 5}]]'])
def test_kept_storms_that_are_damaged_are_none(
    kiosk_folder: Path, clock: SetClock, value: str, caplog: pytest.LogCaptureFixture
) -> None:
    core = KioskCore.open(kiosk_folder, clock=clock)
    tell_storms(core, storm_json(STORM))
    core._stock.file.write(lambda connection: connection.execute("UPDATE kept SET value = ?", (value,)))
    core.stop()

    again = KioskCore.open(kiosk_folder, clock=clock)

    assert again.storms() == ()
    assert again._stock.storms.is_known("server", "another") is False
    again.stop()
    caplog.clear()


def test_storms_are_kept_again_in_a_new_file(core: KioskCore) -> None:
    tell_storms(core, storm_json(STORM))
    core._stock.file._begin_anew()

    assert [one.code for one in core.storms()] == [STORM.code]
    assert core._stock.file.read(lambda connection: schema_of(connection)) == schema.SCHEMA


def schema_of(connection: apsw.Connection) -> int:
    return int(connection.pragma("user_version"))


def test_a_file_from_before_storms_keeps_its_wall(kiosk_folder: Path, clock: SetClock) -> None:
    make_old_file(kiosk_folder, clock)

    file = KioskFile.open(kiosk_folder, clock=clock)

    board = CachedBoard(file)
    (note,) = board.notes(board.order(Tab.NEW))
    assert (note.text, note.storm) == ("From before", "")
    given = make_note("A guitar", storm=STORM.code)
    Mirror(file).take(Told(notes=[given]), Progress(), Progress())
    assert board.of_storm(STORM.code) == (given,)
    file.close()


def test_an_upgraded_file_tells_the_same_as_a_new_one(tmp_path: Path, clock: SetClock) -> None:
    make_old_file(tmp_path / "old", clock)
    shapes = []
    for folder in (tmp_path / "old", tmp_path / "new"):
        file = KioskFile.open(folder, clock=clock)
        query = "SELECT name, rootpage FROM sqlite_schema WHERE name IN ('outbox', 'kept', 'looks')"
        shapes.append(file.read(lambda connection: sorted(connection.execute(query))))  # noqa: B023
        file.close()

    assert shapes[0] == shapes[1]


def make_old_file(folder: Path, clock: SetClock) -> None:
    """As it was: no word of storms."""
    file = KioskFile.open(folder, clock=clock)
    Mirror(file).take(Told(notes=[make_note("From before")]), Progress(), Progress())
    file.close()
    connection = apsw.Connection(str(folder / FILE))
    for index in ("storm", "time", "support", "answer", "views"):
        connection.execute(f"DROP INDEX notes_by_{index}")
    connection.execute("ALTER TABLE notes DROP COLUMN storm")
    for order in ("time ON notes (public_at)", "support ON notes (support)", "views ON notes (views)"):
        connection.execute(f"CREATE INDEX notes_by_{order}")
    connection.execute("CREATE INDEX notes_by_answer ON notes (answered_at)")
    connection.pragma("user_version", 1)
    connection.close()
