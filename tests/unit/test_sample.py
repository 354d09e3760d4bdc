"""The sample shop is what a newcomer sees first: it shows everything, and is as fresh on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from app.domain.chains import ChainOrder, chains, in_order
from app.domain.ideas import DECISIONS, BoardOrder, Channel, Link, Visibility
from app.domain.inbox import InboxCounts, InboxView
from app.domain.storms import Phase
from app.opening import open_owners_shop
from app.paths import DataFolder, resource
from app.sample import make_sample_shop
from app.services.owner.owner import Owner
from tests.making import SetClock

NOW = datetime(2027, 3, 3, 10, 30, tzinfo=UTC)
SOURCE = resource("sample", "linden-street-bakery.toml")


@pytest.fixture
def sample(folder: DataFolder) -> Iterator[Owner]:
    make_sample_shop(folder, NOW, SOURCE)
    with open_owners_shop(folder, SetClock(NOW)) as shop:
        yield shop.owner


def test_the_sample_shop_has_something_for_every_view(sample: Owner) -> None:
    counts = sample.counts()

    assert sample.shop().name == "Linden Street Bakery"
    assert counts == InboxCounts(to_answer=15, waiting=5, all=52)
    assert [place.label for place in sample.placements()] == ["Counter", "Table 5", "Window"]


def test_the_sample_shows_every_decision_visibility_and_a_private_answer(sample: Owner) -> None:
    ideas = sample.inbox(InboxView.ALL).ideas

    assert {idea.status for idea in ideas} >= set(DECISIONS)
    assert {idea.visibility for idea in ideas} == set(Visibility)
    told = {Channel.PHONE, Channel.KIOSK, Channel.IN_PERSON, Channel.TELEPHONE}
    assert told == {idea.channel for idea in ideas}
    assert any(idea.private_answers and idea.replies and idea.has_contact for idea in ideas)
    assert {idea.link for idea in ideas if idea.builds_on} >= {"and", "but", "instead"}


def test_the_most_wanted_idea_leads_the_board(sample: Owner) -> None:
    first = sample.board(BoardOrder.POPULAR).ideas[0]

    assert first.text.startswith("Sell yesterday’s bread")
    assert first.votes == 52
    assert [notice.take_down_on for notice in sample.detail(first.id).notices] == [date(2027, 3, 14)]


def test_the_story_lies_in_the_past_and_its_trials_end_later(sample: Owner) -> None:
    ideas = sample.inbox(InboxView.ALL).ideas

    assert all(idea.created_at < NOW for idea in ideas)
    ends = [idea.response.until for idea in ideas if idea.response and idea.response.until]
    assert ends
    assert all(end > date(2027, 3, 3) for end in ends)


def test_what_the_story_did_can_be_undone_like_any_verb(sample: Owner) -> None:
    undone = sample.undo()

    assert undone.ideas


def test_a_storm_runs_with_its_chains(sample: Owner) -> None:
    [line] = sample.storms.all()

    view = sample.storms.view(line.storm.id)
    assert (view.phase, line.public, line.waiting) == (Phase.GATHERING, 14, 1)
    assert [len(chain) for chain in in_order(chains(view.public), ChainOrder.LONGEST)][:3] == [4, 3, 3]
    assert {idea.link for idea in view.public} >= set(Link)
    assert view.storm.times.chooses_at == datetime(2027, 3, 4, 12, tzinfo=UTC)
    assert view.tally is None


def test_the_storm_of_the_sample_ends_while_the_shop_is_open(folder: DataFolder) -> None:
    saturday = datetime(2027, 3, 6, 10, 30, tzinfo=UTC)
    make_sample_shop(folder, saturday, SOURCE)

    with open_owners_shop(folder, SetClock(saturday)) as shop:
        times = shop.owner.storms.all()[0].storm.times
    assert [moment.date() for moment in (times.chooses_at, times.closes_at)] == [
        date(2027, 3, 8),
        date(2027, 3, 9),
    ]


def test_the_sample_wall_lives(sample: Owner) -> None:
    board, window, counter = sample.wall.places()

    assert [len(view.entries) for view in (board, window, counter)] == [10, 1, 0]
    assert sorted(entry.title for entry in board.entries if entry.is_untrue)[0].startswith("5 numaralı")
    assert board.stale == 2
    assert sample.wall.plan(board.place.id).hang
