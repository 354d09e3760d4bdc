"""Thanks: owed from the decision on, marked, said with cards that are redeemed once, all of it undone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

import pytest

from app.domain.claim_codes import spaced
from app.domain.decisions import decide
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Contact, Idea, Status, Visibility
from app.domain.thanks import AlreadyRedeemed, Way, is_owed
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.making import TUESDAY, SetClock
from tests.shop import make_idea


@pytest.fixture
def database(owner: Owner, folder: DataFolder, clock: SetClock) -> Iterator[Database]:
    """The same shop, open a second time."""
    assert owner.shop().name
    opened = Database.open(folder, clock=clock)
    yield opened
    opened.close()


Decided = Callable[..., Idea]


@pytest.fixture
def decided(owner: Owner, database: Database) -> Decided:
    """An idea that was answered, so that its author is owed thanks."""

    def put(text: str = "A bowl", status: Status = Status.DONE, *, name: str = "", address: str = "") -> Idea:
        idea = make_idea(text, name=name, at=TUESDAY)
        contact = Contact(address=address, consent_at=TUESDAY, wording="Yes") if address else None
        database.write(lambda stores: stores.ideas.add(idea, contact=contact))
        until = TUESDAY.date() + timedelta(days=9) if status is Status.TRIAL else None
        reason = "No room." if status is Status.DECLINED else ""
        owner.answer(idea.id, decide(status, "So.", today=TUESDAY.date(), reason=reason, until=until))
        return idea

    return put


def waiting(owner: Owner) -> list[str]:
    return [owed.idea.text for owed in owner.thanks.owed().people]


def stand(stores: Stores, idea: Idea, status: Status, answered_at: datetime | None) -> None:
    stores.ideas.add(idea)
    stores.ideas.change(idea.id, status=status, answered_at=answered_at)


def thank(stores: Stores, idea: Idea, at: datetime) -> None:
    stores.thanks.thank(idea.id, idea.id, at)


def test_the_rule_and_the_question_to_the_database_say_the_same(database: Database, clock: SetClock) -> None:
    before, after = TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=1)
    wanted: set[str] = set()
    cases = itertools.product(Status, (None, TUESDAY), (None, before, after))
    for number, (status, answered_at, thanked_at) in enumerate(cases):
        idea = make_idea(f"{number}")
        database.write(partial(stand, idea=idea, status=status, answered_at=answered_at))
        if thanked_at is not None:
            database.write(partial(thank, idea=idea, at=thanked_at))
        if is_owed(status, answered_at, thanked_at):
            wanted.add(idea.text)

    found = Owner(seam=database, clock=clock).thanks.owed()
    assert {owed.idea.text for owed in found.people} == wanted
    assert found.total == len(wanted)


def test_marking_is_undone_and_done_again(owner: Owner, decided: Decided) -> None:
    bowl, hook = decided("A bowl"), decided("A hook", Status.DECLINED)
    assert set(waiting(owner)) == {"A bowl", "A hook"}

    owner.thanks.mark([bowl.id, hook.id])
    assert waiting(owner) == []
    assert owner.undo().verb == "thank"
    assert owner.thanks.owed().total == 2
    owner.redo()
    assert owner.thanks.owed().total == 0


def test_what_is_done_after_all_is_owed_once_more(owner: Owner, decided: Decided, clock: SetClock) -> None:
    idea = decided("A bowl", Status.PLANNED)
    owner.thanks.mark([idea.id])
    clock.forward(timedelta(days=3))

    owner.answer(idea.id, decide(Status.DONE, "It stands there.", today=clock.now().date()))

    assert waiting(owner) == ["A bowl"]


def test_nobody_is_owed_for_what_is_hidden_or_not_decided(
    owner: Owner, decided: Decided, database: Database
) -> None:
    hidden = decided("Spam")
    owner.hide([hidden.id])
    decided("Perhaps", Status.CONSIDERING)
    database.write(lambda stores: stores.ideas.add(make_idea("New")))

    assert waiting(owner) == []


def test_each_is_told_with_the_way_to_reach_them(owner: Owner, decided: Decided) -> None:
    decided("A bowl", name="Mara", address="mara@example.org")
    decided("A hook")
    said = owner.add_idea("A bell", name="Jo", channel=Channel.TELEPHONE)
    owner.answer(said.id, decide(Status.DONE, "So.", today=TUESDAY.date()))

    found = {owed.idea.text: (owed.way, owed.name, owed.address) for owed in owner.thanks.owed().people}
    assert found == {
        "A bowl": (Way.CONTACT, "Mara", "m•••@e•••.org"),
        "A hook": (Way.CLAIM_PAGE, "", ""),
        "A bell": (Way.IN_PERSON, "Jo", ""),
    }


def test_the_claim_page_knows_of_the_thanks(owner: Owner, door: CustomerDoor, decided: Decided) -> None:
    idea = decided()
    assert not door.claim(idea.claim_code).thanked

    owner.thanks.mark([idea.id])

    assert door.claim(idea.claim_code).thanked


def test_cards_are_made_for_all_who_were_chosen_and_their_worth_is_remembered(
    owner: Owner, decided: Decided, clock: SetClock
) -> None:
    ids = [decided("A bowl").id, decided("A hook").id]

    cards = owner.thanks.make_cards(ids, "  one coffee ")

    assert [card.worth for card in cards] == ["one coffee", "one coffee"]
    assert len({card.code for card in cards}) == 2
    assert cards[0].good_until == clock.now().date() + timedelta(days=365)
    assert owner.thanks.owed().total == 0
    assert owner.shop().thanks_worth == "one coffee"


def test_a_card_without_worth_is_refused_and_nobody_is_thanked(owner: Owner, decided: Decided) -> None:
    idea = decided()

    with pytest.raises(InvalidInput) as refused:
        owner.thanks.make_cards([idea.id], " ")

    assert refused.value.field == "worth"
    assert owner.thanks.owed().total == 1


def test_cards_that_are_taken_back_are_worth_nothing_until_done_again(owner: Owner, decided: Decided) -> None:
    [card] = owner.thanks.make_cards([decided().id], "one coffee")

    assert owner.undo().verb == "thank-with-cards"
    assert owner.thanks.owed().total == 1
    with pytest.raises(Conflict, match="taken back"):
        owner.thanks.redeem(card.code)
    owner.redo()

    assert owner.thanks.redeem(card.code).redeemed_at is not None


def test_a_card_is_redeemed_once_and_the_second_time_says_when(
    owner: Owner, decided: Decided, clock: SetClock
) -> None:
    [card] = owner.thanks.make_cards([decided().id], "one coffee")
    redeemed = owner.thanks.redeem(spaced(card.code).lower())
    clock.forward(timedelta(days=2))

    with pytest.raises(AlreadyRedeemed) as refused:
        owner.thanks.redeem(card.code)

    assert redeemed.worth == "one coffee"
    assert refused.value.at == TUESDAY
    assert owner.undo().verb == "redeem"
    assert owner.thanks.redeem(card.code).redeemed_at == clock.now()


def test_undoing_the_cards_after_one_was_redeemed_elsewhere_leaves_that_redeemed(
    owner: Owner, decided: Decided
) -> None:
    [card] = owner.thanks.make_cards([decided().id], "one coffee")
    owner.thanks.redeem(card.code)
    owner.undo()
    owner.thanks.redeem(card.code)

    owner.undo()
    owner.undo()

    with pytest.raises(Conflict):
        owner.thanks.redeem(card.code)


def test_two_doors_at_once_redeem_a_card_exactly_once(
    owner: Owner, decided: Decided, folder: DataFolder, clock: SetClock
) -> None:
    [card] = owner.thanks.make_cards([decided().id], "one coffee")

    def at_a_till(_number: int) -> bool:
        with open_owners_shop(folder, clock) as shop:
            try:
                shop.owner.thanks.redeem(card.code)
            except AlreadyRedeemed:
                return False
            return True

    with ThreadPoolExecutor(4) as tills:
        assert sorted(tills.map(at_a_till, range(4))) == [False, False, False, True]


def test_codes_that_are_no_cards_get_a_sentence(owner: Owner, decided: Decided, clock: SetClock) -> None:
    idea = decided()
    [card] = owner.thanks.make_cards([idea.id], "one coffee")

    with pytest.raises(NotFound):
        owner.thanks.redeem("000 000 000")
    with pytest.raises(NotFound):
        owner.thanks.redeem("")
    with pytest.raises(Conflict, match="claim code"):
        owner.thanks.redeem(idea.claim_code)
    clock.forward(timedelta(days=366))
    with pytest.raises(Conflict, match="good until"):
        owner.thanks.redeem(card.code)


def test_an_erased_persons_card_is_still_good_and_leads_to_nobody(
    owner: Owner, decided: Decided, database: Database
) -> None:
    idea = decided(name="Mara")
    [card] = owner.thanks.make_cards([idea.id], "one coffee")

    owner.erasing.erase([idea.id])

    kept = database.read(lambda stores: stores.thanks.card(card.code))
    assert kept is not None
    assert kept.idea_id is None
    assert owner.thanks.redeem(card.code).worth == "one coffee"


def test_the_author_of_what_was_put_together_is_thanked_for_what_that_came_to(
    owner: Owner, decided: Decided, database: Database
) -> None:
    survivor = decided("A bowl")
    merged = make_idea("A dish for dogs", name="Jo", visibility=Visibility.PUBLIC)
    database.write(lambda stores: stores.ideas.add(merged))
    database.write(lambda stores: stores.ideas.change(merged.id, merged_into=survivor.id))

    assert set(waiting(owner)) == {"A bowl", "A dish for dogs"}


def test_thanks_reach_through_ideas_that_were_put_together_one_after_the_other(
    owner: Owner, decided: Decided
) -> None:
    first, second = owner.add_idea("A dish", name="Jo"), owner.add_idea("A dish for dogs", name="Ben")
    owner.voices.add(first.id, Channel.TELEPHONE, "Mrs Lee")
    survivor = decided("A bowl", name="Mara")

    owner.merging.merge([first.id], second.id)
    owner.merging.merge([second.id], survivor.id)

    owed = owner.thanks.owed()
    assert {person.name for person in owed.people} == {"Jo", "Ben", "Mrs Lee", "Mara"}
    assert (owed.total, owner.thanks.count()) == (4, 4)


def test_a_voice_given_by_name_is_thanked_too_and_a_nameless_one_is_not(
    owner: Owner, decided: Decided
) -> None:
    idea = decided("A bowl", name="Mara")
    owner.voices.add(idea.id, Channel.TELEPHONE, "Mrs Lee")
    owner.voices.add(idea.id, Channel.IN_PERSON, "")

    people = owner.thanks.owed().people
    assert {(owed.name, owed.is_voice, owed.way) for owed in people} == {
        ("Mara", False, Way.CLAIM_PAGE),
        ("Mrs Lee", True, Way.IN_PERSON),
    }
    owner.thanks.mark([owed.id for owed in people if owed.is_voice])
    assert [owed.name for owed in owner.thanks.owed().people] == ["Mara"]
    owner.undo()
    assert owner.thanks.count() == 2


def test_a_specimen_of_a_card_is_worth_nothing_and_thanks_nobody(owner: Owner, decided: Decided) -> None:
    decided()

    [card] = owner.thanks.specimens(1, " one coffee ")

    assert card.worth == "one coffee"
    assert owner.thanks.count() == 1
    with pytest.raises(NotFound):
        owner.thanks.redeem(card.code)
    with pytest.raises(InvalidInput):
        owner.thanks.specimens(1, " ")
