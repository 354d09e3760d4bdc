"""Putting ideas together and taking them apart: counts, pointers, refusals, and undo of all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.decisions import decide
from app.domain.errors import AppError, Conflict, NotFound
from app.domain.ideas import BoardOrder, Idea, Link, Status, Visibility
from app.opening import OwnersShop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.customer.voting import set_vote
from app.services.owner.owner import Owner
from app.storage.check import check
from app.storage.database import Database
from app.storage.stores import Stores
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]
Pin = Callable[..., Idea]
TODAY = TUESDAY.date()


@pytest.fixture
def pin(owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock) -> Pin:
    """Pins an idea up, with so many votes of `voters`."""

    def pin_one(text: str, *voters: str, public: bool = True, builds_on: UUID | None = None) -> Idea:
        clock.forward(timedelta(minutes=1))
        draft = replace(make_draft(text), builds_on=builds_on, link=Link.BUT if builds_on else None)
        idea: Idea = wait(door.submit(draft)).idea
        if public:
            owner.approve([idea.id])
        for voter in voters:
            wait(door.set_vote(idea.id, voter, given=True))
        return owner.detail(idea.id).idea

    return pin_one


def votes(owner: Owner, idea: Idea) -> int:
    return owner.detail(idea.id).idea.votes


def is_sound(shop: OwnersShop) -> bool:
    return shop.keeper.check().is_sound


def test_a_group_counts_its_distinct_visitors(owner: Owner, pin: Pin) -> None:
    oats, milk = pin("Oat milk", "a", "b", "c"), pin("Milk of oats", "c", "d", "e")

    owner.merging.merge([milk.id], oats.id)
    assert (votes(owner, oats), votes(owner, milk)) == (5, 3)
    owner.undo()
    assert (votes(owner, oats), votes(owner, milk)) == (3, 3)
    owner.redo()
    assert votes(owner, oats) == 5


def test_what_was_merged_leaves_the_board_and_comes_back(owner: Owner, door: CustomerDoor, pin: Pin) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")

    owner.merging.merge([milk.id], oats.id)
    assert [idea.id for idea in door.board(BoardOrder.NEW).ideas] == [oats.id]
    assert door.idea(milk.id).id == oats.id
    owner.merging.unmerge([milk.id])

    assert {idea.id for idea in door.board(BoardOrder.NEW).ideas} == {oats.id, milk.id}
    owner.undo()
    assert owner.merging.survivor(milk.id).id == oats.id


def test_popular_is_by_what_the_whole_group_says(owner: Owner, door: CustomerDoor, pin: Pin) -> None:
    oats, milk, music = pin("Oat milk", "a", "b"), pin("Milk of oats", "c", "d"), pin("Music", "a", "b", "c")

    owner.merging.merge([milk.id], oats.id)

    assert [idea.id for idea in door.board(BoardOrder.POPULAR).ideas] == [oats.id, music.id]


def test_a_vote_by_an_old_link_counts_once_for_the_group(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait
) -> None:
    oats, milk = pin("Oat milk", "a"), pin("Milk of oats", "b")
    owner.merging.merge([milk.id], oats.id)

    again = wait(door.set_vote(milk.id, "b", given=True))
    assert (again.idea_id, again.votes, again.given) == (oats.id, 2, True)
    assert wait(door.set_vote(milk.id, "c", given=True)).votes == 3
    assert door.votes_of("b", [oats.id]) == {oats.id}

    owner.merging.unmerge([milk.id])
    assert (votes(owner, oats), votes(owner, milk)) == (2, 1)


def test_a_vote_that_lies_with_a_source_can_be_taken_back(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait, owners_shop: OwnersShop
) -> None:
    oats, milk = pin("Oat milk", "a", "b"), pin("Milk of oats", "b")
    owner.merging.merge([milk.id], oats.id)

    taken = wait(door.vote(oats.id, "b"))

    assert (taken.votes, taken.given) == (1, False)
    assert (votes(owner, oats), votes(owner, milk)) == (1, 0)
    assert is_sound(owners_shop)


def test_merging_into_what_was_merged_follows_to_the_survivor(owner: Owner, pin: Pin) -> None:
    oats, milk, soy = pin("Oat milk", "a"), pin("Milk of oats", "b"), pin("Soy milk", "c")
    owner.merging.merge([milk.id], oats.id)

    owner.merging.merge([soy.id], milk.id)

    assert owner.detail(soy.id).idea.merged_into == oats.id
    assert votes(owner, oats) == 3


def test_a_survivor_takes_its_group_along_and_keeps_it_when_taken_apart(
    owner: Owner, pin: Pin, owners_shop: OwnersShop
) -> None:
    oats, milk, soy = pin("Oat milk", "a"), pin("Milk of oats", "b"), pin("Soy milk", "c")
    owner.merging.merge([milk.id], oats.id)
    owner.merging.merge([oats.id], soy.id)
    assert (votes(owner, soy), owner.merging.survivor(milk.id).id) == (3, soy.id)

    owner.merging.unmerge([oats.id])

    assert (votes(owner, soy), votes(owner, oats)) == (1, 2)
    assert owner.merging.survivor(milk.id).id == oats.id
    assert is_sound(owners_shop)


def test_a_circle_is_refused(owner: Owner, pin: Pin) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    owner.merging.merge([milk.id], oats.id)

    with pytest.raises(Conflict, match="already"):
        owner.merging.merge([oats.id], milk.id)
    with pytest.raises(Conflict, match="itself"):
        owner.merging.merge([oats.id], oats.id)


def test_a_circle_does_not_come_by_undo(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait, owners_shop: OwnersShop
) -> None:
    """What cannot be taken back is passed over, so an older merge could meet a younger one."""
    oats, milk, soy = pin("Oat milk"), pin("Milk of oats"), pin("Soy milk")
    owner.merging.merge([oats.id], milk.id)
    owner.merging.unmerge([oats.id])
    owner.merging.merge([milk.id, soy.id], oats.id)
    wait(door.erase(soy.claim_code))
    with pytest.raises(Conflict):
        owner.undo()

    with pytest.raises(Conflict, match="circle"):
        owner.undo()

    assert owner.merging.survivor(milk.id).id == oats.id
    assert is_sound(owners_shop)


def test_merging_twice_changes_nothing_and_elsewhere_is_refused(owner: Owner, pin: Pin) -> None:
    oats, milk, soy = pin("Oat milk"), pin("Milk of oats"), pin("Soy milk")
    owner.merging.merge([milk.id], oats.id)

    assert owner.merging.merge([milk.id], oats.id).action is None
    with pytest.raises(Conflict, match="Take it apart first"):
        owner.merging.merge([milk.id], soy.id)


def test_several_are_put_together_as_one_action(owner: Owner, pin: Pin) -> None:
    kept, *others = [pin(f"Oat milk {number}", f"voter {number}") for number in range(4)]

    done = owner.merging.merge([idea.id for idea in others], kept.id)
    assert (len(done.ideas), votes(owner, kept)) == (3, 4)
    owner.undo()

    assert [votes(owner, idea) for idea in (kept, *others)] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("source", "survivor", "says"),
    [
        (Visibility.PUBLIC, Visibility.WAITING, "still waits"),
        (Visibility.PUBLIC, Visibility.PRIVATE, "is private"),
        (Visibility.PUBLIC, Visibility.HIDDEN, "is hidden"),
        (Visibility.WAITING, Visibility.PRIVATE, "is private"),
        (Visibility.PRIVATE, Visibility.PRIVATE, "is private"),
        (Visibility.WAITING, Visibility.HIDDEN, "is hidden"),
        (Visibility.WAITING, Visibility.WAITING, ""),
        (Visibility.PRIVATE, Visibility.WAITING, ""),
        (Visibility.WAITING, Visibility.PUBLIC, ""),
        (Visibility.PRIVATE, Visibility.PUBLIC, ""),
        (Visibility.HIDDEN, Visibility.PUBLIC, ""),
    ],
)
def test_what_hangs_stays_to_be_seen_and_an_answer_reaches_everybody(
    owner: Owner, pin: Pin, source: Visibility, survivor: Visibility, says: str
) -> None:
    show = {
        Visibility.PUBLIC: owner.approve,
        Visibility.PRIVATE: owner.keep_private,
        Visibility.HIDDEN: owner.hide,
        Visibility.WAITING: len,
    }
    one, other = pin("Milk of oats", public=False), pin("Oat milk", public=False)
    show[source]([one.id])
    show[survivor]([other.id])

    if says:
        with pytest.raises(Conflict, match=says):
            owner.merging.merge([one.id], other.id)
        assert owner.detail(one.id).idea.merged_into is None
        return
    owner.merging.merge([one.id], other.id)
    assert owner.detail(one.id).idea.merged_into == other.id
    owner.undo()
    assert owner.detail(one.id).idea.visibility is source


def test_undo_is_refused_once_its_survivor_was_taken_back(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait
) -> None:
    oats, milk = pin("Oat milk", "a"), pin("Milk of oats", "b")
    owner.merging.merge([milk.id], oats.id)
    wait(door.erase(oats.claim_code))

    with pytest.raises(Conflict, match="merged_into"):
        owner.undo()

    assert owner.detail(milk.id).idea.merged_into is None
    assert votes(owner, milk) == 1


def test_an_erased_link_in_the_middle_hands_its_sources_on(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait, owners_shop: OwnersShop
) -> None:
    oats, milk, soy = pin("Oat milk", "a"), pin("Milk of oats", "b"), pin("Soy milk", "c")
    owner.merging.merge([milk.id], oats.id)
    owner.merging.merge([oats.id], soy.id)

    wait(door.erase(oats.claim_code))

    assert owner.detail(milk.id).idea.merged_into == soy.id
    assert votes(owner, soy) == 2
    assert is_sound(owners_shop)


def test_words_that_were_changed_meanwhile_are_read_first(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait
) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats", public=False)
    wait(door.edit(milk.claim_code, "Close on Sundays", ""))

    with pytest.raises(Conflict, match="read them again"):
        owner.merging.merge([milk.id], oats.id, seen={milk.id: None, oats.id: None})


def test_what_built_on_a_source_shows_with_the_survivor(owner: Owner, door: CustomerDoor, pin: Pin) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    village = pin("From the village", builds_on=milk.id)
    owner.merging.merge([milk.id], oats.id)

    assert [idea.id for idea in door.builds_on(oats.id)] == [village.id]
    assert owner.detail(oats.id).idea.built_on == 1
    assert [idea.id for idea in owner.detail(oats.id).built_on] == [village.id]
    owner.undo()
    assert (owner.detail(oats.id).idea.built_on, owner.detail(milk.id).idea.built_on) == (0, 1)


def test_what_is_merged_into_its_own_build_on_does_not_build_on_itself(
    owner: Owner, door: CustomerDoor, pin: Pin
) -> None:
    oats = pin("Oat milk")
    village = pin("Oat milk from the village", builds_on=oats.id)

    owner.merging.merge([oats.id], village.id)

    assert (door.builds_on(village.id), owner.detail(village.id).idea.built_on) == ([], 0)


def test_an_idea_written_on_an_old_link_builds_on_the_survivor(owner: Owner, pin: Pin) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    owner.merging.merge([milk.id], oats.id)

    village = pin("From the village", builds_on=milk.id)

    assert (village.builds_on, village.link) == (oats.id, Link.BUT)


def test_the_detail_tells_of_survivor_and_sources(owner: Owner, pin: Pin) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    owner.merging.merge([milk.id], oats.id)

    survivor = owner.detail(milk.id).survivor
    assert survivor is not None
    assert survivor.id == oats.id
    assert [idea.id for idea in owner.detail(oats.id).sources] == [milk.id]
    assert [entry.verb for entry in owner.detail(oats.id).history][-1] == "merge"


def test_side_by_side_shows_what_they_would_count_together(owner: Owner, pin: Pin) -> None:
    oats, milk = pin("Oat milk", "a", "b", "c"), pin("Milk of oats", "c", "d", "e")
    owner.voices.add(milk.id)

    compared = owner.merging.compare([oats.id, milk.id])

    assert ([idea.votes for idea in compared.ideas], compared.together) == ([3, 4], 6)


def test_what_was_taken_back_cannot_be_compared(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait
) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    wait(door.erase(milk.claim_code))

    with pytest.raises(NotFound):
        owner.merging.compare([oats.id, milk.id])


def test_the_same_said_in_other_words_is_offered_and_nothing_else(owner: Owner, pin: Pin) -> None:
    hours = pin("Could you open at half past six?")
    same = pin("Please open at half past six")
    pin("Oat milk without the extra 40 cents?")
    hidden = pin("Open at half past six!")
    owner.hide([hidden.id])

    assert [idea.id for idea in owner.merging.similar(hours.id)] == [same.id]
    assert [idea.id for idea in owner.merging.similar(same.id)] == [hours.id]


def test_what_waits_and_what_is_private_is_offered_too(owner: Owner, pin: Pin) -> None:
    hours = pin("Could you open at half past six?")
    waits = pin("Could you open at half past six, please?", public=False)
    private = pin("You could open at half past six", public=False)
    owner.keep_private([private.id])

    assert {idea.id for idea in owner.merging.similar(hours.id)} == {waits.id, private.id}


def test_a_build_on_is_not_offered_as_the_same(owner: Owner, pin: Pin) -> None:
    hours = pin("Could you open at half past six?")
    also = pin("Could you open at half past six on Sundays?", builds_on=hours.id)

    assert owner.merging.similar(hours.id) == []
    assert owner.merging.similar(also.id) == []


def test_not_the_same_is_remembered_until_it_is_taken_back(owner: Owner, pin: Pin) -> None:
    one, other = pin("Could you open at half past six?"), pin("Please open at half past six")

    owner.merging.keep_apart(other.id, one.id)
    assert owner.merging.similar(one.id) == owner.merging.similar(other.id) == []
    assert owner.merging.keep_apart(one.id, other.id).action is None
    owner.undo()
    assert owner.merging.similar(one.id) != []
    owner.redo()
    assert owner.merging.similar(one.id) == []


def test_nothing_is_offered_for_what_is_merged_or_gone(
    owner: Owner, door: CustomerDoor, pin: Pin, wait: Wait
) -> None:
    one, other, third = (pin(text) for text in ("Open at six", "Please open at six", "Open at six!"))
    owner.merging.merge([other.id], one.id)
    assert owner.merging.similar(other.id) == []
    assert [idea.id for idea in owner.merging.similar(one.id)] == [third.id]

    wait(door.erase(one.claim_code))

    assert owner.merging.similar(one.id) == []


def test_the_answer_to_the_survivor_is_what_a_sources_author_reads(
    owner: Owner, door: CustomerDoor, pin: Pin
) -> None:
    oats, milk = pin("Oat milk"), pin("Milk of oats")
    owner.merging.merge([milk.id], oats.id)
    owner.answer(oats.id, decide(Status.PLANNED, "From Monday.", today=TODAY))

    claim = door.claim(milk.claim_code)

    assert claim.survivor is not None
    assert (claim.survivor.id, claim.standing.status) == (oats.id, Status.PLANNED)
    assert [step.kind for step in claim.history][-2:] == ["put-together", "answered"]


def test_a_survivor_that_does_not_hang_is_not_shown_to_others(
    owner: Owner, door: CustomerDoor, pin: Pin
) -> None:
    oats, milk = pin("Oat milk", public=False), pin("Milk of oats", public=False)
    owner.merging.merge([milk.id], oats.id)
    owner.keep_private([oats.id])

    claim = door.claim(milk.claim_code)

    assert (claim.survivor, claim.standing.id) == (None, milk.id)


# Whatever is done in whatever order

NUMBERS = st.integers(0, 4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), NUMBERS, NUMBERS),
        st.tuples(st.just("unmerge"), NUMBERS, NUMBERS),
        st.tuples(st.just("vote"), NUMBERS, NUMBERS),
        st.tuples(st.just("unvote"), NUMBERS, NUMBERS),
        st.tuples(st.just("voice"), NUMBERS, NUMBERS),
        st.tuples(st.just("erase"), NUMBERS, NUMBERS),
        st.tuples(st.just("undo"), NUMBERS, NUMBERS),
        st.tuples(st.just("redo"), NUMBERS, NUMBERS),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_counts_are_always_the_distinct_visitors_of_the_group(steps: list[tuple[str, int, int]]) -> None:
    with (
        tempfile.TemporaryDirectory() as root,
        closing(Database.open(DataFolder(Path(root)), clock=SetClock())) as database,
    ):
        owner = Owner(seam=database, clock=SetClock())
        ideas = [owner.add_idea(f"Idea number {number}") for number in range(5)]
        for step in steps:
            try:
                do(owner, database, ideas, step)
            except AppError:
                continue
        database.read(lambda stores: compare_counts(stores, [idea.id for idea in ideas]))
        assert check(database).is_sound


def do(owner: Owner, database: Database, ideas: list[Idea], step: tuple[str, int, int]) -> None:
    verb, one, two = step
    match verb:
        case "merge":
            owner.merging.merge([ideas[one].id], ideas[two].id)
        case "unmerge":
            owner.merging.unmerge([ideas[one].id])
        case "voice":
            owner.voices.add(ideas[one].id)
        case "undo":
            owner.undo()
        case "redo":
            owner.redo()
        case "erase":
            if one == 0:  # rarely
                database.write(lambda stores: stores.ideas.erase(ideas[two].id))
        case _:
            database.write(lambda stores: set_vote(stores, ideas[one].id, f"v{two}", verb == "vote", TUESDAY))


def compare_counts(stores: Stores, ids: list[UUID]) -> None:
    """By hand, from the pointers alone."""
    ideas = {id: idea for id in ids if (idea := stores.ideas.get(id)) is not None}
    for idea in ideas.values():
        inside = [other for other in ideas if leads_to(ideas, other, idea.id)]
        visitors = {f"v{n}" for n in range(5) for id in inside if stores.votes.of(f"v{n}", [id])}
        told = sum(len(stores.voices.of(id)) for id in inside)
        assert idea.votes == len(visitors) + told


def leads_to(ideas: dict[UUID, Idea], start: UUID, end: UUID) -> bool:
    at: UUID | None = start
    while at is not None and at != end:
        at = ideas[at].merged_into
    return at == end
