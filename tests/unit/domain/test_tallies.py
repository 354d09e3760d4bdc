"""What was chosen: counted once each, with ties, thin turnouts and shared last places said as they are."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tallies import THIN_TURNOUT, Count, Tally, shortlist, tally

A, B, C, D = (UUID(int=number) for number in range(1, 5))
IDS = st.lists(st.sampled_from([A, B, C, D]), unique=True)
VOTES = st.dictionaries(st.sampled_from([A, B, C, D]), st.integers(0, 5))


def test_me_toos_and_ballots_count_together_and_the_most_comes_first() -> None:
    counted = tally([A, B, C], {A: 2, B: 1}, {B: 2}, choosers=5)

    assert counted.counts == (Count(B, 1, 2), Count(A, 2, 0), Count(C, 0, 0))
    assert counted.leaders == (B,)
    assert not counted.is_tie
    assert counted.of(B).total == 3


def test_what_could_not_be_chosen_is_not_counted() -> None:
    counted = tally([A], {A: 1, B: 9}, {C: 9}, choosers=1)

    assert counted.counts == (Count(A, 1, 0),)
    assert counted.of(B) == Count(B, 0, 0)


def test_all_that_share_the_first_place_are_told_in_the_order_they_came_in() -> None:
    counted = tally([C, A, B], {A: 3, C: 1, B: 2}, {C: 2}, choosers=8)

    assert counted.leaders == (C, A)
    assert counted.is_tie


@pytest.mark.parametrize("among", [[], [A, B]])
def test_where_nobody_chose_nobody_leads(among: list[UUID]) -> None:
    counted = tally(among, {}, {}, choosers=0)

    assert counted.leaders == ()
    assert not counted.is_tie
    assert counted.is_thin


@pytest.mark.parametrize(("choosers", "thin"), [(THIN_TURNOUT - 1, True), (THIN_TURNOUT, False)])
def test_a_few_are_too_few_to_say_much(choosers: int, thin: bool) -> None:
    assert Tally((Count(A, choosers, 0),), choosers).is_thin is thin


@given(IDS, VOTES, VOTES)
def test_nothing_is_lost_in_counting(
    among: list[UUID], votes: dict[UUID, int], ballots: dict[UUID, int]
) -> None:
    counted = tally(among, votes, ballots, choosers=9)

    totals = [count.total for count in counted.counts]
    assert {count.idea_id for count in counted.counts} == set(among)
    assert totals == sorted(totals, reverse=True)
    assert sum(totals) == sum(votes.get(id, 0) + ballots.get(id, 0) for id in among)
    assert all(counted.of(id).total == totals[0] for id in counted.leaders)


def test_who_shares_the_last_place_is_on_the_shortlist_too() -> None:
    assert shortlist([A, B, C, D], {A: 1, B: 3, C: 1}, top=2) == [A, B, C]


def test_of_few_ideas_all_can_be_chosen() -> None:
    assert shortlist([A, B], {A: 9}, top=3) == [A, B]
    assert shortlist([], {}, top=3) == []


def test_where_nobody_said_me_too_nothing_is_left_out() -> None:
    assert shortlist([A, B, C], {}, top=2) == [A, B, C]


@given(IDS, VOTES, st.integers(1, 5))
def test_nothing_that_is_left_out_has_as_many_as_what_is_in(
    ids: list[UUID], votes: dict[UUID, int], top: int
) -> None:
    chosen = shortlist(ids, votes, top)

    out = [votes.get(id, 0) for id in ids if id not in chosen]
    assert len(chosen) >= min(top, len(ids))
    assert chosen == [id for id in ids if id in chosen]
    assert not out or max(out) < min(votes.get(id, 0) for id in chosen)
    assert sum(votes.get(id, 0) > max(out, default=-1) for id in ids) == len(chosen)
