"""What is so now of everything that sheets carry: a few statements, however many sheets there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from app.domain.ideas import Status, Visibility
from app.domain.sheets import IdeaNow, PlacementNow, StormNow, storm_words
from app.storage.notices import named
from app.storage.session import Row, Session
from app.storage.values import to_id, to_moment

_IDEAS = """
SELECT i.id, i.visibility, i.status, i.response_id, i.revision_id, i.merged_into,
    substr(r.text, 1, 200), CASE WHEN i.storm_id IS NULL THEN i.votes ELSE 0 END
FROM ideas i JOIN revisions r ON r.shop_id = i.shop_id AND r.id = i.revision_id
WHERE i.shop_id = ? AND i.id IN (SELECT unhex(value) FROM json_each(?))
"""
_UNTILS = """
SELECT id, until FROM responses
WHERE shop_id = ? AND until IS NOT NULL AND id IN (SELECT unhex(value) FROM json_each(?))
"""
_GIVEN = """
SELECT id, created_at FROM responses WHERE shop_id = ? AND id IN (SELECT unhex(value) FROM json_each(?))
"""
_STORMS = """
SELECT id, chooses_at, closes_at, question, about, conclusion_id, outcome_id FROM storms
WHERE shop_id = ? AND dropped_at IS NULL AND announced_at IS NOT NULL
    AND id IN (SELECT unhex(value) FROM json_each(?))
"""
_PLACEMENTS = """
SELECT id, label, retired_at IS NOT NULL FROM placements
WHERE shop_id = ? AND id IN (SELECT unhex(value) FROM json_each(?))
"""


class SheetStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def ideas(self, ids: Iterable[UUID]) -> dict[UUID, IdeaNow]:
        """With those that they were merged into."""
        found: dict[UUID, IdeaNow] = {}
        wanted = set(ids)
        while wanted:
            fresh = {UUID(bytes=row[0]): _idea_of(row) for row in self._rows(_IDEAS, wanted)}
            found |= fresh
            wanted = {idea.merged_into for idea in fresh.values() if idea.merged_into} - found.keys()
        return found

    def untils(self, response_ids: Iterable[UUID]) -> dict[UUID, date]:
        """The last days of trials, by the answers that began them."""
        return {UUID(bytes=row[0]): date.fromisoformat(row[1]) for row in self._rows(_UNTILS, response_ids)}

    def given(self, response_ids: Iterable[UUID]) -> dict[UUID, datetime]:
        """When each of these answers was given, whether it holds or not."""
        return {UUID(bytes=row[0]): to_moment(row[1]) for row in self._rows(_GIVEN, response_ids)}

    def storms(self, ids: Iterable[UUID]) -> dict[UUID, StormNow]:
        """Those that were announced."""
        return {UUID(bytes=row[0]): _storm_of(row) for row in self._rows(_STORMS, ids)}

    def placements(self, ids: Iterable[UUID]) -> dict[UUID, PlacementNow]:
        rows = self._rows(_PLACEMENTS, ids)
        return {UUID(bytes=row[0]): PlacementNow(label=row[1], is_retired=bool(row[2])) for row in rows}

    def _rows(self, statement: str, ids: Iterable[UUID]) -> list[Row]:
        wanted = list(ids)
        return self._session.rows(statement, self._session.shop, named(wanted)) if wanted else []


def _idea_of(row: Row) -> IdeaNow:
    return IdeaNow(
        visibility=Visibility(row[1]),
        status=Status(row[2]),
        response_id=to_id(row[3]),
        revision_id=UUID(bytes=row[4]),
        merged_into=to_id(row[5]),
        text=row[6],
        votes=row[7],
    )


def _storm_of(row: Row) -> StormNow:
    return StormNow(
        chooses_at=to_moment(row[1]),
        closes_at=to_moment(row[2]),
        words=storm_words(row[3], row[4]),
        conclusion_id=to_id(row[5]),
        outcome_id=to_id(row[6]),
        question=row[3],
    )
