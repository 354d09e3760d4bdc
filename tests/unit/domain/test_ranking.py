from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ranking import mix, support

counts = st.integers(0, 10**6)
ids = st.lists(st.integers(0, 60), unique=True)


@pytest.mark.parametrize(
    ("votes", "views", "bound"),
    # 1 of 1, 5 of 10, 20 of 50, 600 of 1000: worked out by hand from Wilson's formula with z = 1.96.
    [(0, 0, 0.0), (0, 10, 0.0), (1, 1, 0.2065), (5, 10, 0.2366), (20, 50, 0.2761), (600, 1000, 0.5693)],
)
def test_support_is_wilsons_lower_bound(votes: int, views: int, bound: float) -> None:
    assert support(votes, views) == pytest.approx(bound, abs=0.0001)


@given(counts, counts)
def test_support_lies_between_nobody_and_the_share_seen(votes: int, views: int) -> None:
    share = votes / max(votes, views, 1)

    assert 0 <= support(votes, views) <= share + 1e-9


@given(counts, st.integers(1, 10**6))
def test_one_more_vote_of_as_many_views_is_more_support(votes: int, more: int) -> None:
    views = votes + more

    assert support(votes + 1, views) > support(votes, views)


def test_few_loud_voices_weigh_less_than_many_of_whom_most_agree() -> None:
    assert support(votes=2, views=2) < support(votes=80, views=100)


def test_votes_of_phones_that_count_no_views_still_count() -> None:
    assert support(votes=40, views=0) == support(votes=40, views=40) > 0.9


def test_impossible_counts_are_no_support() -> None:
    assert support(votes=-3, views=-1) == 0.0


@given(ids, ids, st.integers(2, 6))
def test_mixing_loses_and_doubles_nothing(leading: list[int], least: list[int], every: int) -> None:
    mixed = mix(leading, least, every)

    assert len(mixed) == len(set(mixed))
    assert set(mixed) == {*leading, *least}


@given(ids)
def test_the_leading_ones_keep_their_order(leading: list[int]) -> None:
    assert mix(leading, []) == leading
    assert mix(leading, leading) == leading


@given(st.permutations(range(24)), st.permutations(range(24)))
def test_every_fourth_place_goes_to_the_least_shown(leading: list[int], least: list[int]) -> None:
    mixed = mix(leading, least)

    for place in range(3, 24, 4):
        waiting = [item for item in least if item not in mixed[:place]]
        assert mixed[place] == waiting[0]


def test_mixing_is_plain_to_read() -> None:
    assert mix("abcdefgh", "hg") == list("abchdefg")


def test_the_least_shown_never_take_every_place() -> None:
    with pytest.raises(ValueError, match="keep a place"):
        mix([1], [2], every=1)
