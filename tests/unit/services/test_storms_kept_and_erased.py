"""What storms keep over backups, and what they keep of a person who took the words back: nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

import pytest

from app.domain.errors import AppError, Conflict
from app.domain.ideas import Idea
from app.domain.storms import Storm
from app.erasing_words import report_lines, stays_words
from app.paths import DataFolder, resource
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.keeping import Keeper, go_back
from app.storage.check import check
from app.storage.database import Database
from app.words import load_words
from tests.making import TUESDAY, SetClock
from tests.unit.services.test_storms import DAY, Shop

CANARY = "Zwyxnaquil plays the harp"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(TUESDAY)


@pytest.fixture
def shop(folder: DataFolder, clock: SetClock) -> Iterator[Shop]:
    database = Database.open(folder, clock=clock)
    yield Shop(database, clock)
    database.close()


def chosen(shop: Shop) -> tuple[Storm, Idea, Idea]:
    """A storm in which one idea was chosen by a phone's ballot and one at the till, and by two me-toos."""
    storm = shop.gathering()
    harp = shop.write(CANARY, storm)
    nine = shop.write("Only until nine", storm, on=harp)
    shop.vote(harp, "one")
    shop.vote(nine, "two")
    shop.clock.forward(2 * DAY)
    ballots = shop.storms.print_ballots(storm.id, 3)
    shop.give(ballots[0].code, harp.id)
    shop.storms.give_ballot(ballots[1].code, harp.id)
    return storm, harp, nine


def ended(shop: Shop) -> tuple[Storm, Idea, Idea]:
    storm, harp, nine = chosen(shop)
    shop.clock.forward(DAY)
    said = ConclusionDraft(heard="Something quiet.", decided="A harp.", rests_on=(harp.id, nine.id))
    shop.storms.conclude(storm.id, said)
    shop.storms.carry_out(storm.id, OutcomeDraft(done_on=date(2026, 11, 20), text="It plays."))
    shop.storms.look_back(storm.id, "The house was full.")
    return storm, harp, nine


@pytest.mark.parametrize("how_far", [chosen, ended])
def test_a_restored_backup_has_its_storms_as_they_were(
    shop: Shop, folder: DataFolder, clock: SetClock, how_far: Callable[[Shop], tuple[Storm, Idea, Idea]]
) -> None:
    storm = how_far(shop)[0]
    before = shop.storms.view(storm.id)
    codes = [ballot.code for ballot in shop.storms.ballots(storm.id)]
    made = Keeper(database=shop.database, folder=folder, clock=clock).backup()
    shop.owner.undo()
    assert shop.storms.view(storm.id) != before

    go_back(folder, made.path, clock)

    assert shop.storms.view(storm.id) == before
    assert [ballot.code for ballot in shop.storms.ballots(storm.id)] == codes
    assert check(shop.database).is_sound
    shop.owner.undo()
    assert shop.storms.view(storm.id) != before


def test_who_was_erased_is_not_credited_again_by_going_back(
    shop: Shop, folder: DataFolder, clock: SetClock
) -> None:
    storm, harp, nine = ended(shop)
    made = Keeper(database=shop.database, folder=folder, clock=clock).backup()
    shop.owner.erasing.erase([harp.id])

    go_back(folder, made.path, clock)

    view = shop.storms.view(storm.id)
    assert [idea.id for idea in view.credited] == [nine.id]
    assert view.erased_credits == 1
    assert CANARY.encode() not in folder.database.read_bytes()


def test_the_report_tells_what_storms_keep_without_a_word_of_the_person(
    shop: Shop, folder: DataFolder
) -> None:
    storm, harp, _ = ended(shop)
    words = load_words("en", resource("translations"))
    [trace] = shop.owner.erasing.trace([harp.id])

    report = shop.owner.erasing.erase([harp.id])

    assert (trace.votes, trace.credits, trace.ballots) == (1, 1, 2)
    assert (report.votes, report.credits, report.ballots) == (1, 1, 2)
    told = "\n".join(report_lines(report, shop.owner.shop(), words))
    for said in (stays_words([trace], words), told):
        assert "thanks a guest, who took the words back." in said
        assert "2 ballots that chose it stay given, and count for no idea." in said
    view = shop.storms.view(storm.id)
    assert view.ballots.given == 2
    assert CANARY.encode() not in folder.database.read_bytes()


def test_while_it_is_sealed_erasing_tells_no_me_too(shop: Shop) -> None:
    storm = shop.gathering()
    harp = shop.write(CANARY, storm)
    shop.vote(harp, "one")

    [trace] = shop.owner.erasing.trace([harp.id])
    report = shop.owner.erasing.erase([harp.id])

    assert trace.votes == report.votes == 0


def test_no_undo_brings_back_what_was_chosen_and_erased(shop: Shop) -> None:
    storm, harp, _ = chosen(shop)
    shop.owner.erasing.erase([harp.id])

    for step in (shop.owner.undo, shop.owner.redo, shop.owner.undo):
        with suppress(AppError):
            step()

    view = shop.storms.view(storm.id)
    assert harp.id not in view.shortlist
    assert view.tally is not None
    assert sum(count.ballots for count in view.tally.counts) == 0
    assert check(shop.database).is_sound
    given = [ballot.idea_id for ballot in shop.storms.ballots(storm.id) if ballot.is_given]
    assert given == [None, None]


def test_ballots_are_taken_back_until_one_of_them_was_given(shop: Shop) -> None:
    storm = shop.gathering()
    harp = shop.write(CANARY, storm)
    shop.clock.forward(2 * DAY)
    code = shop.storms.print_ballots(storm.id, 2)[0].code
    shop.owner.undo()
    shop.owner.redo()
    shop.give(code, harp.id)

    with pytest.raises(Conflict, match="One of these ballots was given already, so they stay printed"):
        shop.owner.undo()

    view = shop.storms.view(storm.id)
    assert (view.ballots.printed, view.ballots.given) == (2, 1)
