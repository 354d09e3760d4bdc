"""What an answer carries besides its words: a reason, what would change our mind, a day to look again, a proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.domain.decisions import decide
from app.domain.errors import InvalidInput, NotFound
from app.domain.ideas import Idea, Status
from app.domain.ids import new_id
from app.domain.inbox import InboxView, wants_answer
from app.domain.notices import PaperSize
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]
TODAY = TUESDAY.date()
IN_SPRING = TODAY + timedelta(days=120)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def idea(owner: Owner, door: CustomerDoor, wait: Wait) -> Idea:
    sent: Idea = wait(door.submit(make_draft("A water bowl outside for the dogs."))).idea
    owner.approve([sent.id])
    return owner.detail(sent.id).idea


def refuse(owner: Owner, idea: Idea) -> None:
    decision = decide(
        Status.DECLINED,
        "We are sorry.",
        today=TODAY,
        reason="No room.",
        change_mind="A wider pavement.",
        look_again_on=IN_SPRING,
    )
    owner.answer(idea.id, decision)


def test_a_refusal_says_what_would_change_our_mind(owner: Owner, door: CustomerDoor, idea: Idea) -> None:
    refuse(owner, idea)

    shown = door.idea(idea.id).response
    assert shown is not None
    assert (shown.reason, shown.change_mind) == ("No room.", "A wider pavement.")


def test_the_day_to_look_again_comes_and_goes_with_its_answer(owner: Owner, idea: Idea) -> None:
    refuse(owner, idea)
    assert owner.detail(idea.id).idea.look_again_on == IN_SPRING

    owner.undo()
    assert owner.detail(idea.id).idea == idea
    owner.redo()
    assert owner.detail(idea.id).idea.look_again_on == IN_SPRING


def test_the_next_decision_ends_looking_again(owner: Owner, idea: Idea) -> None:
    refuse(owner, idea)

    owner.answer(idea.id, decide(Status.PLANNED, "We will after all.", today=TODAY))
    assert owner.detail(idea.id).idea.look_again_on is None
    owner.undo()

    assert owner.detail(idea.id).idea.look_again_on == IN_SPRING


def test_a_word_in_private_moves_no_day(owner: Owner, idea: Idea) -> None:
    refuse(owner, idea)

    owner.answer(idea.id, decide(Status.NEW, "Do come by.", today=TODAY, private=True))

    assert owner.detail(idea.id).idea.look_again_on == IN_SPRING


def test_what_is_said_in_private_of_a_public_idea_moves_no_day(owner: Owner, idea: Idea) -> None:
    refuse(owner, idea)

    owner.answer(idea.id, decide(Status.PLANNED, "Just for you.", today=TODAY, private=True))

    assert owner.detail(idea.id).idea.look_again_on == IN_SPRING


def test_what_is_done_has_its_day(owner: Owner, door: CustomerDoor, idea: Idea) -> None:
    owner.answer(idea.id, decide(Status.DONE, "It stands there.", today=TODAY, done_on=YESTERDAY))

    shown = door.idea(idea.id).response
    assert shown is not None
    assert shown.done_on == YESTERDAY


def test_the_notice_carries_the_photo_of_the_answer_that_holds(owner: Owner, idea: Idea) -> None:
    photo = owner.photos.put_in(idea.id, b"a photo", width=4, height=3)
    done = decide(Status.DONE, "It stands there.", today=TODAY, photo_id=photo)

    drafted = owner.preview_notice(idea.id, done, address="")
    owner.answer(idea.id, done)
    _, made = owner.make_notice(idea.id, PaperSize.A5, address="")
    owner.answer(idea.id, decide(Status.PLANNED, "Once more.", today=TODAY))
    _, later = owner.make_notice(idea.id, PaperSize.A5, address="")

    assert (drafted.photo, made.photo, later.photo) == (b"a photo", b"a photo", b"")


@pytest.mark.parametrize(
    ("status", "part"),
    [
        (Status.PLANNED, {"reason": "No room."}),
        (Status.DONE, {"change_mind": "A wider pavement."}),
        (Status.PLANNED, {"look_again_on": IN_SPRING}),
        (Status.PLANNED, {"until": IN_SPRING}),
        (Status.CONSIDERING, {"done_on": TODAY}),
        (Status.PLANNED, {"photo_id": new_id(TUESDAY)}),
        (Status.DONE, {"photo_id": new_id(TUESDAY), "private": True}),
    ],
)
def test_what_belongs_to_another_decision_is_refused_at_its_box(status: Status, part: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match="goes with") as refusal:
        decide(status, "In spring.", today=TODAY, **part)

    assert refusal.value.field == next(iter(part))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("look_again_on", {"status": Status.DECLINED, "reason": "No room.", "look_again_on": TODAY}),
        ("change_mind", {"status": Status.DECLINED, "reason": "No room.", "change_mind": "x" * 201}),
        ("done_on", {"status": Status.DONE, "done_on": TODAY + timedelta(days=1)}),
    ],
)
def test_a_wrong_part_names_its_box(field: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        decide(**{"text": "Done.", "today": TODAY, **wrong})

    assert refusal.value.field == field


def write_back(door: CustomerDoor, wait: Wait, idea: Idea, text: str = "Thank you!") -> None:
    wait(door.reply(idea.claim_code, text, new_id(TUESDAY)))


def test_a_reply_waits_until_something_is_said_to_it(
    owner: Owner, door: CustomerDoor, wait: Wait, idea: Idea, clock: SetClock
) -> None:
    write_back(door, wait, idea, "And a second one for cats?")
    assert [reply.text for reply in owner.replying.unanswered()] == ["And a second one for cats?"]
    clock.forward(timedelta(minutes=5))

    owner.answer(idea.id, decide(Status.NEW, "Gladly.", today=TODAY, private=True))
    assert owner.replying.unanswered() == []
    owner.undo()
    assert len(owner.replying.unanswered()) == 1


def test_a_reply_that_needs_no_answer_waits_no_longer(
    owner: Owner, door: CustomerDoor, wait: Wait, idea: Idea
) -> None:
    write_back(door, wait, idea)

    owner.replying.settle(idea.id)
    assert owner.replying.unanswered() == []
    owner.undo()
    assert len(owner.replying.unanswered()) == 1
    owner.redo()
    assert owner.replying.unanswered() == []
    with pytest.raises(NotFound):
        owner.replying.settle(idea.id)


def test_replies_to_what_is_hidden_wait_for_nobody(
    owner: Owner, door: CustomerDoor, wait: Wait, idea: Idea
) -> None:
    write_back(door, wait, idea)

    owner.hide([idea.id])

    assert owner.replying.unanswered() == []


def test_a_refusal_comes_back_by_itself_on_its_day(owner: Owner, idea: Idea, clock: SetClock) -> None:
    refuse(owner, idea)
    assert owner.counts().to_answer == 0

    clock.forward(timedelta(days=120))

    assert owner.counts().to_answer == 1
    [back] = owner.inbox(InboxView.TO_ANSWER).ideas
    assert back.id == idea.id
    assert wants_answer(back, IN_SPRING)
    assert not wants_answer(back, IN_SPRING - timedelta(days=1))
