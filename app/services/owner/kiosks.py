"""The shop's kiosks: pairing, naming and shutting them out, and what they could not deliver."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain import text as texts
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Channel, Idea, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.kiosks import Kiosk, PinHash, SetAside
from app.domain.pairing import VALID_FOR, PairingCode, new_pairing_code
from app.domain.translation import mark
from app.services.api_keys import hash_key
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.photos import UNUSED_KEPT
from app.services.owner.shop_keeping import save_shop
from app.services.owner.triage import existing
from app.storage.stores import Stores

# So long can be taken back what was done with something set aside.
DEALT_KEPT = timedelta(days=30)
# No kiosk holds a batch of looks back for longer.
BATCHES_KEPT = timedelta(days=90)


def new_pairing(stores: Stores, fingerprint: bytes, now: datetime) -> PairingCode:
    code = new_pairing_code(fingerprint)
    stores.pairings.add(hash_key(code.secret), now + VALID_FOR)
    stores.journal.append(actor=Actor.OWNER, verb="make-pairing", subject=stores.shops.get().id, board=False)
    return code


def rename(stores: Stores, kiosk_id: UUID, name: str) -> Done:
    changes = stores.kiosks.change(_existing(stores, kiosk_id).id, name=texts.clean_kiosk_name(name))
    return write_down(stores, "rename-kiosk", [Edit(kiosk_id, changes, board=False)])


def revoke(stores: Stores, kiosk_id: UUID, now: datetime) -> Done:
    """Its key opens nothing any more. Taken back, it does again: the kiosk never knew."""
    changes = stores.kiosks.change(_existing(stores, kiosk_id).id, revoked_at=now)
    return write_down(stores, "revoke-kiosk", [Edit(kiosk_id, changes, board=False)])


def set_pin(stores: Stores, pin: PinHash | None) -> None:
    shop = stores.shops.get()
    save_shop(stores, replace(shop, kiosk=replace(shop.kiosk, pin=pin)))


def take_in(stores: Stores, id: UUID, now: datetime) -> Idea:
    """It waits in the inbox as of the day it was pinned. Undone, it is set aside again."""
    refused = _waiting(stores, id)
    if texts.is_blank(refused.text):
        raise Conflict(mark("There are no words in it that could become an idea."))
    idea = Idea(
        id=new_id(now),
        claim_code=stores.ideas.free_claim_code(),
        text=texts.clean_idea(refused.text),
        channel=Channel.KIOSK,
        visibility=Visibility.HIDDEN,
        created_at=refused.at,
    )
    stores.ideas.add(idea)
    # As a change of its own, so that undo has something to take back: it hides the idea again.
    changes = stores.ideas.change(idea.id, visibility=Visibility.WAITING)
    changes += stores.set_asides.change(id, dealt_at=now, idea_id=idea.id)
    write_down(stores, "take-in", [Edit(idea.id, changes, board=False)])
    return existing(stores, idea.id)


def dismiss(stores: Stores, id: UUID, now: datetime) -> Done:
    changes = stores.set_asides.change(_waiting(stores, id).id, dealt_at=now)
    return write_down(stores, "dismiss", [Edit(id, changes, board=False)])


def forget_old(stores: Stores, now: datetime) -> None:
    """What nobody can need any more. No verb: nothing that anybody sees goes."""
    stores.pairings.forget_expired(now)
    stores.set_asides.forget_dealt_before(now - DEALT_KEPT)
    stores.looks.forget_batches_before(now - BATCHES_KEPT)
    stores.photos.forget_unused_before(now - UNUSED_KEPT)


def _existing(stores: Stores, kiosk_id: UUID) -> Kiosk:
    kiosk = stores.kiosks.get(kiosk_id)
    if kiosk is None or kiosk.revoked_at is not None:
        raise NotFound(mark("This kiosk is not here any more."))
    return kiosk


def _waiting(stores: Stores, id: UUID) -> SetAside:
    refused = stores.set_asides.get(id)
    if refused is None:
        raise NotFound(mark("This was dealt with already."))
    return refused
