"""What customers can do, on a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.claim_codes import spaced
from app.domain.decisions import decide
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import BoardOrder, Channel, HeldFor, Idea, Link, Status, Visibility
from app.domain.ids import new_id
from app.domain.shop import Moderation
from app.services.customer.door import CustomerDoor
from app.services.customer.following import StepKind
from app.services.owner.owner import Owner
from tests.making import TUESDAY, SetClock, make_draft

Wait = Callable[..., Any]


def pinned(door: CustomerDoor, owner: Owner, wait: Wait, text: str = "A low hook for coats.") -> Idea:
    """An idea that hangs on the board."""
    receipt = wait(door.submit(make_draft(text)))
    owner.approve([receipt.idea.id])
    return door.idea(receipt.idea.id)


def test_a_sent_idea_waits_for_the_owner_and_has_a_claim_code(door: CustomerDoor, wait: Wait) -> None:
    receipt = wait(door.submit(make_draft()))

    assert receipt.fresh
    assert receipt.idea.visibility is Visibility.WAITING
    assert receipt.due == date(2026, 11, 22)
    assert door.board(BoardOrder.NEW).ideas == ()
    assert door.claim(spaced(receipt.idea.claim_code).lower()).idea.text == receipt.idea.text


def test_the_same_idea_sent_twice_is_one_idea_with_one_code(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    draft = make_draft()

    first, second = wait(door.submit(draft)), wait(door.submit(draft))

    assert (first.fresh, second.fresh) == (True, False)
    assert first.idea.claim_code == second.idea.claim_code
    assert owner.counts().waiting == 1


def test_the_same_id_with_other_words_is_refused(door: CustomerDoor, wait: Wait) -> None:
    draft = make_draft()
    wait(door.submit(draft))

    with pytest.raises(Conflict):
        wait(door.submit(replace(draft, text="Something else.")))


def test_sending_again_after_an_edit_is_still_the_same_idea(door: CustomerDoor, wait: Wait) -> None:
    draft = make_draft()
    code = wait(door.submit(draft)).idea.claim_code
    wait(door.edit(code, "Open at seven, please.", "Amina"))

    assert not wait(door.submit(draft)).fresh


def test_an_address_is_kept_only_with_consent(door: CustomerDoor, wait: Wait) -> None:
    without = wait(door.submit(replace(make_draft(), contact="ana@example.org")))
    granted = wait(door.submit(replace(make_draft("Oat milk?"), contact="ana@example.org", consent=True)))

    assert not without.idea.has_contact
    assert door.claim(granted.idea.claim_code).idea.has_contact


def test_consent_without_an_address_is_asked_about(door: CustomerDoor, wait: Wait) -> None:
    with pytest.raises(InvalidInput) as refusal:
        wait(door.submit(replace(make_draft(), contact=" ", consent=True)))

    assert refusal.value.field == "contact"


def test_an_unknown_placement_costs_nobody_the_idea(door: CustomerDoor, wait: Wait) -> None:
    receipt = wait(door.submit(replace(make_draft(), placement_token="GONE99")))

    assert receipt.fresh
    assert receipt.idea.placement == ""


def test_a_blank_idea_names_the_box(door: CustomerDoor, wait: Wait) -> None:
    with pytest.raises(InvalidInput) as refusal:
        wait(door.submit(make_draft("\u200b \n")))

    assert refusal.value.field == "text"


def test_a_shop_may_let_ideas_up_at_once_but_not_suspicious_ones(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    owner.save_shop(replace(owner.shop(), moderation=Moderation.PUBLIC_AT_ONCE))

    plain = wait(door.submit(make_draft("Gingerbread men with funny faces again, please.")))
    twin = wait(door.submit(make_draft("Gingerbread men with funny faces, again please!")))
    trapped = wait(door.submit(replace(make_draft("Buy my pills"), held_for=HeldFor.TRAP)))

    assert plain.idea.visibility is Visibility.PUBLIC
    assert (twin.idea.visibility, twin.idea.held_for) == (Visibility.WAITING, HeldFor.TWIN)
    assert trapped.idea.visibility is Visibility.WAITING


def test_an_idea_may_build_on_a_public_one(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    root = pinned(door, owner, wait)

    built = wait(door.submit(replace(make_draft("But lower."), builds_on=root.id, link=Link.BUT))).idea
    assert door.builds_on(root.id) == []
    owner.approve([built.id])

    assert [idea.text for idea in door.builds_on(root.id)] == ["But lower."]
    assert door.idea(built.id).link is Link.BUT


def test_what_built_on_a_hidden_idea_becomes_an_idea_of_its_own(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    root = pinned(door, owner, wait)
    owner.hide([root.id])

    receipt = wait(door.submit(replace(make_draft("And a lamp."), builds_on=root.id)))

    assert receipt.idea.builds_on is None


def test_a_vote_is_one_per_visitor_and_can_be_taken_back(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    idea = pinned(door, owner, wait)

    results = [wait(door.vote(idea.id, visitor)) for visitor in ("ana", "ben", "ana")]

    assert [(result.votes, result.given) for result in results] == [(1, True), (2, True), (1, False)]
    assert door.idea(idea.id).votes == 1
    assert door.votes_of("ben", [idea.id]) == {idea.id}
    assert door.votes_of("ana", [idea.id]) == frozenset()


def test_a_vote_set_twice_counts_once(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    idea = pinned(door, owner, wait)

    results = [wait(door.set_vote(idea.id, "ana", given=True)) for _ in range(3)]

    assert {result.votes for result in results} == {1}
    assert door.idea(idea.id).votes == 1


def test_what_is_not_public_is_found_by_nobody(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    idea = pinned(door, owner, wait, "A secret shelf for swapping books.")
    owner.hide([idea.id])

    with pytest.raises(NotFound):
        door.idea(idea.id)
    with pytest.raises(NotFound):
        wait(door.vote(idea.id, "ana"))
    assert door.board(BoardOrder.NEW).ideas == ()
    assert door.board(BoardOrder.NEW, words="shelf").ideas == ()
    assert door.similar("a shelf for swapping books") == []


def test_similar_ideas_come_with_answered_ones_first(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    pinned(door, owner, wait, "Oat milk without the extra cents?")
    answered = pinned(door, owner, wait, "Is there oat milk without extra cost?")
    pinned(door, owner, wait, "The door slams each time.")
    owner.answer(answered.id, decide(Status.ALREADY, "We do, ask for it.", today=TUESDAY.date()))

    found = door.similar("oat milk without extra")

    assert found[0].id == answered.id
    assert len(found) == 2


def test_the_claim_page_tells_the_whole_story(
    door: CustomerDoor, owner: Owner, wait: Wait, clock: SetClock
) -> None:
    idea = pinned(door, owner, wait)
    clock.forward(timedelta(hours=2))
    today = TUESDAY.date()
    owner.answer(idea.id, decide(Status.PLANNED, "A table comes in January.", today=today))
    clock.forward(timedelta(minutes=5))
    owner.answer(idea.id, decide(Status.NEW, "Until then: knock at the office.", today=today, private=True))

    claim = door.claim(idea.claim_code)

    assert [answer.private for answer in claim.answers] == [False, True]
    assert claim.idea.status is Status.PLANNED
    assert [step.kind for step in claim.history] == [
        StepKind.SENT, StepKind.ON_THE_WALL, StepKind.ANSWERED, StepKind.ANSWERED_PRIVATELY,
    ]  # fmt: skip


def test_a_private_answer_never_shows_on_the_board(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    idea = pinned(door, owner, wait)

    owner.answer(
        idea.id, decide(Status.DECLINED, "No.", reason="Fire rules.", today=TUESDAY.date(), private=True)
    )

    shown = door.idea(idea.id)
    assert shown.response is None
    assert shown.status is Status.NEW


@pytest.mark.parametrize("code", ["", "7KQ", "000 000 001", "zzz", "'; DROP TABLE idea", "\ud800"])
def test_a_wrong_code_opens_nothing(door: CustomerDoor, code: str) -> None:
    with pytest.raises(NotFound):
        door.claim(code)


def test_words_can_be_changed_within_the_hour_and_are_approved_again(
    door: CustomerDoor, owner: Owner, wait: Wait, clock: SetClock
) -> None:
    idea = pinned(door, owner, wait)
    clock.forward(timedelta(minutes=59))

    edited = wait(door.edit(idea.claim_code, "A low hook for small coats.", "Priya"))

    assert (edited.text, edited.name, edited.visibility) == (
        "A low hook for small coats.", "Priya", Visibility.WAITING,
    )  # fmt: skip


def test_after_the_hour_words_stand(door: CustomerDoor, owner: Owner, wait: Wait, clock: SetClock) -> None:
    idea = pinned(door, owner, wait)
    clock.forward(timedelta(minutes=61))

    with pytest.raises(Conflict):
        wait(door.edit(idea.claim_code, "Other words.", ""))
    assert door.idea(idea.id).text == idea.text


def test_the_same_reply_sent_twice_is_one_reply(door: CustomerDoor, owner: Owner, wait: Wait) -> None:
    idea = pinned(door, owner, wait)
    reply_id = new_id(TUESDAY)

    for _ in range(2):
        wait(door.reply(idea.claim_code, "Thank you, I will.", reply_id))

    assert [reply.text for reply in owner.detail(idea.id).replies] == ["Thank you, I will."]


def test_a_reply_with_other_words_under_the_same_id_is_not_swallowed(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    idea, other = pinned(door, owner, wait), pinned(door, owner, wait, "Another.")
    reply_id = new_id(TUESDAY)
    wait(door.reply(idea.claim_code, "Thank you.", reply_id))

    with pytest.raises(Conflict):
        wait(door.reply(idea.claim_code, "And one thing more.", reply_id))
    with pytest.raises(Conflict):
        wait(door.reply(other.claim_code, "Thank you.", reply_id))


def test_a_public_idea_cannot_be_claimed_by_sending_it_again_from_elsewhere(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    idea = pinned(door, owner, wait)
    same = replace(make_draft(idea.text, name=idea.name), id=idea.id)

    assert wait(door.submit(same)).idea.claim_code == idea.claim_code
    with pytest.raises(Conflict):
        wait(door.submit(replace(same, channel=Channel.KIOSK)))
    wait(door.edit(idea.claim_code, "Edited words.", ""))
    with pytest.raises(Conflict):
        wait(door.submit(replace(same, text="Anything at all.")))


def test_saying_the_same_again_is_no_edit_and_editing_has_an_end(
    door: CustomerDoor, owner: Owner, wait: Wait
) -> None:
    idea = wait(door.submit(make_draft())).idea
    before = owner.newest_sequence()

    wait(door.edit(idea.claim_code, idea.text, idea.name))
    assert owner.newest_sequence() == before
    for number in range(20):
        wait(door.edit(idea.claim_code, f"Version {number}", ""))
    with pytest.raises(Conflict):
        wait(door.edit(idea.claim_code, "One too many", ""))


def test_an_approved_idea_waits_again_after_an_edit_also_where_ideas_come_up_at_once(
    door: CustomerDoor, owner: Owner, wait: Wait, clock: SetClock
) -> None:
    owner.save_shop(replace(owner.shop(), moderation=Moderation.PUBLIC_AT_ONCE))
    plain = wait(door.submit(make_draft("A lamp."))).idea
    held = wait(door.submit(replace(make_draft("A bench."), held_for=HeldFor.FLOOD))).idea
    clock.forward(timedelta(minutes=1))
    owner.approve([held.id])

    edited = [wait(door.edit(idea.claim_code, f"{idea.text} Please!", "")) for idea in (plain, held)]

    assert [idea.visibility for idea in edited] == [Visibility.PUBLIC, Visibility.WAITING]


def test_taken_back_means_gone_from_every_file(
    door: CustomerDoor, owner: Owner, wait: Wait, folder: Any
) -> None:
    canary = "Xylophonquarzbrombeere"
    idea = wait(
        door.submit(replace(make_draft(canary, name=canary), contact=f"{canary}@example.org", consent=True))
    ).idea
    owner.approve([idea.id])

    wait(door.erase(idea.claim_code))

    with pytest.raises(NotFound):
        door.claim(idea.claim_code)
    hits = [
        path.name
        for path in folder.root.rglob("*")
        if path.is_file() and canary.encode() in path.read_bytes()
    ]
    assert hits == []


def test_keys_are_known_by_their_hash(door: CustomerDoor, owner: Owner, folder: Any) -> None:
    key = owner.make_key("Till")

    assert door.kiosks.caller(key) is not None
    assert door.kiosks.caller(key + "x") is None
    assert all(key.encode() not in path.read_bytes() for path in folder.root.rglob("*") if path.is_file())


def test_what_speaks_of_somebody_waits_also_where_ideas_go_up_at_once(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    names = ("Frieda",)
    owner.save_shop(replace(owner.shop(), moderation=Moderation.PUBLIC_AT_ONCE, staff_names=names))

    about_staff = wait(door.submit(make_draft("Frieda never smiles."))).idea
    harmless = wait(door.submit(make_draft("More benches outside."))).idea
    edited = wait(door.edit(harmless.claim_code, "Mrs Lee sits on every bench.", ""))

    assert (about_staff.visibility, about_staff.held_for) == (Visibility.WAITING, HeldFor.STAFF)
    assert (edited.visibility, edited.held_for) == (Visibility.WAITING, HeldFor.PERSON)
    owner.keep_private([about_staff.id])
    assert owner.detail(about_staff.id).idea.held_for is None
    owner.undo()
    assert owner.detail(about_staff.id).idea.held_for is HeldFor.STAFF


def test_what_staff_write_down_is_not_held(owner: Owner) -> None:
    owner.save_shop(replace(owner.shop(), staff_names=("Frieda",)))

    idea = owner.add_idea("Frieda should open at six.")

    assert (idea.visibility, idea.held_for) == (Visibility.PUBLIC, None)
