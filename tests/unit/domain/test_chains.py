"""Chains of ideas that build on each other: deep, broken, in circles, and laid out as the owner likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chains import Chain, ChainOrder, chains, in_order, way_to
from app.domain.ideas import Idea, Link
from tests.making import TUESDAY, make_idea

MINUTE = timedelta(minutes=1)


def idea(number: int, on: Idea | None = None, link: Link | None = Link.AND) -> Idea:
    """The later the higher its number."""
    made = make_idea(f"Idea {number}", at=TUESDAY + number * MINUTE)
    return replace(made, builds_on=on.id if on else None, link=link if on else None)


def numbers(chain: Chain) -> list[tuple[int, str]]:
    return [(building.depth, building.idea.text.removeprefix("Idea ")) for building in chain.buildings]


def line(length: int) -> list[Idea]:
    """Each builds on the one before."""
    made = [idea(0)]
    for number in range(1, length):
        made.append(idea(number, on=made[-1]))
    return made


def test_each_branch_goes_to_its_end_before_the_next_and_older_ones_come_first() -> None:
    guitar = idea(1)
    neighbour, nine = idea(2, guitar), idea(4, guitar, Link.BUT)
    hat = idea(5, neighbour)
    records = idea(3)

    found = chains([records, hat, nine, neighbour, guitar])

    assert [numbers(chain) for chain in found] == [[(0, "1"), (1, "2"), (2, "5"), (1, "4")], [(0, "3")]]
    assert [building.link for building in found[0].buildings] == [None, Link.AND, Link.AND, Link.BUT]


def test_what_joins_two_is_and_where_nothing_was_said() -> None:
    first = idea(1)

    assert chains([first, idea(2, first, None)])[0].buildings[1].link is Link.AND


@pytest.mark.parametrize("deep", [30, 3_000])
def test_customers_may_build_as_deep_as_they_like(deep: int) -> None:
    made = line(deep)

    [chain] = chains(list(reversed(made)))

    assert [building.depth for building in chain.buildings] == list(range(deep))
    assert (chain.first, chain.newest, len(chain)) == (made[0], made[-1], deep)
    assert way_to(made, made[-1].id) == made


def test_what_builds_on_something_that_is_gone_begins_a_chain_of_its_own() -> None:
    made = line(5)

    found = chains([*made[:2], *made[3:]])

    assert [numbers(chain) for chain in found] == [[(0, "0"), (1, "1")], [(0, "3"), (1, "4")]]
    assert found[1].buildings[0].link is None
    assert way_to([*made[:2], *made[3:]], made[4].id) == made[3:]


def test_ideas_that_lead_in_a_circle_are_told_once_from_the_oldest_on() -> None:
    one, two, three = line(3)
    circle = [replace(one, builds_on=three.id, link=Link.INSTEAD), two, three]

    [chain] = chains(circle)

    assert numbers(chain) == [(0, "0"), (1, "1"), (2, "2")]
    assert way_to(circle, two.id) == [three, circle[0], two]


def test_an_idea_that_builds_on_itself_stands_alone() -> None:
    alone = idea(1)
    alone = replace(alone, builds_on=alone.id)

    assert [numbers(chain) for chain in chains([alone])] == [[(0, "1")]]
    assert way_to([alone], alone.id) == [alone]


def test_the_way_to_what_is_not_there_is_empty() -> None:
    assert way_to(line(2), UUID(int=1)) == []
    assert chains([]) == []


def test_the_longest_chain_comes_first_or_the_one_with_the_newest_idea_or_only_single_ideas() -> None:
    long = line(3)
    old, single = idea(-5), idea(-3)
    found = chains([single, *long, old, idea(9, old)])

    longest, newest, alone = (
        [numbers(chain)[0][1] for chain in in_order(found, order)] for order in ChainOrder
    )

    assert longest == ["0", "-5", "-3"]
    assert newest == ["-5", "0", "-3"]
    assert alone == ["-3"]


def test_chains_of_one_length_are_told_in_the_order_in_which_they_began() -> None:
    found = chains([idea(number) for number in (3, 1, 2)])

    assert [numbers(chain)[0][1] for chain in in_order(found, ChainOrder.LONGEST)] == ["1", "2", "3"]


@st.composite
def any_ideas(draw: st.DrawFn) -> Sequence[Idea]:
    """They build on each other in any way, also in circles and on what is not there."""
    made = [idea(number) for number in range(draw(st.integers(0, 12)))]
    targets = st.none() | st.sampled_from([*(each.id for each in made), UUID(int=1)])
    return [replace(each, builds_on=draw(targets), link=Link.BUT) for each in made]


@given(any_ideas())
def test_every_idea_is_told_once_below_what_it_builds_on(ideas: Sequence[Idea]) -> None:
    found = chains(ideas)

    told = [building.idea for chain in found for building in chain.buildings]
    assert len(told) == len(ideas)
    assert set(told) == set(ideas)
    for chain in found:
        above: list[Idea] = []
        for building in chain.buildings:
            del above[building.depth :]
            assert (building.link is None) is (building.depth == 0) is (not above)
            assert not above or building.idea.builds_on == above[-1].id
            above.append(building.idea)
    assert [chain.first.created_at for chain in found] == sorted(chain.first.created_at for chain in found)


@given(any_ideas())
def test_the_way_to_an_idea_ends_with_it_and_each_step_builds_on_the_one_before(
    ideas: Sequence[Idea],
) -> None:
    for each in ideas:
        way = way_to(ideas, each.id)

        assert way[-1] == each
        assert len(set(way)) == len(way)
        assert all(later.builds_on == earlier.id for earlier, later in pairwise(way))
