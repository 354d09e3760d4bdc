"""The writing verbs of kiosks, with ids that are the same each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.domain.hours import NO_HOURS
from app.domain.ideas import Channel, Visibility
from app.domain.journal import Actor
from app.domain.kiosks import Kiosk, KioskRules, Look, PinHash, SetAside, SetAsideKind
from app.services.customer import reporting
from app.services.customer.delivering import CountedLooks, as_verb
from app.services.customer.reporting import KioskReport
from app.services.owner import kiosks, shop_keeping
from app.storage.stores import Stores
from tests.shop import MORNING, make_idea

LATER = MORNING + timedelta(hours=3)
KIOSK = Kiosk(id=UUID(int=20), name="Counter", paired_at=MORNING)
SECOND_KIOSK = Kiosk(id=UUID(int=21), name="Window", paired_at=LATER)
REFUSED = SetAside(
    id=UUID(int=22),
    kiosk_id=KIOSK.id,
    kind=SetAsideKind.IDEA,
    sentence="This claim code was given to another idea.",
    text="A bench outside",
    at=MORNING,
)
TAKEN_IN = replace(make_idea(REFUSED.text, visibility=Visibility.HIDDEN), channel=Channel.KIOSK)


def fill(stores: Stores, shown: UUID) -> None:
    """A kiosk with something of everything; it has shown that idea."""
    stores.keys.add(KIOSK.name, "kiosk hash", MORNING)
    stores.kiosks.add(KIOSK, "kiosk hash")
    stores.pairings.add("code hash", MORNING + timedelta(days=1))
    stores.set_asides.add(REFUSED)
    stores.looks.count(UUID(int=24), [Look(shown, 1500, 2)], MORNING)


def _pair(stores: Stores) -> None:
    assert stores.pairings.use("code hash", LATER)
    stores.keys.add(SECOND_KIOSK.name, "second hash", LATER)
    stores.kiosks.add(SECOND_KIOSK, "second hash")
    stores.journal.append(actor=Actor.SYSTEM, verb="pair", subject=SECOND_KIOSK.id, board=False)


def _report(stores: Stores) -> None:
    again = replace(REFUSED, id=UUID(int=25))
    told = KioskReport(version="0.1.0", outbox=3, problems=("The disk is full.",), set_aside=(again,))
    reporting.report(stores, KIOSK.id, told, LATER)


def _take_in(stores: Stores) -> None:
    stores.ideas.add(TAKEN_IN)
    changes = stores.ideas.change(TAKEN_IN.id, visibility=Visibility.WAITING)
    changes += stores.set_asides.change(REFUSED.id, dealt_at=LATER, idea_id=TAKEN_IN.id)
    stores.journal.append(
        actor=Actor.OWNER, verb="take-in", subject=TAKEN_IN.id, changes=changes, board=False
    )


def _save_shop(stores: Stores) -> None:
    rules = KioskRules(idle_seconds=90, pin=PinHash(b"salt", b"hash", 1))
    shop = replace(stores.shops.get(), name="Bakery", hours=NO_HOURS, languages=("en", "ar"), kiosk=rules)
    shop_keeping.save_shop(stores, shop)


def count_looks(shown: UUID) -> Callable[[Stores], object]:
    return as_verb(CountedLooks(id=UUID(int=23), looks=(Look(shown, 900, 1),)), LATER)


KIOSK_VERBS: dict[str, Callable[[Stores], object]] = {
    "make pairing": lambda stores: stores.pairings.add("another code", LATER),
    "pair": _pair,
    "report": _report,
    "rename kiosk": lambda stores: kiosks.rename(stores, KIOSK.id, "By the door"),
    "revoke kiosk": lambda stores: kiosks.revoke(stores, KIOSK.id, LATER),
    "take in": _take_in,
    "dismiss": lambda stores: kiosks.dismiss(stores, REFUSED.id, LATER),
    "forget old": lambda stores: kiosks.forget_old(stores, LATER + timedelta(days=200)),
    "save shop": _save_shop,
}
