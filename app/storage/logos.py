"""Pictures that were chosen as the shop's logo. All are kept, so that each change can be taken back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.journal import Change
from app.domain.logos import Logo
from app.storage.columns import change_columns
from app.storage.models import LogoRow
from app.storage.session import Session
from app.storage.values import to_milliseconds

_WORN = "SELECT id FROM logos WHERE shop_id = ? AND worn = 1"
_PICTURES = "SELECT png, small, width, height FROM logos WHERE shop_id = ? AND id = ?"


class LogoStore:
    """At most one of them is worn; which one it is stands in the shop (`Shop.logo`)."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, id: UUID) -> Logo | None:
        row = self._session.row(_PICTURES, self._session.shop, id.bytes)
        return Logo(*row) if row else None

    def add(self, id: UUID, logo: Logo, now: datetime) -> None:
        """Keep it, not worn yet."""
        self._session.execute(
            LogoRow.insert(
                shop_id=self._session.shop_id,
                id=id,
                png=logo.png,
                small=logo.small,
                width=logo.width,
                height=logo.height,
                worn=0,
                added_at=to_milliseconds(now),
            )
        )

    def wear(self, id: UUID | None) -> list[Change]:
        """Take off what is worn, put `id` on, and tell it; None = wear none."""
        changes: list[Change] = []
        for row in self._session.rows(_WORN, self._session.shop):
            if row[0] != (id and id.bytes):
                changes += change_columns(self._session, "logos", UUID(bytes=row[0]), {"worn": 0})
        if id is not None:
            changes += change_columns(self._session, "logos", id, {"worn": 1})
        return changes
