"""A part of somebody's words is left out on the wall, and stays with its author."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import Conflict
from app.domain.ideas import BoardOrder, Idea, Visibility
from app.domain.shop import Moderation
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from tests.making import make_draft

Wait = Callable[..., Any]
OWN = "A water bowl. Call 0171 5550123."


@pytest.fixture
def idea(owner: Owner, door: CustomerDoor, wait: Wait) -> Idea:
    sent: Idea = wait(door.submit(make_draft(OWN, name="Amina Rahimi"))).idea
    owner.approve([sent.id])
    return owner.detail(sent.id).idea


def hanging(door: CustomerDoor) -> tuple[str, str]:
    [shown] = door.board(BoardOrder.NEW).ideas
    return shown.text, shown.name


def test_what_is_private_is_left_out_and_comes_back(owner: Owner, door: CustomerDoor, idea: Idea) -> None:
    owner.leaving_out.leave_out(idea.id, words=True)
    owner.leaving_out.leave_out(idea.id, name=True)
    assert hanging(door) == ("A water bowl. Call ….", "")
    claimed = door.claim(idea.claim_code).idea
    assert (claimed.own_text, claimed.own_name) == (OWN, "Amina Rahimi")

    owner.undo()
    assert hanging(door) == ("A water bowl. Call ….", "Amina Rahimi")
    owner.undo()
    assert owner.detail(idea.id).idea == idea
    owner.redo()
    assert hanging(door) == ("A water bowl. Call ….", "Amina Rahimi")
    owner.leaving_out.show_own_words(idea.id)
    assert hanging(door) == (OWN, "Amina Rahimi")
    owner.undo()
    assert hanging(door) == ("A water bowl. Call ….", "Amina Rahimi")


def test_words_that_were_changed_since_are_not_overwritten_by_undo(
    owner: Owner, door: CustomerDoor, wait: Wait, idea: Idea
) -> None:
    owner.leaving_out.leave_out(idea.id, words=True)
    wait(door.edit(idea.claim_code, "A water bowl.", "Amina"))

    with pytest.raises(Conflict):
        owner.undo()

    changed = owner.detail(idea.id).idea
    assert (changed.text, changed.name, changed.left_out_of) == ("A water bowl.", "Amina", None)


def test_nothing_to_leave_out_is_said(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    sent = wait(door.submit(make_draft("A water bowl.", name=""))).idea

    with pytest.raises(Conflict):
        owner.leaving_out.leave_out(sent.id, words=True, name=True)


def test_words_others_than_read_are_not_touched(
    owner: Owner, door: CustomerDoor, wait: Wait, idea: Idea
) -> None:
    wait(door.edit(idea.claim_code, "Call 0171 5550124.", "Amina"))

    with pytest.raises(Conflict):
        owner.leaving_out.leave_out(idea.id, words=True, seen={idea.id: idea.edited_at})


def test_the_journal_tells_no_words(owner: Owner, idea: Idea) -> None:
    owner.leaving_out.leave_out(idea.id, words=True, name=True)

    [entry] = owner._seam.read(lambda stores: stores.journal.last_undoable())
    assert "5550123" not in repr(entry)
    assert "Rahimi" not in repr(entry)


def test_other_words_wait_once_a_part_was_left_out_also_where_ideas_come_up_at_once(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    owner.save_shop(replace(owner.shop(), moderation=Moderation.PUBLIC_AT_ONCE))
    idea = wait(door.submit(make_draft(OWN))).idea
    owner.leaving_out.leave_out(idea.id, words=True)

    edited = wait(door.edit(idea.claim_code, f"{OWN} Please!", ""))

    assert edited.visibility is Visibility.WAITING
    assert door.board(BoardOrder.NEW).ideas == ()
