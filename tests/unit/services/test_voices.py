"""One more voice, told at the counter: it counts as one "me too" and goes with its idea."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import BoardOrder, Channel
from app.opening import OwnersShop
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner

Wait = Callable[..., Any]


def test_a_voice_counts_as_one_more(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    oats, music = owner.add_idea("Oat milk"), owner.add_idea("Music on Fridays")
    wait(door.set_vote(music.id, "a", given=True))

    owner.voices.add(oats.id, Channel.IN_PERSON, " Ben ")
    stands = owner.voices.add(oats.id, Channel.TELEPHONE)

    assert stands.votes == 2
    assert {(voice.channel, voice.name) for voice in owner.detail(oats.id).voices} == {
        (Channel.IN_PERSON, "Ben"),
        (Channel.TELEPHONE, ""),
    }
    assert [idea.id for idea in door.board(BoardOrder.POPULAR).ideas] == [oats.id, music.id]


def test_a_voice_is_undone_and_redone(owner: Owner, owners_shop: OwnersShop) -> None:
    idea = owner.add_idea("Oat milk")
    owner.voices.add(idea.id, name="Ben")

    assert owner.undo().verb == "add-voice"
    assert (owner.detail(idea.id).idea.votes, owner.detail(idea.id).voices) == (0, ())
    owner.redo()
    assert owner.detail(idea.id).idea.votes == 1
    assert owners_shop.keeper.check().is_sound


def test_a_voice_can_be_taken_away_later(owner: Owner) -> None:
    idea = owner.add_idea("Oat milk")
    owner.voices.add(idea.id, name="Ben")
    [voice] = owner.detail(idea.id).voices

    owner.voices.take_away(voice.id)
    assert owner.detail(idea.id).idea.votes == 0
    with pytest.raises(NotFound):
        owner.voices.take_away(voice.id)
    owner.undo()

    assert owner.detail(idea.id).voices == (voice,)


def test_a_voice_for_what_was_merged_counts_for_the_survivor(owner: Owner) -> None:
    oats, milk = owner.add_idea("Oat milk"), owner.add_idea("Milk of oats")
    owner.voices.add(milk.id, name="Ana")
    owner.merging.merge([milk.id], oats.id)

    stands = owner.voices.add(milk.id, name="Ben")

    assert (stands.id, stands.votes) == (oats.id, 2)
    assert {voice.name for voice in owner.detail(oats.id).voices} == {"Ana", "Ben"}
    owner.merging.unmerge([milk.id])
    assert [owner.detail(idea.id).idea.votes for idea in (oats, milk)] == [1, 1]


def test_a_vote_taken_back_leaves_the_voices(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    idea = owner.add_idea("Oat milk")
    owner.voices.add(idea.id)
    wait(door.vote(idea.id, "a"))

    assert wait(door.vote(idea.id, "a")).votes == 1


def test_a_voice_needs_an_idea_and_a_short_name(owner: Owner) -> None:
    idea = owner.add_idea("Oat milk")

    with pytest.raises(NotFound):
        owner.voices.add(uuid4())
    with pytest.raises(InvalidInput):
        owner.voices.add(idea.id, name="x" * 61)


def test_undo_of_a_voice_is_refused_once_its_idea_was_taken_back(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = owner.add_idea("Oat milk")
    owner.voices.add(idea.id, name="Ben")
    wait(door.erase(idea.claim_code))

    with pytest.raises(Conflict):
        owner.undo()
