"""The server's writer: many verbs, one commit, and each caller told the truth."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from app.domain.errors import Conflict, NotFound, StorageProblem
from app.domain.ideas import Idea
from app.domain.journal import Actor
from app.storage.check import check
from app.storage.database import Database
from app.storage.stores import Stores
from app.storage.writer import Writer
from tests.shop import make_idea

T = TypeVar("T")


def with_writer(database: Database, work: Callable[[Writer], Awaitable[T]]) -> T:
    async def run() -> T:
        writer = Writer(database)
        writer.start()
        try:
            return await work(writer)
        finally:
            writer.stop()

    return asyncio.run(run())


def add(idea: Idea) -> Callable[[Stores], int]:
    def verb(stores: Stores) -> int:
        stores.ideas.add(idea)
        return stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=True)

    return verb


def stored(database: Database) -> int:
    return database.read(lambda stores: stores.inbox.counts()).all


def test_every_verb_is_answered_with_its_own_result(database: Database) -> None:
    ideas = [make_idea(f"Idea {number}") for number in range(300)]

    async def work(writer: Writer) -> list[int]:
        return await asyncio.gather(*(writer.write(add(idea)) for idea in ideas))

    sequences = with_writer(database, work)

    assert sequences == list(range(1, 301))
    assert stored(database) == 300


def test_what_is_acknowledged_can_be_read_by_others(database: Database) -> None:
    idea = make_idea("Canary")

    async def work(writer: Writer) -> Idea | None:
        await writer.write(add(idea))
        return database.read(lambda stores: stores.ideas.get(idea.id))

    assert with_writer(database, work) == idea
    assert database.read(lambda stores: stores.search.public("canary")).ideas == (idea,)


@pytest.mark.parametrize("error", [Conflict("no"), NotFound("gone"), ZeroDivisionError("bug")])
def test_a_failing_verb_fails_alone_and_leaves_nothing(database: Database, error: Exception) -> None:
    bad = make_idea("Bad canary")

    def fail(stores: Stores) -> None:
        stores.ideas.add(bad)
        raise error

    async def work(writer: Writer) -> list[object]:
        good = [writer.write(add(make_idea(f"Idea {number}"))) for number in range(10)]
        return await asyncio.gather(*good[:5], writer.write(fail), *good[5:], return_exceptions=True)

    results = with_writer(database, work)

    assert [result for result in results if isinstance(result, Exception)] == [error]
    assert stored(database) == 10
    assert database.read(lambda stores: stores.search.all("canary")).ideas == ()


def test_a_verb_that_searched_and_failed_takes_no_others_words_out_of_the_index(database: Database) -> None:
    """Searching writes what waits for the index; the failure's rollback takes that back too."""
    idea = make_idea("Canary")

    def search_and_fail(stores: Stores) -> None:
        assert stores.search.all("canary").ideas == (idea,)
        raise ZeroDivisionError

    async def work(writer: Writer) -> None:
        await asyncio.gather(
            writer.write(add(idea)),
            writer.write(search_and_fail),
            writer.write(add(make_idea("Other"))),
            return_exceptions=True,
        )

    with_writer(database, work)

    assert database.read(lambda stores: stores.search.all("canary")).ideas == (idea,)
    assert check(database).is_sound


def test_waiting_verbs_share_a_commit(database: Database) -> None:
    gate = threading.Event()

    def wait(_stores: Stores) -> None:
        gate.wait(5)

    async def work(writer: Writer) -> int:
        first = asyncio.ensure_future(writer.write(wait))
        await asyncio.sleep(0)
        others = [asyncio.ensure_future(writer.write(add(make_idea(str(number))))) for number in range(40)]
        await asyncio.sleep(0)
        before = commits(database)
        gate.set()
        await asyncio.gather(first, *others)
        return commits(database) - before

    assert with_writer(database, work) <= 2
    assert stored(database) == 40


def commits(database: Database) -> int:
    """How often another connection's commit was seen by this one."""
    number = database.rows("PRAGMA data_version")[0][0]
    assert isinstance(number, int)
    return number


def test_when_the_commit_fails_nobody_is_told_that_it_was_saved(database: Database) -> None:
    """SQLite gives up a whole transaction by itself on a full disk; a verb does so here by its own hand."""

    def give_up(_stores: Stores) -> None:
        database.rows("ROLLBACK")

    async def work(writer: Writer) -> tuple[list[object], int]:
        results = await asyncio.gather(
            writer.write(add(make_idea("Before"))),
            writer.write(give_up),
            writer.write(add(make_idea("After"))),
            return_exceptions=True,
        )
        return list(results), await writer.write(add(make_idea("Later")))

    results, later = with_writer(database, work)

    assert [type(result) for result in results] == [StorageProblem] * 3
    assert later > 0
    assert stored(database) == 1


def test_stopping_finishes_what_was_taken_and_refuses_the_rest(database: Database) -> None:
    async def work() -> tuple[list[int | BaseException], int | BaseException]:
        writer = Writer(database)
        writer.start()
        taken = [asyncio.ensure_future(writer.write(add(make_idea(str(number))))) for number in range(20)]
        await asyncio.sleep(0)
        writer.stop()
        results = await asyncio.gather(*taken, return_exceptions=True)
        late = await asyncio.gather(writer.write(add(make_idea("Late"))), return_exceptions=True)
        return results, late[0]

    results, late = asyncio.run(work())

    assert all(isinstance(result, int) for result in results)
    assert isinstance(late, StorageProblem)
    assert stored(database) == 20


def test_a_caller_who_goes_away_does_not_hold_up_the_others(database: Database) -> None:
    async def work(writer: Writer) -> int:
        gone = asyncio.ensure_future(writer.write(add(make_idea("Gone"))))
        await asyncio.sleep(0)
        gone.cancel()
        return await writer.write(add(make_idea("Here")))

    assert with_writer(database, work) > 0
