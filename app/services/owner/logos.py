"""The shop's logo: chosen, shown, taken away."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.ids import new_id
from app.domain.logos import Logo
from app.services.owner.done import Done, Edit, write_down
from app.services.seams import Seam
from app.storage.stores import Stores


class Logos:
    """Every method is one transaction; `Owner.logos`."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def picture(self, id: UUID) -> Logo | None:
        """The picture that the shop names as its `logo`."""
        return self._seam.read(lambda stores: stores.logos.get(id))

    def worn(self) -> bytes:
        """As `worn`."""
        return self._seam.read(worn)

    def choose(self, logo: Logo) -> Done:
        return self._seam.write(partial(choose, logo=logo, now=self._clock.now()))

    def remove(self) -> Done:
        """The teacup stands in its place again."""
        return self._seam.write(remove)


def worn(stores: Stores) -> bytes:
    """The PNG file of the picture that the shop wears now, empty when it wears none."""
    id = stores.shops.get().logo
    logo = stores.logos.get(id) if id else None
    return logo.png if logo else b""


def choose(stores: Stores, logo: Logo, now: datetime) -> Done:
    id = new_id(now)
    stores.logos.add(id, logo, now)
    return _wear(stores, "choose-logo", id)


def remove(stores: Stores) -> Done:
    return _wear(stores, "remove-logo", None)


def _wear(stores: Stores, verb: str, id: UUID | None) -> Done:
    shop = stores.shops.get().id
    return write_down(stores, verb, [Edit(shop, stores.logos.wear(id), board=True)])
