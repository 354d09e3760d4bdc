"""What the owner began to say and has not said: kept by idea, so that it survives the desk. No verb: nothing
is said yet, and there is nothing to take back."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from app.services.seams import Seam
from app.storage.stores import Stores


class Drafting:
    """Every method is one transaction. The words are the desk's own; here they are only a text."""

    def __init__(self, *, seam: Seam) -> None:
        self._seam = seam

    def all(self) -> Mapping[UUID, str]:
        return self._seam.read(lambda stores: stores.drafts.all())

    def keep(self, drafts: Mapping[UUID, str]) -> None:
        """An empty text is forgotten; nothing is kept for an idea that is gone."""

        def write(stores: Stores) -> None:
            for idea_id, content in drafts.items():
                if content:
                    stores.drafts.keep(idea_id, content)
                else:
                    stores.drafts.forget(idea_id)

        self._seam.write(write)
