"""What the owner sees in her ideas, and whether one has paid, on a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from app.domain.decisions import decide
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Idea, Status
from app.domain.insights import Period
from app.domain.measures import Measure
from app.opening import OwnersShop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]


@pytest.fixture
def database(owners_shop: OwnersShop, folder: DataFolder, clock: SetClock) -> Iterator[Database]:
    """The same data, opened by somebody else."""
    assert owners_shop.folder == folder
    opened = Database.open(folder, clock=clock)
    yield opened
    opened.close()


def add(owner: Owner, text: str = "A bench outside", channel: Channel = Channel.IN_PERSON) -> Idea:
    return owner.add_idea(text, channel=channel)


def begin(owner: Owner, idea: Idea, label: str = "coffees on a Friday") -> Measure:
    return owner.insights.begin_measure(idea.id, label, Decimal(80), TUESDAY.date())


def test_a_new_shop_sees_empty_pictures(owner: Owner) -> None:
    seen = owner.insights.read(Period.QUARTER)

    assert (seen.arrived, seen.by_step, seen.places, seen.topics, seen.wanted) == (0, (0,) * 12, (), (), ())


def test_ideas_are_counted_by_channel_and_week(owner: Owner, clock: SetClock) -> None:
    add(owner)
    clock.forward(timedelta(weeks=2))
    add(owner)
    add(owner, channel=Channel.TELEPHONE)

    seen = owner.insights.read(Period.MONTH)

    assert seen.by_channel == {Channel.TELEPHONE: (0, 0, 0, 1), Channel.IN_PERSON: (0, 1, 0, 1)}
    assert (seen.by_step, seen.arrived) == ((0, 1, 0, 2), 3)


def test_what_came_before_the_period_is_not_counted(owner: Owner, clock: SetClock) -> None:
    add(owner)
    clock.forward(timedelta(weeks=30))

    assert owner.insights.read(Period.QUARTER).arrived == 0
    assert owner.insights.read(Period.YEAR).arrived == 1
    assert owner.insights.read(Period.ALL).arrived == 1


def test_answers_decisions_and_hidden_ideas(owner: Owner, clock: SetClock) -> None:
    answered, _waiting, hidden = (add(owner, text) for text in ("A bench", "A bell", "Rude words"))
    owner.hide([hidden.id])
    clock.forward(timedelta(days=1))
    owner.answer(answered.id, decide(Status.PLANNED, "In spring.", today=clock.now().date()))

    seen = owner.insights.read(Period.MONTH)

    assert seen.decisions == {Status.NEW: 1, Status.PLANNED: 1}
    assert seen.times.by_open_days == (0, 1, 0, 0, 0, 0)
    assert (seen.times.waiting, seen.arrived) == (1, 3)


def test_an_answer_that_was_taken_back_is_none(owner: Owner, clock: SetClock) -> None:
    idea = add(owner)
    owner.answer(idea.id, decide(Status.PLANNED, "In spring.", today=clock.now().date()))
    owner.undo()

    assert owner.insights.read(Period.MONTH).times.kept == 0


def test_places_tell_ideas_and_scans(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    place = owner.add_placement("Counter")
    wait(door.submit(replace(make_draft(), placement_token=place.token)))

    (seen,) = owner.insights.read(Period.MONTH).places

    assert (seen.label, seen.ideas) == ("Counter", 1)


def test_most_wanted_are_undecided_and_the_best_supported_first(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    bench, bell, done = (add(owner, text) for text in ("A bench", "A bell", "A bowl"))
    for idea, votes in ((bench, 1), (bell, 3), (done, 5)):
        for visitor in range(votes):
            wait(door.vote(idea.id, f"visitor-{visitor}"))
    owner.answer(done.id, decide(Status.DONE, "It stands there.", today=clock.now().date()))

    assert [idea.text for idea in owner.insights.read(Period.MONTH).wanted] == ["A bell", "A bench"]


def test_a_number_before_asks_for_one_after_thirty_days(owner: Owner, clock: SetClock) -> None:
    measure = begin(owner, add(owner))
    assert owner.insights.measures_due() == []

    clock.forward(timedelta(days=30))
    assert owner.insights.measures_due() == [measure]
    owner.insights.note_after(measure.id, Decimal(100))

    assert owner.insights.measures_due() == []
    (seen,) = owner.insights.read(Period.MONTH).measures
    assert (seen.before, seen.after) == (Decimal(80), Decimal(100))
    assert seen.change_percent == 25


def test_measuring_is_taken_back_and_done_again(owner: Owner) -> None:
    measure = begin(owner, add(owner))

    def seen() -> list[Decimal | None]:
        return [each.after for each in owner.insights.read(Period.MONTH).measures]

    owner.insights.note_after(measure.id, Decimal(100))
    owner.insights.drop_measure(measure.id)
    assert seen() == []
    assert [owner.undo().verb, seen()] == ["drop-measure", [Decimal(100)]]
    assert [owner.undo().verb, seen()] == ["note-after", [None]]
    assert [owner.undo().verb, seen()] == ["begin-measure", []]
    assert [owner.redo().verb, seen()] == ["begin-measure", [None]]
    assert [owner.redo().verb, seen()] == ["note-after", [Decimal(100)]]


def test_a_number_that_was_changed_since_is_not_taken_back(owner: Owner, database: Database) -> None:
    measure = begin(owner, add(owner))
    owner.insights.note_after(measure.id, Decimal(100))
    database.write(lambda stores: stores.measures.change(measure.id, after="90"))

    with pytest.raises(Conflict):
        owner.undo()

    assert owner.insights.read(Period.MONTH).measures[0].after == Decimal(90)


def test_measures_of_what_is_not_there_are_refused(owner: Owner) -> None:
    idea = add(owner)

    with pytest.raises(NotFound):
        owner.insights.begin_measure(uuid4(), "coffees", Decimal(1), date(2026, 11, 1))
    with pytest.raises(InvalidInput):
        begin(owner, idea, label="  ")
    with pytest.raises(InvalidInput):
        begin(owner, idea, label="coffees " * 20)
    with pytest.raises(NotFound):
        owner.insights.note_after(uuid4(), Decimal(1))
    with pytest.raises(NotFound):
        owner.insights.drop_measure(uuid4())


def test_numbers_go_with_an_idea_that_is_erased(owner: Owner, database: Database) -> None:
    idea = add(owner)
    begin(owner, idea, label="canary-of-numbers")

    database.write(lambda stores: stores.ideas.erase(idea.id))

    assert owner.insights.read(Period.MONTH).measures == ()
    assert database.rows("SELECT count(*) FROM measures") == [(0,)]
