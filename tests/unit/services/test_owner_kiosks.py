"""The owner's side of kiosks: codes, names, the PIN, and what could not be delivered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.errors import AppError, Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Visibility
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.kiosks import Kiosk, Look, SetAside, SetAsideKind, pin_matches
from app.domain.pairing import VALID_FOR
from app.opening import OwnersShop
from app.services.customer.delivering import CountedLooks
from app.services.customer.door import CustomerDoor
from app.services.customer.pairing import Paired
from app.services.customer.reporting import KioskReport
from app.services.owner.keeping import go_back
from app.services.owner.owner import Owner
from tests.making import SetClock

Wait = Callable[..., Any]
FINGERPRINT = bytes(range(32))


def paired(owner: Owner, door: CustomerDoor, wait: Wait, name: str = "Counter") -> Paired:
    made: Paired = wait(door.kiosks.pair(owner.new_pairing(FINGERPRINT).secret, name))
    return made


def refused_text(
    kiosk: Kiosk, door: CustomerDoor, wait: Wait, text: str = "A bench outside", kind: str = "idea"
) -> UUID:
    """Something that this kiosk reports as set aside."""
    told = SetAside(
        id=uuid4(), kiosk_id=kiosk.id, kind=SetAsideKind(kind), sentence="Refused.", text=text, at=kiosk.paired_at
    )  # fmt: skip
    wait(door.kiosks.report(kiosk, KioskReport(version="1", outbox=0, set_aside=(told,))))
    return told.id


def test_a_code_pairs_a_kiosk_that_the_desk_then_lists(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    code = owner.new_pairing(FINGERPRINT)

    made = wait(door.kiosks.pair(code.secret, "Counter"))

    assert code.is_of(FINGERPRINT)
    assert owner.kiosks() == [made.kiosk]
    caller = door.kiosks.caller(made.key)
    assert caller is not None
    assert caller.kiosk == made.kiosk


def test_a_code_lasts_as_long_as_it_says(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    code = owner.new_pairing(FINGERPRINT)
    clock.forward(VALID_FOR)

    with pytest.raises(AppError, match="too old"):
        wait(door.kiosks.pair(code.secret, "Counter"))


def test_a_revoked_kiosk_is_listed_no_more_and_comes_back_by_undo(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    made = paired(owner, door, wait)

    owner.revoke_kiosk(made.kiosk.id)
    assert (owner.kiosks(), door.kiosks.caller(made.key)) == ([], None)
    with pytest.raises(NotFound):
        owner.revoke_kiosk(made.kiosk.id)
    assert owner.undo().verb == "revoke-kiosk"

    assert owner.kiosks() == [made.kiosk]
    assert door.kiosks.caller(made.key) is not None


def test_a_kiosk_is_renamed_and_named_back(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    made = paired(owner, door, wait)

    owner.rename_kiosk(made.kiosk.id, " By the  door ")
    assert [kiosk.name for kiosk in owner.kiosks()] == ["By the door"]
    owner.undo()

    assert [kiosk.name for kiosk in owner.kiosks()] == ["Counter"]
    with pytest.raises(InvalidInput):
        owner.rename_kiosk(made.kiosk.id, " ")
    with pytest.raises(NotFound):
        owner.rename_kiosk(uuid4(), "Window")


def test_a_restored_backup_lets_no_revoked_kiosk_in(
    owners_shop: OwnersShop, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    owner = owners_shop.owner
    made = paired(owner, door, wait)
    before = owners_shop.keeper.backup()
    clock.forward(timedelta(minutes=1))
    owner.revoke_kiosk(made.kiosk.id)

    go_back(owners_shop.folder, before.path, clock)

    assert door.kiosks.caller(made.key) is None
    assert owner.kiosks() == []


def test_the_pin_is_set_changed_by_undo_and_taken_away(owner: Owner) -> None:
    owner.set_kiosk_pin("4711")
    pin = owner.shop().kiosk.pin
    assert pin is not None
    assert pin_matches("4711", pin)

    owner.set_kiosk_pin(None)
    assert owner.shop().kiosk.pin is None
    owner.undo()
    assert owner.shop().kiosk.pin == pin


def test_a_pin_that_is_none_changes_nothing(owner: Owner) -> None:
    with pytest.raises(InvalidInput):
        owner.set_kiosk_pin("12")

    assert owner.shop().kiosk.pin is None


def test_what_was_set_aside_becomes_an_idea_in_the_inbox(
    owner: Owner, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    kiosk = paired(owner, door, wait).kiosk
    refused = refused_text(kiosk, door, wait)
    clock.forward(timedelta(hours=3))

    idea = owner.take_set_aside_in(refused)

    assert owner.set_asides() == []
    assert (idea.text, idea.channel, idea.visibility) == (
        "A bench outside",
        Channel.KIOSK,
        Visibility.WAITING,
    )
    assert idea.created_at == kiosk.paired_at
    assert owner.inbox(InboxView.WAITING).ideas == (idea,)
    with pytest.raises(NotFound):
        owner.take_set_aside_in(refused)


def test_taking_in_is_taken_back(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    refused = refused_text(paired(owner, door, wait).kiosk, door, wait)
    owner.take_set_aside_in(refused)

    owner.undo()

    assert [each.id for each in owner.set_asides()] == [refused]
    assert owner.counts().waiting == 0
    owner.redo()
    assert owner.set_asides() == []


def test_what_was_set_aside_is_dismissed_and_comes_back_by_undo(
    owner: Owner, door: CustomerDoor, wait: Wait
) -> None:
    refused = refused_text(paired(owner, door, wait).kiosk, door, wait)

    owner.dismiss_set_aside(refused)
    assert owner.set_asides() == []
    with pytest.raises(NotFound):
        owner.dismiss_set_aside(refused)
    owner.undo()

    assert [each.text for each in owner.set_asides()] == ["A bench outside"]


def test_what_has_no_words_becomes_no_idea(owner: Owner, door: CustomerDoor, wait: Wait) -> None:
    kiosk = paired(owner, door, wait).kiosk
    vote = refused_text(kiosk, door, wait, text="", kind="vote")
    too_long = refused_text(kiosk, door, wait, text="x" * 600)

    with pytest.raises(Conflict):
        owner.take_set_aside_in(vote)
    with pytest.raises(InvalidInput):
        owner.take_set_aside_in(too_long)

    assert len(owner.set_asides()) == 2


def test_erasing_what_was_taken_in_erases_what_was_set_aside(
    owners_shop: OwnersShop, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    owner = owners_shop.owner
    kiosk = paired(owner, door, wait).kiosk
    refused = refused_text(kiosk, door, wait, text="Canary words")
    idea = owner.take_set_aside_in(refused)
    looks = CountedLooks(id=new_id(clock.now()), looks=(Look(idea.id, 100, 1),))
    wait(door.kiosks.deliver([looks]))

    wait(door.erase(idea.claim_code))

    with pytest.raises(Conflict):
        owner.undo()
    assert owner.set_asides() == []
    for file in owners_shop.folder.root.iterdir():
        assert b"Canary" not in file.read_bytes(), file


def test_old_leftovers_of_kiosks_go(
    owners_shop: OwnersShop, door: CustomerDoor, wait: Wait, clock: SetClock
) -> None:
    owner, kiosk = owners_shop.owner, paired(owners_shop.owner, door, wait).kiosk
    dealt, kept = (refused_text(kiosk, door, wait, text) for text in ("Dealt with", "Kept"))
    owner.dismiss_set_aside(dealt)
    batch = CountedLooks(id=new_id(clock.now()), looks=())
    wait(door.kiosks.deliver([batch]))
    code = owner.new_pairing(FINGERPRINT)

    owners_shop.keeper.forget_old()
    assert wait(door.kiosks.deliver([batch])) == [False]
    clock.forward(timedelta(days=91))
    owners_shop.keeper.forget_old()

    assert [each.id for each in owner.set_asides()] == [kept]
    assert wait(door.kiosks.deliver([batch])) == [True]
    with pytest.raises(AppError):
        wait(door.kiosks.pair(code.secret, "Late"))
