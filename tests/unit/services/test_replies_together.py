"""Who writes back about an idea that was put together with another is heard and answered at the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.domain.decisions import decide
from app.domain.errors import NotFound
from app.domain.ideas import Idea, Status
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.views import Filter, Question
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]
TODAY = TUESDAY.date()
MINUTE = timedelta(minutes=1)


class Shop:
    """Owner and customers, each act a minute after the one before."""

    def __init__(self, owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock) -> None:
        self.owner, self._door, self._wait, self._clock = owner, door, wait, clock

    def pin(self, text: str, name: str = "") -> Idea:
        self._clock.forward(MINUTE)
        idea: Idea = self._wait(self._door.submit(make_draft(text, name=name))).idea
        self.owner.approve([idea.id])
        return idea

    def write_back(self, idea: Idea, text: str) -> None:
        self._clock.forward(MINUTE)
        self._wait(self._door.reply(idea.claim_code, text, new_id(TUESDAY)))

    def merge(self, idea: Idea, into: Idea) -> None:
        self._clock.forward(MINUTE)
        self.owner.merging.merge([idea.id], into.id)

    def answer(self, idea: Idea, *, private: bool = False) -> None:
        self._clock.forward(MINUTE)
        status = Status.NEW if private else Status.PLANNED
        self.owner.answer(idea.id, decide(status, "In spring.", today=TODAY, private=private))

    def heard(self, idea: Idea) -> list[str]:
        """What waits for a word where this idea lies open."""
        return [each.reply.text for each in self.owner.detail(idea.id).wrote_back]

    def listed(self) -> list[str]:
        """What Today tells, each by the idea that it leads to."""
        return [idea.text for idea in self.owner.today.overview().wrote_back.ideas]

    def filtered(self) -> list[str]:
        question = Question(view=InboxView.ALL, filter=Filter(replied=True))
        return [idea.text for idea in self.owner.listing.page(question).page.ideas]


@pytest.fixture
def shop(owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock) -> Shop:
    return Shop(owner, door, wait, clock)


def test_the_survivor_shows_what_was_written_and_every_list_leads_there(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs", name="Ben")
    shop.merge(dogs, bowl)

    shop.write_back(dogs, "And for cats?")

    assert shop.heard(bowl) == ["And for cats?"]
    assert shop.heard(dogs) == []
    assert shop.listed() == shop.filtered() == [bowl.text]
    told = shop.owner.today.overview()
    assert told.replies[bowl.id].text == "And for cats?"
    assert told.writers[bowl.id].name == "Ben"
    assert told.wrote_back.total == 1


def test_a_merge_that_is_undone_takes_the_words_back_to_their_own_idea(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.write_back(dogs, "And for cats?")
    shop.merge(dogs, bowl)
    assert shop.listed() == [bowl.text]

    shop.owner.undo()
    assert (shop.heard(bowl), shop.heard(dogs)) == ([], ["And for cats?"])
    assert shop.listed() == shop.filtered() == [dogs.text]

    shop.owner.redo()
    assert (shop.heard(bowl), shop.heard(dogs)) == (["And for cats?"], [])
    assert shop.listed() == shop.filtered() == [bowl.text]


def test_that_it_needs_no_answer_is_said_at_the_survivor_and_taken_back(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.write_back(bowl, "Thank you!")
    shop.write_back(dogs, "Thanks!")
    shop.merge(dogs, bowl)
    assert sorted(shop.heard(bowl)) == ["Thank you!", "Thanks!"]
    told = shop.owner.today.overview()
    assert (told.replies[bowl.id].text, told.more_replies[bowl.id]) == ("Thanks!", 1)

    shop.owner.replying.settle(bowl.id)
    assert (shop.heard(bowl), shop.listed(), shop.filtered()) == ([], [], [])
    with pytest.raises(NotFound):
        shop.owner.replying.settle(bowl.id)

    shop.owner.undo()
    assert sorted(shop.heard(bowl)) == ["Thank you!", "Thanks!"]


def test_what_is_said_to_all_is_said_to_her_and_stays_said_when_they_are_taken_apart(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.merge(dogs, bowl)
    shop.write_back(dogs, "When?")

    shop.answer(bowl)
    assert (shop.heard(bowl), shop.listed(), shop.filtered()) == ([], [], [])
    shop.owner.undo()
    assert shop.listed() == shop.filtered() == [bowl.text]


def test_what_is_said_to_its_author_alone_is_no_word_to_the_others(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.merge(dogs, bowl)
    shop.write_back(dogs, "When?")

    shop.answer(bowl, private=True)

    assert shop.heard(bowl) == ["When?"]
    assert shop.filtered() == [bowl.text]


def test_an_answer_that_was_there_before_they_were_put_together_answers_nothing(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.write_back(dogs, "When?")
    shop.answer(bowl)

    shop.merge(dogs, bowl)

    assert shop.heard(bowl) == ["When?"]
    assert shop.listed() == shop.filtered() == [bowl.text]


def test_words_are_heard_at_the_end_of_a_chain(shop: Shop) -> None:
    first, second, third = shop.pin("One bowl"), shop.pin("Two bowls"), shop.pin("Three bowls")
    shop.merge(first, second)
    shop.answer(third)
    shop.write_back(first, "Four?")
    shop.merge(second, third)
    assert shop.heard(third) == ["Four?"]
    assert shop.listed() == shop.filtered() == [third.text]

    shop.answer(third)

    assert (shop.heard(third), shop.listed(), shop.filtered()) == ([], [], [])


def test_a_hidden_survivor_lets_nobody_wait(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.merge(dogs, bowl)
    shop.write_back(dogs, "When?")

    shop.owner.hide([bowl.id])

    assert shop.listed() == []


def test_who_writes_back_is_told_to_whoever_has_the_survivor_open(shop: Shop) -> None:
    bowl, dogs = shop.pin("A bowl by the door"), shop.pin("Water for dogs")
    shop.merge(dogs, bowl)
    before = shop.owner.newest_sequence()

    shop.write_back(dogs, "When?")

    assert shop.owner.changes_since(before).ideas == {dogs.id, bowl.id}
