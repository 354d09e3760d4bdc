"""The shop's own words and keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.errors import InvalidInput
from app.domain.journal import Actor
from app.domain.shop import Shop
from app.domain.text import clean_label, clean_name
from app.domain.translation import mark
from app.services.api_keys import hash_key, new_key
from app.storage.stores import Stores


def save_shop(stores: Stores, shop: Shop) -> None:
    """Raises InvalidInput on `name` when the shop has none."""
    name = clean_name(shop.name)
    if not name:
        raise InvalidInput("name", mark("Please give the shop a name."))
    changes = stores.shops.save(replace(shop, name=name, owner=clean_name(shop.owner)))
    if changes:
        stores.journal.append(
            actor=Actor.OWNER, verb="save-shop", subject=shop.id, changes=changes, board=True
        )


def make_key(stores: Stores, name: str, now: datetime) -> str:
    """Raises InvalidInput for a blank or long name."""
    key = new_key()
    stores.keys.add(clean_label(name), hash_key(key), now)
    stores.journal.append(actor=Actor.OWNER, verb="make-key", subject=stores.shops.get().id, board=False)
    return key
