"""The sample shop is what a newcomer sees first: it shows everything, and is as fresh on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from app.domain.ideas import DECISIONS, BoardOrder, Channel, Visibility
from app.domain.inbox import InboxCounts, InboxView
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
    assert counts == InboxCounts(to_answer=15, waiting=4, all=37)
    assert [place.label for place in sample.placements()] == ["Counter", "Table 5", "Window"]


def test_the_sample_shows_every_decision_visibility_and_a_private_answer(sample: Owner) -> None:
    ideas = sample.inbox(InboxView.ALL).ideas

    assert {idea.status for idea in ideas} >= set(DECISIONS)
    assert {idea.visibility for idea in ideas} == set(Visibility)
    assert {Channel.PHONE, Channel.IN_PERSON, Channel.TELEPHONE} == {idea.channel for idea in ideas}
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
