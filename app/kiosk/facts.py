"""What the kiosk knows of its shop: told by the server with each change, kept for the time without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from app.domain.kiosks import PinHash
from app.domain.open_now import closing_time, is_open_at
from app.domain.promise import answer_due
from app.domain.shop import Shop


@dataclass(frozen=True, kw_only=True, slots=True)
class ShopFacts:
    """The shop as its kiosk needs it; the id of `shop` is nil, as the server does not tell it.

    `languages` are those customers may choose, none = all. The addresses are plain HTTP for phones, None
    while the server has none: an idea's page is `claim_address` with its claim code behind. `logo` is a PNG
    file, empty = the teacup.
    """

    kiosk_name: str
    shop: Shop
    phone_address: str | None = None
    claim_address: str | None = None
    logo: bytes = b""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.shop.languages

    @property
    def idle_seconds(self) -> int:
        return self.shop.kiosk.idle_seconds

    @property
    def has_motion(self) -> bool:
        return self.shop.kiosk.has_motion

    @property
    def pin(self) -> PinHash | None:
        return self.shop.kiosk.pin

    def is_open(self, now: datetime) -> bool:
        """Whether the shop's door is open at `now`."""
        return is_open_at(self.shop, now)

    def closes_at(self, now: datetime) -> time | None:
        """When the shop closes that is open at `now`; None while it is closed, or open through the night."""
        return closing_time(self.shop, now)

    def due(self, now: datetime) -> date:
        """The day by which an idea of `now` is answered."""
        return answer_due(self.shop, now)
