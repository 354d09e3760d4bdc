"""Paper cards: numbered, with their claim codes ready, typed in once under their number."""

from __future__ import annotations

import pytest

from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Link, Visibility
from app.domain.paper_cards import CardNotRead
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner


def test_cards_are_numbered_without_a_gap_and_each_has_its_code(owner: Owner) -> None:
    first, second = owner.cards.make(2), owner.cards.make(1)

    assert [card.number for card in (*first, *second)] == [1, 2, 3]
    assert len({card.claim_code for card in (*first, *second)}) == 3


@pytest.mark.parametrize("count", [0, -1, 401])
def test_a_silly_number_of_cards_is_refused(owner: Owner, count: int) -> None:
    with pytest.raises(InvalidInput):
        owner.cards.make(count)


def test_a_card_that_nobody_has_read_yet_is_told_kindly(owner: Owner, door: CustomerDoor) -> None:
    [card] = owner.cards.make(1)

    with pytest.raises(CardNotRead, match="not been typed in yet"):
        door.claim(card.claim_code)


def test_typed_in_it_has_the_code_that_is_printed_on_it(owner: Owner, door: CustomerDoor) -> None:
    [card] = owner.cards.make(1)

    idea = owner.cards.type_in(" #1 ", "A bowl", name="Mara")

    assert (idea.claim_code, idea.channel, idea.visibility) == (
        card.claim_code,
        Channel.PAPER,
        Visibility.PUBLIC,
    )
    assert door.claim(card.claim_code).idea.text == "A bowl"


def test_a_card_may_build_on_an_idea(owner: Owner) -> None:
    parent = owner.add_idea("A bowl")
    owner.cards.make(1)

    idea = owner.cards.type_in("1", "A dish", to=parent, link=Link.BUT)

    assert (idea.builds_on, idea.link) == (parent.id, Link.BUT)


def test_a_number_used_twice_unknown_or_no_number_gets_a_sentence(owner: Owner) -> None:
    owner.cards.make(1)
    owner.cards.type_in("1", "A bowl")

    with pytest.raises(Conflict, match="Card 1 was typed in already"):
        owner.cards.type_in("1", "A hook")
    with pytest.raises(NotFound, match="no card 7"):
        owner.cards.type_in("7", "A hook")
    for typed in ("", "one", "0", "1.5", "-1", "1" * 12, "١"):
        with pytest.raises(InvalidInput) as refused:
            owner.cards.type_in(typed, "A hook")
        assert refused.value.field == "card"
    assert owner.counts().all == 1


def test_a_blank_text_uses_no_card_up(owner: Owner) -> None:
    owner.cards.make(1)

    with pytest.raises(InvalidInput):
        owner.cards.type_in("1", " ")

    assert owner.cards.type_in("1", "A bowl").text == "A bowl"


def test_taken_back_it_is_typed_in_anew_under_the_same_code(owner: Owner) -> None:
    [card] = owner.cards.make(1)
    owner.cards.type_in("1", "A bwol")
    assert owner.undo().verb == "add"

    again = owner.cards.type_in("1", "A bowl", name="Mara")

    assert (again.text, again.name, again.claim_code) == ("A bowl", "Mara", card.claim_code)
    assert again.visibility is Visibility.PUBLIC
    owner.undo()
    assert owner.detail(again.id).idea.text == "A bwol"
    owner.redo()
    assert owner.detail(again.id).idea.text == "A bowl"


def test_what_was_erased_does_not_come_back_under_its_card(owner: Owner, door: CustomerDoor) -> None:
    [card] = owner.cards.make(1)
    idea = owner.cards.type_in("1", "A bowl", name="Mara")
    owner.erasing.erase([idea.id])

    with pytest.raises(Conflict, match="erased"):
        owner.cards.type_in("1", "A hook")
    with pytest.raises(NotFound):
        door.claim(card.claim_code)


def test_a_specimen_has_the_next_number_and_takes_none(owner: Owner, door: CustomerDoor) -> None:
    owner.cards.make(2)

    first, second = owner.cards.specimens(2)

    assert (first.number, second.number) == (3, 4)
    assert [card.number for card in owner.cards.make(1)] == [3]
    with pytest.raises(NotFound):
        door.claim(first.claim_code)
