"""Notices as they were made, numbered by the shop without a gap, and what each carries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import Status
from app.domain.journal import Change
from app.domain.notices import (
    Carried,
    Design,
    Notice,
    PaperSize,
    PlacementShown,
    SheetKind,
    Shown,
    StormShown,
    fingerprint,
)
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import CarriedRow, NoticeRow
from app.storage.session import Row, Session
from app.storage.values import (
    DomainValue,
    to_day,
    to_id,
    to_milliseconds,
    to_moment,
    to_optional_milliseconds,
    to_optional_moment,
    to_stored,
)

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM notices WHERE shop_id = ?"
_NOTICES = """
SELECT n.id, n.number, n.kind, n.size, n.design, n.made_at, n.take_down_on, n.down_at, n.down_by,
    n.replaced_by, n.shop_name, n.shop_colour, n.address, n.storm_id, n.chooses_at, n.closes_at,
    n.storm_words, n.conclusion_id, n.outcome_id, n.placement_id, n.placement_label
FROM notices n WHERE n.shop_id = ?
"""
_THESE = "IN (SELECT unhex(value) FROM json_each(?))"
_NEWEST_FIRST = "ORDER BY n.number DESC"
_CARRYING = """EXISTS (SELECT 1 FROM carried c
    WHERE c.shop_id = n.shop_id AND c.notice_id = n.id AND c.idea_id = ?)"""
_ALL = f"{_NOTICES} {_NEWEST_FIRST}"
_OF = f"{_NOTICES} AND {_CARRYING} {_NEWEST_FIRST}"
_BY_NUMBER = f"{_NOTICES} AND n.number = ?"
_HANGING = f"{_NOTICES} AND n.down_at IS NULL ORDER BY n.number"
_SEVERAL = f"{_NOTICES} AND n.id {_THESE} ORDER BY n.number"
_SAME = f"{_NOTICES} AND n.fingerprint = ? AND n.down_at IS NULL {_NEWEST_FIRST}"
_REPLACED_BY = f"{_NOTICES} AND n.replaced_by = ? ORDER BY n.number"
_OF_STORM = f"{_NOTICES} AND n.storm_id = ? {_NEWEST_FIRST}"
_OF_PLACEMENT = f"{_NOTICES} AND n.placement_id = ? {_NEWEST_FIRST}"
_CARRIED = """
SELECT notice_id, idea_id, response_id, revision_id, said FROM carried
WHERE shop_id = ? AND notice_id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY notice_id, place
"""
_NUMBERS = """
SELECT id, number, down_at IS NULL FROM notices WHERE shop_id = ? ORDER BY down_at IS NOT NULL, number DESC
"""
_ABOUT = """
SELECT notice_id FROM carried WHERE shop_id = ?1 AND idea_id IN (SELECT unhex(value) FROM json_each(?2))
UNION SELECT id FROM notices WHERE shop_id = ?1 AND storm_id IN (SELECT unhex(value) FROM json_each(?3))
UNION SELECT id FROM notices WHERE shop_id = ?1 AND placement_id IN (SELECT unhex(value) FROM json_each(?4))
"""
_TOLD_BEFORE = """
SELECT DISTINCT c.response_id FROM carried c JOIN notices n ON n.shop_id = c.shop_id AND n.id = c.notice_id
WHERE c.shop_id = ? AND n.kind = 'answer' AND c.response_id IN (SELECT unhex(value) FROM json_each(?))
"""
_GONE = mark("There is no such sheet any more.")


@dataclass(frozen=True, slots=True)
class Numbered:
    """As much of a sheet as it takes to turn pages."""

    id: UUID
    number: int
    hangs: bool


class NoticeStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, notice: Notice) -> Notice:
        """Under the shop's next number, whatever it has."""
        notice = replace(notice, number=self._session.number(_NEXT, self._session.shop))
        shown = notice.shown
        self._session.insert(
            NoticeRow,
            id=notice.id,
            number=notice.number,
            kind=str(notice.kind),
            size=str(notice.size),
            design=str(notice.design),
            made_at=to_milliseconds(notice.made_at),
            take_down_on=notice.take_down_on.isoformat() if notice.take_down_on else None,
            down_at=to_optional_milliseconds(notice.down_at),
            down_by=notice.down_by,
            replaced_by=notice.replaced_by,
            fingerprint=fingerprint(notice),
            shop_name=shown.shop_name,
            shop_colour=shown.shop_colour,
            address=shown.address,
            **_storm_columns(shown.storm),
            placement_id=shown.placement.placement_id if shown.placement else None,
            placement_label=shown.placement.label if shown.placement else "",
        )
        self._add_carried(notice)
        return notice

    def _add_carried(self, notice: Notice) -> None:
        for place, carried in enumerate(notice.shown.carries):
            self._session.insert(
                CarriedRow,
                notice_id=notice.id,
                place=place,
                idea_id=carried.idea_id,
                response_id=carried.response_id,
                revision_id=carried.revision_id,
                said=str(carried.said),
            )

    def of(self, idea_id: UUID) -> list[Notice]:
        """All that carry this idea, newest first; also the sheets of a storm that quote it."""
        return self._read(_OF, idea_id.bytes)

    def of_storm(self, storm_id: UUID) -> list[Notice]:
        """Newest first."""
        return self._read(_OF_STORM, storm_id.bytes)

    def of_placement(self, placement_id: UUID) -> list[Notice]:
        """Newest first."""
        return self._read(_OF_PLACEMENT, placement_id.bytes)

    def replaced_by(self, id: UUID) -> list[Notice]:
        """The sheets that this one took the place of, by number."""
        return self._read(_REPLACED_BY, id.bytes)

    def by_number(self, number: int) -> Notice | None:
        return next(iter(self._read(_BY_NUMBER, number)), None)

    def several(self, ids: Iterable[UUID]) -> list[Notice]:
        """Those of `ids` that exist, by number."""
        return self._read(_SEVERAL, named(ids))

    def existing(self, ids: Sequence[UUID]) -> list[Notice]:
        """All of `ids` in their order. Raises NotFound when one never was."""
        known = {notice.id: notice for notice in self.several(ids)}
        if not known.keys() >= set(ids):
            raise NotFound(_GONE)
        return [known[id_] for id_ in dict.fromkeys(ids)]

    def hanging(self) -> list[Notice]:
        """What nobody has taken down, by number."""
        return self._read(_HANGING)

    def same_as(self, notice: Notice) -> list[Notice]:
        """Hanging ones that show the same on the same paper, newest first."""
        return self._read(_SAME, fingerprint(notice))

    def numbers(self) -> list[Numbered]:
        """Every sheet there ever was: hanging ones first, then the newest."""
        rows = self._session.rows(_NUMBERS, self._session.shop)
        return [Numbered(UUID(bytes=row[0]), row[1], bool(row[2])) for row in rows]

    def about(self, ideas: Iterable[UUID], storms: Iterable[UUID], placements: Iterable[UUID]) -> list[UUID]:
        """The sheets that carry any of these."""
        asked = (named(ideas), named(storms), named(placements))
        return [UUID(bytes=row[0]) for row in self._session.rows(_ABOUT, self._session.shop, *asked)]

    def told_before(self, responses: Iterable[UUID]) -> set[UUID]:
        """Which of these answers had a sheet of their own once, wherever that is now."""
        rows = self._session.rows(_TOLD_BEFORE, self._session.shop, named(responses))
        return {UUID(bytes=row[0]) for row in rows}

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of take_down_on, down_at, down_by, replaced_by. Raises NotFound."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "notices", id, values)
        except KeyError as gone:
            raise NotFound(_GONE) from gone

    def all(self) -> list[Notice]:
        """Newest first; an erased idea's notices too, since the paper still hangs."""
        return self._read(_ALL)

    def _read(self, statement: str, *values: int | str | bytes) -> list[Notice]:
        rows = self._session.rows(statement, self._session.shop, *values)
        carried = self._carried(UUID(bytes=row[0]) for row in rows)
        return [_notice_of(row, carried.get(row[0], ())) for row in rows]

    def _carried(self, ids: Iterable[UUID]) -> Mapping[bytes, tuple[Carried, ...]]:
        by_notice: dict[bytes, list[Carried]] = defaultdict(list)
        for row in self._session.rows(_CARRIED, self._session.shop, named(ids)):
            by_notice[row[0]].append(_carried_of(row))
        return {notice: tuple(carried) for notice, carried in by_notice.items()}


def named(ids: Iterable[UUID]) -> str:
    """Ids as a statement takes many of them: JSON, to be unhexed."""
    return json.dumps([id_.hex for id_ in ids])


def _storm_columns(storm: StormShown | None) -> dict[str, object]:
    if storm is None:
        return {"storm_words": ""}
    return {
        "storm_id": storm.storm_id,
        "chooses_at": to_milliseconds(storm.chooses_at),
        "closes_at": to_milliseconds(storm.closes_at),
        "storm_words": storm.words,
        "conclusion_id": storm.conclusion_id,
        "outcome_id": storm.outcome_id,
    }


def _notice_of(row: Row, carries: tuple[Carried, ...]) -> Notice:
    return Notice(
        id=UUID(bytes=row[0]),
        number=row[1],
        kind=SheetKind(row[2]),
        size=PaperSize(row[3]),
        design=Design(row[4]),
        made_at=to_moment(row[5]),
        take_down_on=to_day(row[6]),
        down_at=to_optional_moment(row[7]),
        down_by=row[8],
        replaced_by=to_id(row[9]),
        shown=Shown(
            shop_name=row[10],
            shop_colour=row[11],
            address=row[12],
            carries=carries,
            storm=_storm_of(row[13:19]) if row[13] else None,
            placement=PlacementShown(placement_id=UUID(bytes=row[19]), label=row[20]) if row[19] else None,
        ),
    )


def _storm_of(row: Row) -> StormShown:
    return StormShown(
        storm_id=UUID(bytes=row[0]),
        chooses_at=to_moment(row[1]),
        closes_at=to_moment(row[2]),
        words=row[3],
        conclusion_id=to_id(row[4]),
        outcome_id=to_id(row[5]),
    )


def _carried_of(row: Row) -> Carried:
    return Carried(
        idea_id=UUID(bytes=row[1]),
        response_id=to_id(row[2]),
        revision_id=to_id(row[3]),
        said=Status(row[4]),
    )
