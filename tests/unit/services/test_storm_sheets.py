from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import NotFound
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.storm_dues import Due, due_of
from app.domain.storm_sheets import StormSheet
from app.domain.storms import Storm, Timetable, Ways
from app.paths import DataFolder
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.owner import Owner
from app.services.owner.storming import StormDraft
from app.storage.database import Database
from tests.making import TUESDAY, SetClock

DAY = timedelta(days=1)


class Shop:
    def __init__(self, database: Database, clock: SetClock) -> None:
        self.clock = clock
        self.owner = Owner(seam=database, clock=clock)

    def announced(self) -> Storm:
        now = self.clock.now()
        times = Timetable(gathers_at=now, chooses_at=now + 2 * DAY, closes_at=now + 3 * DAY)
        storm = self.owner.storms.draft(StormDraft(question="Which cake?", times=times, ways=Ways.BOTH))
        self.owner.storms.announce(storm.id)
        return storm

    def due(self, storm: Storm) -> Due | None:
        held = self.owner.storms.view(storm.id).storm
        return due_of(self.owner.shop(), held, self.clock.now())


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    clock = SetClock(TUESDAY)
    database = Database.open(DataFolder(tmp_path / "shop"), clock=clock)
    yield Shop(database, clock)
    database.close()


def test_each_sheet_remembers_when_it_was_printed_last(shop: Shop) -> None:
    storm = shop.announced()
    sheets = shop.owner.storm_sheets
    assert sheets.printed(storm.id) == {}

    sheets.note(storm.id, StormSheet.QUESTION)
    first = sheets.printed(storm.id)[StormSheet.QUESTION]
    shop.clock.forward(DAY)
    sheets.note(storm.id, StormSheet.QUESTION)

    assert sheets.printed(storm.id)[StormSheet.QUESTION] - first == DAY
    with pytest.raises(NotFound):
        sheets.note(new_id(shop.clock.now()), StormSheet.PROOF)


def test_ballots_that_were_taken_back_were_not_printed(shop: Shop) -> None:
    storm = shop.announced()
    shop.owner.storms.print_ballots(storm.id, 2)
    assert StormSheet.BALLOTS in shop.owner.storm_sheets.printed(storm.id)

    shop.owner.undo()
    assert StormSheet.BALLOTS not in shop.owner.storm_sheets.printed(storm.id)
    shop.owner.redo()
    assert StormSheet.BALLOTS in shop.owner.storm_sheets.printed(storm.id)


def test_a_storm_is_counted_while_it_runs(shop: Shop) -> None:
    storm = shop.announced()
    assert shop.owner.storms.count_running() == 1
    shop.clock.forward(4 * DAY)
    assert shop.owner.storms.count_running() == 1

    shop.owner.storms.conclude(storm.id, ConclusionDraft(heard="a", decided="b", rests_on_none="c"))
    assert shop.owner.storms.count_running() == 0


def test_what_a_storm_asks_for_follows_its_phase_and_the_days(shop: Shop) -> None:
    storm = shop.announced()
    assert shop.due(storm) is None
    shop.clock.forward(2 * DAY - timedelta(hours=1))
    assert shop.due(storm) is Due.GATHERING_ENDS
    shop.clock.forward(DAY)
    assert shop.due(storm) is Due.CHOOSING_ENDS
    shop.clock.forward(DAY)
    assert shop.due(storm) is Due.CONCLUDE

    shop.owner.storms.conclude(storm.id, ConclusionDraft(heard="a", decided="b", rests_on_none="c"))
    assert shop.due(storm) is None
    shop.clock.forward(7 * DAY)
    assert shop.due(storm) is Due.CARRY_OUT
    done_on = shop.owner.shop().local_date(shop.clock.now())
    shop.owner.storms.carry_out(storm.id, OutcomeDraft(done_on=done_on, text="Done."))
    assert shop.due(storm) is None
    shop.clock.forward(30 * DAY)
    assert shop.due(storm) is Due.LOOK_BACK
    shop.owner.storms.look_back(storm.id, "Well.")
    assert shop.due(storm) is None


def test_a_storms_sheet_is_numbered_noted_and_hangs_until_the_day_at_its_foot(shop: Shop) -> None:
    storm = shop.announced()

    made = shop.owner.storm_sheets.make(storm.id, StormSheet.QUESTION, PaperSize.A4, address="http://shop")
    again = shop.owner.storm_sheets.make(storm.id, StormSheet.QUESTION, PaperSize.A4, address="http://shop")

    assert (made.number, again) == (1, made)
    assert made.take_down_on == (TUESDAY + 3 * DAY).date()
    assert StormSheet.QUESTION in shop.owner.storm_sheets.printed(storm.id)
    building = shop.owner.storm_sheets.make(storm.id, StormSheet.COUNTDOWN, PaperSize.A4, address="")
    assert (building.number, building.take_down_on) == (2, (TUESDAY + 2 * DAY).date())
