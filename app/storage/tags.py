"""Tags, and which ideas carry them. A merged tag's ideas count for the tag it points at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.tags import Tag
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import TagRow
from app.storage.session import Row, Session
from app.storage.values import (
    DomainValue,
    to_blob,
    to_id,
    to_milliseconds,
    to_moment,
    to_optional_milliseconds,
    to_optional_moment,
    to_stored,
)

# A merge points once: the survivor of a survivor is pointed at directly.
_ALL = """
WITH counted AS (
    SELECT coalesce(s.merged_into, s.id) AS tag_id, count(DISTINCT k.number) AS ideas
    FROM idea_tags k JOIN tags s ON s.shop_id = k.shop_id AND s.id = k.tag_id
    WHERE k.shop_id = ?1 AND k.taken_off_at IS NULL GROUP BY 1
)
SELECT t.id, t.name, t.public, t.created_at, t.merged_into, t.retired_at, coalesce(c.ideas, 0)
FROM tags t LEFT JOIN counted c ON c.tag_id = t.id WHERE t.shop_id = ?1
"""
_ONE = """
SELECT t.id, t.name, t.public, t.created_at, t.merged_into, t.retired_at, 0
FROM tags t WHERE t.shop_id = ? AND t.id = ?
"""
_OF_IDEAS = """
SELECT DISTINCT k.idea_id, t.id, t.name FROM ideas i
JOIN idea_tags k ON k.shop_id = i.shop_id AND k.idea_id = i.id
JOIN tags s ON s.shop_id = k.shop_id AND s.id = k.tag_id
JOIN tags t ON t.shop_id = s.shop_id AND t.id = coalesce(s.merged_into, s.id)
WHERE i.shop_id = ? AND i.id IN (SELECT unhex(value) FROM json_each(?))
    AND k.taken_off_at IS NULL AND t.retired_at IS NULL
"""
_PUBLIC = """
SELECT DISTINCT t.name FROM idea_tags k
JOIN tags s ON s.shop_id = k.shop_id AND s.id = k.tag_id
JOIN tags t ON t.shop_id = s.shop_id AND t.id = coalesce(s.merged_into, s.id)
WHERE k.shop_id = ? AND k.idea_id = ? AND k.taken_off_at IS NULL AND t.retired_at IS NULL AND t.public = 1
"""
_FAMILY = "SELECT id FROM tags WHERE shop_id = ?1 AND (id = ?2 OR merged_into = ?2)"
_ON_IDEA = "SELECT id, tag_id, taken_off_at FROM idea_tags WHERE shop_id = ? AND idea_id = ?"
_PUT_ON = """
INSERT INTO idea_tags (shop_id, id, idea_id, tag_id, number, taken_off_at)
SELECT shop_id, ?3, id, ?4, number, ?5 FROM ideas WHERE shop_id = ?1 AND id = ?2
"""


class TagStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Tag]:
        """Every tag with its count, retired and merged ones too, by name."""
        tags = [_tag_of(row) for row in self._session.rows(_ALL, self._session.shop)]
        return sorted(tags, key=lambda tag: (tag.name.casefold(), tag.id))

    def get(self, id: UUID) -> Tag | None:
        """Without its count."""
        row = self._session.row(_ONE, self._session.shop, id.bytes)
        return None if row is None else _tag_of(row)

    def family(self, id: UUID) -> list[UUID]:
        """The tag itself and those that were merged into it."""
        return [UUID(bytes=row[0]) for row in self._session.rows(_FAMILY, self._session.shop, id.bytes)]

    def of(self, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, ...]]:
        """The tags in use on each of those ideas, by name; ideas without one are left out."""
        asked = json.dumps([id.hex for id in ids])
        rows = self._session.rows(_OF_IDEAS, self._session.shop, asked)
        found: dict[UUID, tuple[UUID, ...]] = {}
        for idea, tag, _ in sorted(rows, key=lambda row: (row[2].casefold(), row[1])):
            idea_id = UUID(bytes=idea)
            found[idea_id] = (*found.get(idea_id, ()), UUID(bytes=tag))
        return found

    def public_names(self, idea_id: UUID) -> tuple[str, ...]:
        """What customers may read of an idea's tags."""
        rows = self._session.rows(_PUBLIC, self._session.shop, idea_id.bytes)
        return tuple(sorted((row[0] for row in rows), key=str.casefold))

    def add(self, tag: Tag) -> None:
        self._session.insert(
            TagRow,
            id=tag.id,
            name=tag.name,
            public=int(tag.public),
            merged_into=tag.merged_into,
            created_at=to_milliseconds(tag.created_at),
            retired_at=to_optional_milliseconds(tag.retired_at),
        )

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of name, public, merged_into, retired_at. Raises NotFound when there is no such tag."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "tags", id, values)
        except KeyError as gone:
            raise NotFound(mark("This tag is not here any more.")) from gone

    def put_on(self, idea_id: UUID, tag_id: UUID, now: datetime) -> list[Change]:
        """Nothing when the idea carries the tag, or one that was merged into it, already."""
        family = set(self.family(tag_id))
        rows = [row for row in self._on(idea_id) if UUID(bytes=row[1]) in family]
        if any(row[2] is None for row in rows):
            return []
        # One row for ever of each idea and tag, so it can be named by the two.
        own = uuid5(tag_id, idea_id.hex)
        if all(row[0] != own.bytes for row in rows):
            # Taken off at first, so that putting it on is a change that undo can take back.
            values = (own.bytes, to_blob(tag_id), to_milliseconds(now))
            self._session.run(_PUT_ON, self._session.shop, idea_id.bytes, *values)
        return change_columns(self._session, "idea_tags", own, {"taken_off_at": None})

    def take_off(self, idea_id: UUID, tag_id: UUID, now: datetime) -> list[Change]:
        """Nothing when the idea does not carry it."""
        family = set(self.family(tag_id))
        return [
            change
            for row in self._on(idea_id)
            if row[2] is None and UUID(bytes=row[1]) in family
            for change in change_columns(
                self._session, "idea_tags", UUID(bytes=row[0]), {"taken_off_at": to_milliseconds(now)}
            )
        ]

    def _on(self, idea_id: UUID) -> list[Row]:
        return self._session.rows(_ON_IDEA, self._session.shop, idea_id.bytes)


def _tag_of(row: Row) -> Tag:
    return Tag(
        id=UUID(bytes=row[0]),
        name=row[1],
        public=bool(row[2]),
        created_at=to_moment(row[3]),
        merged_into=to_id(row[4]),
        retired_at=to_optional_moment(row[5]),
        ideas=row[6],
    )
