"""Photos, in the database: so a backup has them, and erasing an idea takes them along."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.photos import Photo
from app.storage.models import PhotoRow
from app.storage.session import Session
from app.storage.values import to_milliseconds

_GET = "SELECT idea_id, content, width, height FROM photos WHERE shop_id = ? AND id = ?"
# An answer that was taken back keeps its photo: it may be given again.
_FORGET_UNUSED = """
DELETE FROM photos WHERE shop_id = ?1 AND created_at < ?2 AND NOT EXISTS (
    SELECT 1 FROM responses p WHERE p.shop_id = photos.shop_id AND p.photo_id = photos.id)
AND NOT EXISTS (
    SELECT 1 FROM drafts d WHERE d.shop_id = photos.shop_id AND d.idea_id = photos.idea_id)
"""
_IS_SHOWN = """
SELECT 1 FROM ideas i JOIN responses p ON p.shop_id = i.shop_id AND p.id = i.response_id
WHERE i.shop_id = ? AND i.id = ? AND p.photo_id = ? AND p.shown = 1
    AND i.visibility = 'public' AND i.merged_into IS NULL
"""


class PhotoStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, photo: Photo, at: datetime) -> None:
        """Nobody sees it before an answer names it."""
        self._session.insert(
            PhotoRow,
            id=photo.id,
            idea_id=photo.idea_id,
            content=photo.content,
            width=photo.width,
            height=photo.height,
            created_at=to_milliseconds(at),
        )

    def get(self, id: UUID) -> Photo | None:
        row = self._session.row(_GET, self._session.shop, id.bytes)
        if row is None:
            return None
        return Photo(id=id, idea_id=UUID(bytes=row[0]), content=bytes(row[1]), width=row[2], height=row[3])

    def public(self, id: UUID) -> Photo | None:
        """The photo, if it belongs to the answer that hangs on the board now."""
        photo = self.get(id)
        if photo is None:
            return None
        shown = self._session.row(_IS_SHOWN, self._session.shop, photo.idea_id.bytes, id.bytes)
        return photo if shown else None

    def forget_unused_before(self, moment: datetime) -> None:
        """Those that no answer names and nobody is writing about."""
        self._session.run(_FORGET_UNUSED, self._session.shop, to_milliseconds(moment))
