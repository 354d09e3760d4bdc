"""What needs doing now, on a real database: the promise, what is new, what was written back, paper, kiosks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.decisions import Decision, decide
from app.domain.errors import NotFound
from app.domain.ideas import Idea, Status
from app.domain.notices import PaperSize
from app.domain.sheets import Ailment
from app.domain.shop import Moderation
from app.opening import OwnersShop
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from app.services.owner.today import SHOWN_OF_EACH, Overview
from tests.making import TUESDAY, SetClock, make_draft
from tests.unit.services.test_owner_kiosks import paired, refused_text

Wait = Callable[..., Any]
DONE = Decision(status=Status.DONE, text="It is done.")


def sent(door: CustomerDoor, wait: Wait, text: str = "A water bowl outside for the dogs.") -> Idea:
    idea: Idea = wait(door.submit(make_draft(text))).idea
    return idea


def texts(ideas: Any) -> list[str]:
    return [idea.text for idea in ideas]


def test_a_new_idea_waits_and_presses_on_the_day_of_the_promise(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    read, unread = sent(door, wait, "Read"), sent(door, wait, "Unread")
    owner.approve([read.id])

    new = owner.today.overview()
    assert (texts(new.pressing.ideas), texts(new.waiting.ideas)) == ([], ["Unread"])
    assert new.next_due == date(2026, 11, 22)
    assert (new.things, new.minutes) == (1, 1)

    clock.forward(timedelta(days=5))
    due = owner.today.overview()
    assert sorted(texts(due.pressing.ideas)) == ["Read", "Unread"]
    assert (due.waiting.total, due.next_due) == (0, None)
    assert (due.things, due.minutes) == (2, 8)
    owner.answer(read.id, DONE)
    owner.hide([unread.id])
    assert owner.today.overview().things == 0


def test_there_are_a_few_of_each_and_the_number_of_all(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    for number in range(SHOWN_OF_EACH + 3):
        sent(door, wait, f"Idea number {number}")

    waiting = owner.today.overview().waiting
    clock.forward(timedelta(days=9))
    pressing = owner.today.overview().pressing

    assert (len(waiting.ideas), waiting.total, waiting.more) == (SHOWN_OF_EACH, SHOWN_OF_EACH + 3, 3)
    assert (len(pressing.ideas), pressing.total, pressing.more) == (SHOWN_OF_EACH, SHOWN_OF_EACH + 3, 3)


def test_where_ideas_go_up_at_once_the_new_ones_are_told(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    owner.save_shop(replace(owner.shop(), moderation=Moderation.PUBLIC_AT_ONCE))
    sent(door, wait, "Up at once")
    owner.add_idea("Said at the till")

    fresh = owner.today.overview().fresh
    clock.forward(timedelta(days=3))

    assert texts(fresh.ideas) == ["Up at once"]
    assert owner.today.overview().fresh.total == 0


def test_who_wrote_back_waits_until_something_is_said(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = sent(door, wait)
    owner.answer(idea.id, Decision(status=Status.DECLINED, text="No.", reason="No room.", private=True))
    clock.forward(timedelta(hours=1))
    wait(door.reply(idea.claim_code, "What about the yard?", reply_id=uuid4()))

    told = owner.today.overview()
    assert texts(told.wrote_back.ideas) == [idea.text]
    assert told.replies[idea.id].text == "What about the yard?"
    clock.forward(timedelta(hours=1))
    owner.answer(idea.id, Decision(status=Status.NEW, text="Good thought.", private=True))
    assert owner.today.overview().wrote_back.total == 0
    owner.undo()
    assert owner.today.overview().wrote_back.total == 1


def test_a_trial_comes_back_on_the_day_after_its_last(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = sent(door, wait)
    until = TUESDAY.date() + timedelta(days=3)
    owner.answer(idea.id, decide(Status.TRIAL, "We try.", today=TUESDAY.date(), until=until))

    clock.forward(timedelta(days=3))
    assert owner.today.overview().trials.total == 0
    clock.forward(timedelta(days=1))
    told = owner.today.overview()

    assert [each.trial_until for each in told.trials.ideas] == [until]
    assert told.counts.to_answer == told.things == 1


def printed(owner: Owner, door: CustomerDoor, wait: Wait, size: PaperSize = PaperSize.A5) -> Idea:
    idea = sent(door, wait, f"Printed {uuid4().hex}")
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="We will."))
    owner.make_notice(idea.id, size, address="")
    return owner.detail(idea.id).idea


def ailments(told: Overview) -> list[Ailment]:
    return [sheet.reasons[0].ailment for sheet in (*told.untrue, *told.done_hanging)]


def test_a_sheet_goes_stale_when_its_answer_is_another_and_a_new_print_takes_its_place(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = printed(owner, door, wait)
    assert ailments(owner.today.overview()) == []

    owner.answer(idea.id, DONE)
    [sheet] = owner.today.overview().untrue
    assert (sheet.notice.number, sheet.reasons[0].said) == (1, Status.PLANNED)
    owner.make_notice(idea.id, PaperSize.A5, address="")

    assert ailments(owner.today.overview()) == []


def test_what_is_on_no_board_any_more_comes_down(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    hidden, unsaid = printed(owner, door, wait), printed(owner, door, wait)
    owner.hide([hidden.id])
    told = owner.today.overview()

    assert ailments(told) == [Ailment.OFF_BOARD]
    assert told.done_hanging[0].notice.idea_id == hidden.id
    assert owner.detail(unsaid.id).idea.is_public


def test_a_sheet_without_its_answer_or_its_idea_comes_down(
    owners_shop: OwnersShop, door: CustomerDoor, wait: Wait
) -> None:
    owner = owners_shop.owner
    taken_back, erased = sent(door, wait, "Taken back"), printed(owner, door, wait)
    owner.answer(taken_back.id, DONE)
    owner.make_notice(taken_back.id, PaperSize.A4, address="")
    owner.undo()
    wait(door.erase(erased.claim_code))

    assert sorted(ailments(owner.today.overview())) == [Ailment.ERASED, Ailment.OFF_BOARD]


def test_a_sheet_hangs_its_days_and_is_taken_down_for_good_unless_that_is_undone(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    idea = printed(owner, door, wait)
    clock.forward(timedelta(days=30))
    assert ailments(owner.today.overview()) == []
    clock.forward(timedelta(days=1))
    [sheet] = owner.today.overview().done_hanging
    assert sheet.reasons[0].ailment is Ailment.OVERDUE

    owner.today.take_down([sheet.notice.id])
    assert ailments(owner.today.overview()) == []
    owner.undo()
    assert ailments(owner.today.overview()) == [Ailment.OVERDUE]
    owner.redo()

    again, content = owner.make_notice(idea.id, PaperSize.A5, address="")
    assert again.number == 2
    assert content.take_down_on == again.take_down_on


def test_taking_down_what_never_hung_is_refused_and_twice_is_once(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    idea = printed(owner, door, wait)
    [notice] = owner.detail(idea.id).notices

    with pytest.raises(NotFound):
        owner.today.take_down([notice.id, uuid4()])
    assert owner.detail(idea.id).notices[0].take_down_on is not None
    owner.today.take_down([notice.id])

    assert owner.today.take_down([notice.id]).action is None


def test_the_record_counts_the_first_answer_of_each_idea_private_ones_too(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    early, late, secret, talked = (sent(door, wait, name) for name in ("early", "late", "secret", "talked"))
    clock.forward(timedelta(days=1))
    owner.answer(early.id, DONE)
    owner.answer(talked.id, Decision(status=Status.NEW, text="Which door?", private=True))
    clock.forward(timedelta(days=1))
    owner.answer(secret.id, Decision(status=Status.ALREADY, text="We do.", private=True))
    clock.forward(timedelta(days=20))
    owner.answer(late.id, DONE)
    owner.answer(early.id, DONE)

    record = owner.today.overview().record

    assert record.kept == (True, True, False)
    assert record.median_days == 2


def test_a_missed_kiosk_and_what_it_could_not_deliver_are_told(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    kiosk = paired(owner, door, wait, "By the door").kiosk
    refused_text(kiosk, door, wait)
    assert owner.today.overview().set_asides == 1
    assert owner.today.overview().missed == []

    clock.forward(timedelta(hours=3))

    assert [each.name for each in owner.today.overview().missed] == ["By the door"]
    assert owner.today.overview().counts.waiting == 0
