"""The shop's own words and keys."""

from __future__ import annotations

from datetime import datetime

from app.domain.errors import InvalidInput
from app.domain.journal import Actor
from app.domain.shop import Shop
from app.domain.shop_rules import clean_shop
from app.domain.text import clean_label, clean_line
from app.domain.translation import mark
from app.services.api_keys import hash_key, new_key
from app.storage.stores import Stores

NAMELESS_KEY = mark("Please say what the key is for.")


def save_shop(stores: Stores, shop: Shop) -> None:
    """Raises InvalidInput on the first field that cannot be taken, as `clean_shop` does."""
    changes = stores.shops.save(clean_shop(shop))
    if changes:
        stores.journal.append(
            actor=Actor.OWNER, verb="save-shop", subject=shop.id, changes=changes, board=True
        )


def make_key(stores: Stores, name: str, now: datetime) -> str:
    """Raises InvalidInput for a blank or long name."""
    if not clean_line(name):
        raise InvalidInput("name", NAMELESS_KEY)
    key = new_key()
    stores.keys.add(clean_label(name), hash_key(key), now)
    stores.journal.append(actor=Actor.OWNER, verb="make-key", subject=stores.shops.get().id, board=False)
    return key
