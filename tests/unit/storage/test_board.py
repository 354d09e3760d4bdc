from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.ideas import BoardOrder, Idea, Status, Visibility
from app.domain.inbox import InboxCounts, InboxView
from app.domain.journal import Actor
from app.storage.board import ORDERS
from app.storage.database import Database
from app.storage.idea_rows import TO_ANSWER, WAITING
from app.storage.inbox import VIEWS
from app.storage.stores import Stores
from tests.shop import MORNING, answer, follow, make_idea, make_response


def fill(stores: Stores, count: int = 12) -> list[Idea]:
    """Ideas a minute apart; several share their number of votes, every third is answered."""
    ideas = [make_idea(f"Idea {number}", at=MORNING + timedelta(minutes=number)) for number in range(count)]
    for number, idea in enumerate(ideas):
        stores.ideas.add(idea)
        for visitor in range(number % 3):
            stores.votes.set(idea.id, f"visitor {visitor}", True, MORNING)
        if number % 3 == 0:
            answer(stores, idea, make_response(idea, at=MORNING + timedelta(hours=number)))
    return ideas


def walk(database: Database, order: BoardOrder, limit: int) -> list[Idea]:
    return follow(lambda after: database.read(lambda s: s.board.page(order, after=after, limit=limit)))


@pytest.mark.parametrize("order", BoardOrder)
@pytest.mark.parametrize("limit", [1, 2, 5, 12, 50])
def test_pages_show_each_idea_once_and_in_order(database: Database, order: BoardOrder, limit: int) -> None:
    ideas = database.write(fill)

    seen = walk(database, order, limit)

    keys = {
        BoardOrder.NEW: lambda idea: (idea.public_at, idea.id),
        BoardOrder.POPULAR: lambda idea: (idea.votes, idea.id),
        BoardOrder.ANSWERED: lambda idea: (idea.response.created_at, idea.id),
    }
    expected = {idea.id for idea in ideas}
    if order is BoardOrder.ANSWERED:
        expected = {idea.id for number, idea in enumerate(ideas) if number % 3 == 0}
    assert seen == sorted(seen, key=keys[order], reverse=True)
    assert len(seen) == len(expected)
    assert {idea.id for idea in seen} == expected


@pytest.mark.parametrize("after", ["", "x", "%%%", "AAAA", "A" * 33, "é", "\0"])
def test_a_cursor_that_is_none_means_the_first_page(database: Database, after: str) -> None:
    database.write(fill)

    first = database.read(lambda stores: stores.board.page(BoardOrder.NEW, limit=3))
    assert database.read(lambda stores: stores.board.page(BoardOrder.NEW, after=after, limit=3)) == first


@pytest.mark.parametrize("order", BoardOrder)
def test_what_customers_may_not_see_is_not_on_the_board(database: Database, order: BoardOrder) -> None:
    ideas = database.write(fill)

    def put_away(stores: Stores) -> None:
        for number, visibility in enumerate((Visibility.HIDDEN, Visibility.PRIVATE, Visibility.WAITING)):
            stores.ideas.change(ideas[number].id, visibility=visibility)
        stores.ideas.change(ideas[3].id, merged_into=ideas[4].id)

    database.write(put_away)

    seen = {idea.id for idea in walk(database, order, 4)}
    assert not seen & {idea.id for idea in ideas[:4]}


def test_the_version_moves_only_when_the_board_does(database: Database) -> None:
    idea = make_idea()

    def add(stores: Stores) -> None:
        stores.ideas.add(idea)
        stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=True)

    database.write(add)
    before = database.read(lambda stores: stores.board.version())
    database.write(
        lambda stores: stores.journal.append(actor=Actor.OWNER, verb="note", subject=idea.id, board=False)
    )

    assert before > 0
    assert database.read(lambda stores: stores.board.version()) == before
    assert database.read(lambda stores: stores.journal.newest()) > before


@pytest.mark.parametrize("order", BoardOrder)
def test_a_page_walks_its_own_index_and_sorts_nothing(database: Database, order: BoardOrder) -> None:
    for statement in (ORDERS[order].ties, ORDERS[order].beyond):
        plan = " ".join(
            str(row[3]) for row in database.rows(f"EXPLAIN QUERY PLAN {statement.replace('?', '1')}")
        )
        assert f"board_by_{order.value}" in plan
        assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("view", InboxView)
@pytest.mark.parametrize("limit", [1, 4, 50])
def test_the_inbox_shows_each_view_in_its_order(database: Database, view: InboxView, limit: int) -> None:
    moments = [MORNING + timedelta(minutes=number) for number in range(8)]
    visibilities = [*Visibility, *Visibility]
    ideas = [make_idea(at=at, visibility=seen) for at, seen in zip(moments, visibilities, strict=True)]

    def add(stores: Stores) -> None:
        for idea in ideas:
            stores.ideas.add(idea)
        answer(stores, ideas[1], make_response(ideas[1]))

    database.write(add)

    expected = {
        InboxView.ALL: list(reversed(ideas)),
        InboxView.WAITING: [idea for idea in ideas if idea.visibility is Visibility.WAITING],
        InboxView.TO_ANSWER: [
            idea for idea in ideas[2:] if idea.visibility in (Visibility.PUBLIC, Visibility.PRIVATE)
        ],
    }
    seen = follow(lambda after: database.read(lambda s: s.inbox.page(view, after=after, limit=limit)))
    assert [idea.id for idea in seen] == [idea.id for idea in expected[view]]
    counts = database.read(lambda stores: stores.inbox.counts())
    assert counts == InboxCounts(to_answer=3, waiting=2, all=8)


@pytest.mark.parametrize(
    ("view", "index"),
    [
        (InboxView.ALL, "ideas_by_arrival"),
        (InboxView.WAITING, "inbox_waiting"),
        (InboxView.TO_ANSWER, "inbox_to_answer"),
    ],
)
def test_a_view_walks_its_own_index_and_sorts_nothing(
    database: Database, view: InboxView, index: str
) -> None:
    for statement in (VIEWS[view].ties, VIEWS[view].beyond):
        plan = " ".join(
            str(row[3]) for row in database.rows(f"EXPLAIN QUERY PLAN {statement.replace('?', '1')}")
        )
        assert index in plan or "PRIMARY KEY" in plan
        assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("view", ["inbox_waiting", "inbox_to_answer"])
def test_counting_a_view_reads_only_its_index(database: Database, view: str) -> None:
    condition = WAITING if view == "inbox_waiting" else TO_ANSWER
    plan = database.rows(
        f"EXPLAIN QUERY PLAN SELECT count(*) FROM ideas i WHERE i.shop_id = x'00' AND {condition}"
    )
    assert view in str(plan)


def test_words_narrow_the_inbox_within_its_view(database: Database) -> None:
    waiting = [make_idea(f"Oat milk {number}", visibility=Visibility.WAITING) for number in range(3)]
    public = make_idea("Oat cakes")

    def add(stores: Stores) -> None:
        for idea in (*waiting, public):
            stores.ideas.add(idea)

    database.write(add)

    page = database.read(lambda stores: stores.inbox.page(InboxView.WAITING, words="oat"))
    assert list(page.ideas) == waiting
    everything = database.read(lambda stores: stores.inbox.page(InboxView.ALL, words="OAT"))
    assert list(everything.ideas) == [public, *reversed(waiting)]


def on_trial(stores: Stores, idea: Idea, *, until: date, private: bool = False) -> None:
    """Answered as the owner's verb does: a private trial sets no public answer."""
    response = replace(make_response(idea, status=Status.TRIAL, private=private), until=until)
    changes = stores.responses.add(response)
    assert changes
    stores.ideas.change(
        idea.id, status=Status.TRIAL, response_id=None if private else response.id, answered_at=MORNING
    )


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_trial_that_is_over_lies_among_those_to_answer(database: Database, limit: int) -> None:
    yesterday, today = MORNING.date() - timedelta(days=1), MORNING.date()
    moments = [MORNING - timedelta(days=9 - number) for number in range(6)]
    ideas = [make_idea(str(number), at=at) for number, at in enumerate(moments)]
    secret = make_idea("secret", at=MORNING, visibility=Visibility.PRIVATE)
    hidden = make_idea("hidden", at=MORNING, visibility=Visibility.HIDDEN)

    def add(stores: Stores) -> None:
        for idea in (*ideas, secret, hidden):
            stores.ideas.add(idea)
        on_trial(stores, ideas[1], until=yesterday)
        on_trial(stores, ideas[2], until=today)
        on_trial(stores, ideas[4], until=yesterday)
        on_trial(stores, secret, until=yesterday, private=True)
        on_trial(stores, hidden, until=yesterday)

    database.write(add)

    seen = follow(
        lambda after: database.read(lambda s: s.inbox.page(InboxView.TO_ANSWER, after=after, limit=limit))
    )
    assert [idea.text for idea in seen] == ["0", "1", "3", "4", "5", "secret"]
    assert database.read(lambda stores: stores.inbox.counts()).to_answer == 6
    over = database.read(lambda stores: stores.inbox.coming_back())
    assert [(idea.text, idea.trial_until) for idea in over.ideas] == [
        ("1", yesterday),
        ("4", yesterday),
        ("secret", yesterday),
    ]


def test_a_trial_that_is_over_is_found_by_its_words_among_those_to_answer(database: Database) -> None:
    tried, answered = make_idea("Oat milk"), make_idea("Oat cakes")

    def add(stores: Stores) -> None:
        for idea in (tried, answered):
            stores.ideas.add(idea)
        on_trial(stores, tried, until=MORNING.date() - timedelta(days=1))
        answer(stores, answered, make_response(answered))

    database.write(add)

    page = database.read(lambda stores: stores.inbox.page(InboxView.TO_ANSWER, words="oat"))
    assert [idea.text for idea in page.ideas] == ["Oat milk"]
