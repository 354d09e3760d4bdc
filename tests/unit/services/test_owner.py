"""The owner's verbs, on a real database: each does its one thing, and undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from app.domain.decisions import decide
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import BoardOrder, Channel, Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.notices import PaperSize
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]
TODAY = TUESDAY.date()


def sent(door: CustomerDoor, wait: Wait, text: str = "A water bowl outside for the dogs.") -> Idea:
    idea: Idea = wait(door.submit(make_draft(text))).idea
    return idea


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("approve", Visibility.PUBLIC), ("hide", Visibility.HIDDEN), ("keep_private", Visibility.PRIVATE)],
)
def test_triage_sets_who_may_see_an_idea_and_undo_takes_it_back(
    owner: Owner, door: CustomerDoor, wait: Wait, verb: str, expected: Visibility
) -> None:
    idea = sent(door, wait)

    getattr(owner, verb)([idea.id])
    assert owner.detail(idea.id).idea.visibility is expected
    owner.undo()
    assert owner.detail(idea.id).idea == idea
    owner.redo()
    assert owner.detail(idea.id).idea.visibility is expected


def test_many_at_once_are_one_action_for_undo(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    ids = [sent(door, wait, f"Idea number {number}").id for number in range(10)]

    done = owner.approve(ids)
    assert owner.counts().to_answer == 10
    owner.undo()

    assert done.ideas == tuple(ids)
    assert (owner.counts().waiting, owner.counts().to_answer) == (10, 0)


def test_when_one_of_many_is_gone_nothing_is_done(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    idea = sent(door, wait)

    with pytest.raises(NotFound):
        owner.approve([idea.id, uuid4()])

    assert owner.counts().waiting == 1


def test_approving_twice_is_nothing_to_undo_twice(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    idea = sent(door, wait)
    owner.approve([idea.id])

    assert owner.approve([idea.id]).action is None
    owner.undo()

    assert owner.detail(idea.id).idea.visibility is Visibility.WAITING


def test_an_answer_carries_its_decision_to_the_board(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    idea = sent(door, wait)
    owner.approve([idea.id])

    owner.answer(idea.id, decide(Status.DONE, "The bowl stands by the door.", today=TODAY))

    shown = door.board(BoardOrder.ANSWERED).ideas[0]
    assert shown.status is Status.DONE
    assert shown.response is not None
    assert (shown.response.text, shown.response.signed) == ("The bowl stands by the door.", "Marta")


def test_a_public_answer_puts_a_waiting_idea_up(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    idea = sent(door, wait)

    owner.answer(idea.id, decide(Status.PLANNED, "In spring.", today=TODAY))
    assert door.idea(idea.id).status is Status.PLANNED
    owner.undo()

    assert owner.detail(idea.id).idea == idea
    assert owner.detail(idea.id).answers == ()


def test_a_second_answer_supersedes_the_first_and_undo_brings_it_back(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = sent(door, wait)
    owner.answer(idea.id, decide(Status.CONSIDERING, "We ask the baker.", today=TODAY))
    clock.forward(timedelta(days=1))
    owner.answer(idea.id, decide(Status.DONE, "It is there.", today=TODAY))
    assert [answer.text for answer in owner.answers(idea.id)] == ["We ask the baker.", "It is there."]

    owner.undo()

    shown = door.idea(idea.id)
    assert shown.response is not None
    assert (shown.status, shown.response.text) == (Status.CONSIDERING, "We ask the baker.")


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("status", {"status": Status.NEW}),
        ("text", {"text": " \u200b"}),
        ("reason", {"status": Status.DECLINED}),
        ("until", {"status": Status.TRIAL}),
        ("until", {"status": Status.TRIAL, "until": TODAY}),
        ("text", {"text": "x" * 601}),
    ],
)
def test_an_incomplete_decision_names_the_box(field: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        decide(**{"status": Status.DONE, "text": "Done.", "today": TODAY, **wrong})

    assert refusal.value.field == field


def test_undo_goes_back_in_reverse_order_and_redo_forward_again(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)
    owner.approve([idea.id])
    owner.answer(idea.id, decide(Status.DONE, "Done.", today=TODAY))

    assert [owner.undo().verb, owner.undo().verb] == ["answer", "approve"]
    assert owner.detail(idea.id).idea == idea
    assert (owner.undo_verb(), owner.redo_verb()) == ("save-shop", "approve")
    assert [owner.redo().verb, owner.redo().verb] == ["approve", "answer"]
    assert door.idea(idea.id).status is Status.DONE
    assert owner.redo_verb() is None


def test_a_new_verb_ends_what_could_be_redone(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    one, other = sent(door, wait, "One"), sent(door, wait, "Other")
    owner.approve([one.id])
    owner.undo()
    owner.hide([other.id])

    with pytest.raises(NotFound):
        owner.redo()


def test_undo_is_refused_when_a_customers_change_stands_on_it(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)
    owner.approve([idea.id])
    wait(door.edit(idea.claim_code, "Two water bowls.", "Jo"))

    with pytest.raises(Conflict):
        owner.undo()
    assert owner.detail(idea.id).idea.visibility is Visibility.WAITING


def test_what_somebody_said_is_on_the_board_at_once_and_undo_hides_it(
    owner: Owner, door: CustomerDoor
) -> None:
    idea = owner.add_idea("A bench outside.", name="Mrs Novak", channel=Channel.TELEPHONE)
    assert door.idea(idea.id).channel is Channel.TELEPHONE

    owner.undo()

    assert owner.detail(idea.id).idea.visibility is Visibility.HIDDEN


def test_the_desk_learns_what_changed(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    before = owner.newest_sequence()
    idea = sent(door, wait)
    seen = owner.changes_since(before)
    owner.approve([idea.id])

    assert (seen.ideas, seen.board) == (frozenset({idea.id}), False)
    assert owner.changes_since(seen.sequence).board
    assert owner.changes_since(owner.newest_sequence()).ideas == frozenset()


def test_a_notice_gets_the_next_number_and_says_what_holds(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)
    owner.answer(
        idea.id, decide(Status.TRIAL, "Let us try it.", until=TODAY + timedelta(days=30), today=TODAY)
    )
    wait(door.vote(idea.id, "ana"))

    first, content = owner.make_notice(idea.id, PaperSize.A5, address="http://192.168.1.5:8765/")
    second, _ = owner.make_notice(idea.id, PaperSize.A4, address="")

    assert (first.number, second.number) == (1, 2)
    assert (content.number, content.others, content.signed) == (1, 1, "Marta")
    assert content.address == f"http://192.168.1.5:8765/i/{idea.id.hex}?n=1"
    assert content.take_down_on == date(2026, 12, 17)


def test_the_same_answer_on_the_same_paper_keeps_its_number_and_day(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = sent(door, wait)
    owner.answer(idea.id, decide(Status.DONE, "Done.", today=TODAY))
    first, content = owner.make_notice(idea.id, PaperSize.A5, address="")
    clock.forward(timedelta(days=3))

    again, same = owner.make_notice(idea.id, PaperSize.A5, address="")
    owner.answer(idea.id, decide(Status.DONE, "Done, and painted.", today=TODAY))
    new, _ = owner.make_notice(idea.id, PaperSize.A5, address="")

    assert again == first
    assert same.take_down_on == content.take_down_on
    assert new.number == 2


def test_a_sheet_whose_day_is_over_is_printed_as_a_new_one(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = sent(door, wait)
    last_day = TODAY + timedelta(days=5)
    owner.answer(idea.id, decide(Status.TRIAL, "Let us try it.", until=last_day, today=TODAY))
    owner.make_notice(idea.id, PaperSize.A5, address="")
    clock.forward(timedelta(days=6))

    notice, content = owner.make_notice(idea.id, PaperSize.A5, address="")

    assert notice.number == 2
    assert content.printed_on == last_day + timedelta(days=1)
    assert content.take_down_on == content.printed_on + timedelta(days=30)


def test_what_was_decided_in_private_does_not_show_when_the_idea_comes_up(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)
    owner.answer(idea.id, decide(Status.DECLINED, "No.", reason="Fire rules.", today=TODAY, private=True))
    assert owner.detail(idea.id).idea.status is Status.DECLINED

    owner.approve([idea.id])

    assert door.idea(idea.id).status is Status.NEW
    assert door.board(BoardOrder.ANSWERED).ideas == ()
    owner.undo()
    assert owner.detail(idea.id).idea.status is Status.DECLINED


def test_a_public_answer_holds_whatever_was_said_in_private_since(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)
    owner.answer(idea.id, decide(Status.PLANNED, "In spring.", today=TODAY))
    owner.keep_private([idea.id])
    owner.answer(idea.id, decide(Status.DECLINED, "Not you.", reason="Well.", today=TODAY, private=True))

    owner.approve([idea.id])

    assert door.idea(idea.id).status is Status.PLANNED


@pytest.mark.parametrize("verb", ["keep_private", "hide"])
def test_what_is_not_for_the_wall_takes_no_public_answer(
    owner: Owner, door: CustomerDoor, wait: Wait, verb: str
) -> None:
    idea = sent(door, wait)
    getattr(owner, verb)([idea.id])

    with pytest.raises(Conflict):
        owner.answer(idea.id, decide(Status.DONE, "Done.", today=TODAY))

    assert owner.answers(idea.id) == []


@pytest.mark.parametrize("verb", ["approve", "answer"])
def test_words_that_nobody_has_read_do_not_come_up(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock, verb: str
) -> None:
    idea = sent(door, wait)
    seen = {idea.id: idea.edited_at}
    clock.forward(timedelta(minutes=1))
    wait(door.edit(idea.claim_code, "Cheap watches!", "Rick"))
    decision = decide(Status.DONE, "Done.", today=TODAY)
    act = partial(owner.approve, [idea.id]) if verb == "approve" else partial(owner.answer, idea.id, decision)

    with pytest.raises(Conflict):
        act(seen=seen)
    assert owner.detail(idea.id).idea.visibility is Visibility.WAITING
    act(seen={idea.id: owner.detail(idea.id).idea.edited_at})

    assert owner.detail(idea.id).idea.visibility is Visibility.PUBLIC


@pytest.mark.parametrize("path", ["undo a hide", "redo an approval"])
def test_taking_back_never_brings_unread_words_up(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock, path: str
) -> None:
    idea = sent(door, wait)
    owner.approve([idea.id])
    if path == "undo a hide":
        owner.hide([idea.id])
    else:
        owner.undo()
    clock.forward(timedelta(minutes=1))
    wait(door.edit(idea.claim_code, "Cheap watches!", "Rick"))

    with pytest.raises(Conflict):
        _ = owner.undo() if path == "undo a hide" else owner.redo()

    assert owner.detail(idea.id).idea.visibility is not Visibility.PUBLIC


def test_what_cannot_be_taken_back_does_not_bar_the_way_to_what_came_before(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    first, second = sent(door, wait, "First"), sent(door, wait, "Second")
    owner.approve([first.id])
    owner.approve([second.id])
    wait(door.erase(second.claim_code))

    with pytest.raises(Conflict):
        owner.undo()
    taken_back = owner.undo()

    assert taken_back.ideas == (first.id,)
    assert owner.redo().ideas == (first.id,)


def test_a_new_place_can_be_taken_back(owner: Owner) -> None:
    place = owner.add_placement("Window")

    owner.undo()

    assert owner.placements() == []
    assert owner.placement_for("Window").id != place.id


def test_while_no_name_is_known_the_shop_signs(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    owner.save_shop(replace(owner.shop(), owner=""))
    idea = sent(door, wait)

    owner.answer(idea.id, decide(Status.DONE, "Done.", today=TODAY))

    assert owner.answers(idea.id)[0].signed == "Linden Street Bakery"


def test_a_preview_shows_the_draft_and_uses_up_no_number(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)

    draft = decide(Status.PLANNED, "In spring.", today=TODAY)
    content = owner.preview_notice(idea.id, draft, address="")

    assert (content.answer, content.number, content.address) == ("In spring.", None, "")
    assert owner.detail(idea.id).notices == ()


def test_what_is_unanswered_or_not_public_is_not_printed(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = sent(door, wait)

    with pytest.raises(Conflict):
        owner.make_notice(idea.id, PaperSize.A4, address="")


def test_a_place_has_one_code(owner: Owner, door: CustomerDoor) -> None:
    counter = owner.add_placement("  Counter ")

    assert door.placement(counter.token) == counter
    assert owner.placement_for("counter") == counter
    with pytest.raises(Conflict):
        owner.add_placement("COUNTER")


def test_the_inbox_sorts_what_asks_for_something(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    old, new = sent(door, wait, "Old"), None
    clock.forward(timedelta(days=1))
    new = sent(door, wait, "New")
    owner.approve([old.id, new.id])

    to_answer = owner.inbox(InboxView.TO_ANSWER).ideas
    everything = owner.inbox(InboxView.ALL).ideas

    assert [idea.text for idea in to_answer] == ["Old", "New"]
    assert [idea.text for idea in everything] == ["New", "Old"]
    assert [idea.text for idea in owner.inbox(InboxView.ALL, words="ol").ideas] == ["Old"]


def test_a_shop_needs_a_name(owner: Owner) -> None:
    with pytest.raises(InvalidInput):
        owner.save_shop(replace(owner.shop(), name="  "))
