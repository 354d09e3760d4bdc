"""One ballot at several doors in the same moment, against the real writer and beside it: it counts once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.ballots import Ballot, BallotDoor
from app.domain.errors import Conflict
from app.domain.ideas import Idea
from app.door_opening import open_customers_door
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.storage.check import check
from app.storage.database import Database
from tests.making import SetClock
from tests.unit.services.test_storms import DAY, Shop

ROOT = Path(__file__).parents[3]
BALLOTS = 24


@pytest.fixture
def shop(folder: DataFolder) -> Iterator[Shop]:
    """Its storm was begun some days ago, so that it is being chosen in now, also by other programs' clocks."""
    clock = SetClock(datetime.now(UTC) - 3.5 * DAY)
    database = Database.open(folder, clock=clock)
    yield Shop(database, clock)
    database.close()


@pytest.fixture
def ideas(shop: Shop) -> list[Idea]:
    storm = shop.gathering()
    written = [shop.write(text, storm) for text in ("A guitar", "Records", "A choir")]
    shop.clock.moment = datetime.now(UTC)
    return written


def printed(shop: Shop, count: int) -> list[Ballot]:
    [line] = shop.storms.all()
    return shop.storms.print_ballots(line.storm.id, count)


def choosers(shop: Shop) -> int:
    [line] = shop.storms.all()
    tally = shop.storms.view(line.storm.id).tally
    assert tally is not None
    assert tally.choosers == sum(count.ballots for count in tally.counts)
    return tally.choosers


async def give_at_once(door: CustomerDoor, ballot: Ballot, ideas: list[Idea]) -> int:
    """To each idea, by phone and kiosk; how many were told that theirs counts."""
    doors = (BallotDoor.PHONE, BallotDoor.KIOSK, BallotDoor.PHONE)
    gifts = [door.storms.give_ballot(ballot.code, idea.id, by) for idea, by in zip(ideas, doors, strict=True)]
    results = await asyncio.gather(*gifts, return_exceptions=True)
    assert all(isinstance(result, Ballot | Conflict) for result in results)
    return sum(isinstance(result, Ballot) for result in results)


def give_at_the_till(folder: DataFolder, ballots: list[Ballot], idea: Idea) -> int:
    """By the desk, a program of its own on the same file."""
    counted = 0
    with open_owners_shop(folder) as shop:
        for ballot in ballots:
            try:
                shop.owner.storms.give_ballot(ballot.code, idea.id)
            except Conflict:
                continue
            counted += 1
    return counted


def test_one_of_many_doors_wins(shop: Shop, ideas: list[Idea], folder: DataFolder) -> None:
    ballots = printed(shop, BALLOTS)

    async def give_all() -> int:
        with open_customers_door(folder) as door:
            return sum([await give_at_once(door, ballot, ideas) for ballot in reversed(ballots)])

    with ThreadPoolExecutor() as tills:
        waiting = [tills.submit(give_at_the_till, folder, ballots, idea) for idea in ideas[:2]]
        won = asyncio.run(give_all()) + sum(each.result() for each in waiting)

    assert won == BALLOTS
    assert choosers(shop) == BALLOTS
    assert check(shop.database).is_sound


def test_programs_that_give_the_same_ballot_are_told_who_was_first(
    shop: Shop, ideas: list[Idea], folder: DataFolder
) -> None:
    [ballot] = printed(shop, 1)
    command = [sys.executable, "-m", "ui", "--data", str(folder.root), "storm", "give", ballot.code]

    racing = [
        subprocess.Popen([*command, idea.claim_code], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for idea in ideas
    ]
    said = [process.communicate(timeout=60)[1] for process in racing]

    assert sorted(process.returncode for process in racing) == [0, 1, 1]
    refusals = {line for line in said if line}
    assert refusals == {"This ballot was given already. Each one counts once.\n"}
    assert choosers(shop) == 1


def test_an_idea_that_is_merged_while_ballots_name_it_loses_none_of_them(
    shop: Shop, ideas: list[Idea], folder: DataFolder
) -> None:
    ballots, (guitar, records, choir) = printed(shop, BALLOTS), ideas

    async def give_all() -> int:
        with open_customers_door(folder) as door:
            gifts = [door.storms.give_ballot(ballot.code, records.id, BallotDoor.PHONE) for ballot in ballots]
            results = await asyncio.gather(*gifts, return_exceptions=True)
        return sum(isinstance(result, Ballot) for result in results)

    with ThreadPoolExecutor() as desk, open_owners_shop(folder) as owners:
        merging = desk.submit(owners.owner.merging.merge, [records.id], guitar.id)
        given = asyncio.run(give_all())
        merging.result()

    [line] = shop.storms.all()
    tally = shop.storms.view(line.storm.id).tally
    assert tally is not None
    assert {count.idea_id: count.ballots for count in tally.counts} == {guitar.id: given, choir.id: 0}
