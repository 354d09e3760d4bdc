"""What the pages need to know of the shop, also before its server has told anything."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.shop import UNNAMED, Shop
from app.kiosk.facts import ShopFacts

_NOT_YET = Shop(id=UUID(int=0), name=UNNAMED, owner="")


class KnowsShop(Protocol):
    """The kiosk's core, or as much of it as a page was given."""

    @property
    def facts(self) -> ShopFacts | None: ...


def shop_of(core: KnowsShop) -> Shop:
    return core.facts.shop if core.facts else _NOT_YET


def logo_of(core: KnowsShop) -> bytes:
    """The PNG file of the shop's logo, empty while it wears none that we know."""
    return core.facts.logo if core.facts else b""


def phone_address(core: KnowsShop, path: str = "") -> str:
    """What a phone opens to go on where the kiosk stands; empty when phones reach nothing."""
    address = core.facts.phone_address if core.facts else None
    return f"{address.rstrip('/')}/{path}" if address else ""


def days_since(moment: datetime, now: datetime, shop: Shop) -> int:
    """In days of the shop's calendar; never less than none, whatever the clocks say."""
    return max(0, (shop.local_date(now) - shop.local_date(moment)).days)
