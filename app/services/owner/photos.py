"""Photos that prove what was done, until and after an answer names them. Putting one in shows it to nobody,
so there is nothing to take back; the answer that shows it is undone like any other."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import Conflict
from app.domain.ids import new_id
from app.domain.photos import Photo
from app.domain.translation import mark
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores

# A photo that was put in and never shown.
UNUSED_KEPT = timedelta(days=7)


def put_in(stores: Stores, photo: Photo, now: datetime) -> UUID:
    """Raises NotFound when the idea is gone."""
    existing(stores, photo.idea_id)
    stores.photos.add(photo, now)
    return photo.id


def refuse_foreign(stores: Stores, photo_id: UUID | None, idea_id: UUID) -> None:
    """Raises Conflict when the photo is not one of this idea's."""
    if photo_id is None:
        return
    photo = stores.photos.get(photo_id)
    if photo is None or photo.idea_id != idea_id:
        raise Conflict(mark("This photo is not here any more. Please choose it once more."))


class Photos:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def put_in(self, idea_id: UUID, content: bytes, *, width: int, height: int) -> UUID:
        """`content` is a JPEG of our own making. Raises NotFound."""
        now = self._clock.now()
        photo = Photo(id=new_id(now), idea_id=idea_id, content=content, width=width, height=height)
        return self._seam.write(partial(put_in, photo=photo, now=now))

    def get(self, photo_id: UUID) -> Photo | None:
        return self._seam.read(lambda stores: stores.photos.get(photo_id))
