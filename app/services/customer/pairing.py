"""Pairing a kiosk: a code that the owner carried there once becomes a key of the kiosk's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import AppError
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.kiosks import Kiosk
from app.domain.text import clean_kiosk_name
from app.domain.translation import mark
from app.services.api_keys import hash_key, new_key
from app.storage.stores import Stores


class WrongPairingCode(AppError):
    """Never given out, used, or too old: whoever asks is not told which."""


@dataclass(frozen=True, slots=True)
class Paired:
    """The kiosk and its key, which is told this once."""

    kiosk: Kiosk
    key: str


@dataclass(frozen=True, slots=True)
class Caller:
    """Who holds a key: a kiosk, or another program."""

    kiosk: Kiosk | None


def pair(stores: Stores, secret: str, name: str, now: datetime) -> Paired:
    """Use up the code and give the kiosk its key. Raises InvalidInput for the name, WrongPairingCode."""
    wanted = clean_kiosk_name(name)
    if not stores.pairings.use(hash_key(secret), now):
        raise WrongPairingCode(
            mark("This pairing code is wrong, was used already or is too old. Please make a new one.")
        )
    kiosk = Kiosk(id=new_id(now), name=_free_name(stores, wanted), paired_at=now)
    key = new_key()
    stores.keys.add(kiosk.name, hash_key(key), now)
    stores.kiosks.add(kiosk, hash_key(key))
    stores.journal.append(actor=Actor.SYSTEM, verb="pair", subject=kiosk.id, board=False)
    return Paired(kiosk, key)


def caller(stores: Stores, key: str) -> Caller | None:
    """Who holds this key; None when it was never given out, or it or its kiosk was revoked."""
    digest = hash_key(key)
    if stores.keys.by_hash(digest) is None:
        return None
    return Caller(stores.kiosks.by_key(digest))


def _free_name(stores: Stores, wanted: str) -> str:
    """Two kiosks of one name could not be told apart at the desk."""
    taken = {kiosk.name for kiosk in stores.kiosks.in_use()}
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name
