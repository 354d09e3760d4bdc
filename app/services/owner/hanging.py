"""Sheets go up, move, come down and go back up; each step is taken back by the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.notices import Notice
from app.domain.text import clean_name
from app.domain.wall_plan import GAP_MM, OnBoard, free_places
from app.domain.walls import Hanging, Place, Position, measures_of_notice, nearest_inside
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.wall_places import existing
from app.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes it down, and when."""

    by: str
    at: datetime


def taking(by: str, now: datetime) -> Taking:
    """Raises InvalidInput on `by`."""
    return Taking(clean_name(by, "by"), now)


def hang(
    stores: Stores, notice_ids: Sequence[UUID], place_id: UUID, at: Sequence[Position | None], now: datetime
) -> Done:
    place = existing(stores, place_id)
    spots = dict(zip(notice_ids, at, strict=False))
    edits = [
        Edit(notice.id, up(stores, notice, place, spots.get(notice.id), now), board=False)
        for notice in stores.notices.existing(notice_ids)
    ]
    return write_down(stores, "hang", edits)


def up(stores: Stores, notice: Notice, place: Place, at: Position | None, now: datetime) -> list[Change]:
    """One more copy hangs there. Where nobody said at which spot of a board, at the first that is free."""
    hanging = Hanging(
        id=new_id(now),
        notice_id=notice.id,
        place_id=place.id,
        at=_spot(stores, notice, place, at),
        since=now,
    )
    back = stores.notices.change(notice.id, down_at=None, down_by="") if not notice.hangs else []
    return [*back, *stores.walls.hang(hanging)]


def _spot(stores: Stores, notice: Notice, place: Place, at: Position | None) -> Position | None:
    if place.measures is None:
        return None
    sheet = measures_of_notice(notice)
    if at is not None:
        return nearest_inside(sheet, at, place.measures)
    free = free_places(place.measures, _on_board(stores, place), sheet, gap=GAP_MM, most=1)
    return free[0] if free else None


def _on_board(stores: Stores, place: Place) -> list[OnBoard]:
    """What takes up room there, by measures alone."""
    copies = stores.walls.in_place(place.id)
    notices = {each.id: each for each in stores.notices.several(copy.notice_id for copy in copies)}
    shop = stores.shops.get()
    return [
        OnBoard(
            hanging_id=copy.id,
            number=notices[copy.notice_id].number,
            measures=measures_of_notice(notices[copy.notice_id]),
            at=copy.at,
            hung_on=shop.local_date(copy.since),
        )
        for copy in copies
    ]


def move(stores: Stores, hanging_id: UUID, at: Position | None, place_id: UUID | None) -> Done:
    [copy] = stores.walls.existing([hanging_id])
    place = existing(stores, place_id or copy.place_id)
    [notice] = stores.notices.existing([copy.notice_id])
    spot = None
    if place.measures is not None and at is not None:
        spot = nearest_inside(measures_of_notice(notice), at, place.measures)
    changes = stores.walls.change(
        hanging_id, place_id=place.id, x=spot.x if spot else None, y=spot.y if spot else None
    )
    return write_down(stores, "move-sheet", [Edit(notice.id, changes, board=False)])


def take_down(stores: Stores, notice_ids: Sequence[UUID], take: Taking) -> Done:
    notices = stores.notices.existing(notice_ids)
    edits = [Edit(notice.id, down(stores, notice, take), board=False) for notice in notices]
    return write_down(stores, "take-down", [*edits, *_in_their_stead(stores, notices, take.at)])


def down(stores: Stores, notice: Notice, take: Taking) -> list[Change]:
    """Nothing where it is down already."""
    if not notice.hangs:
        return []
    changes = stores.notices.change(notice.id, down_at=take.at, down_by=take.by)
    for copy in stores.walls.hangings([notice.id]):
        if copy.down_at is None:
            changes += stores.walls.change(copy.id, down_at=take.at, down_by=take.by)
    return changes


def _in_their_stead(stores: Stores, taken: Sequence[Notice], now: datetime) -> list[Edit]:
    """A newer sheet that hangs nowhere yet hangs where the one hung that it replaced."""
    edits = []
    for old in taken:
        newer = stores.notices.several([old.replaced_by]) if old.replaced_by and old.hangs else []
        if newer and newer[0].hangs and not stores.walls.hangings([newer[0].id]):
            edits.append(Edit(newer[0].id, _same_spots(stores, old, newer[0], now), board=False))
    return edits


def _same_spots(stores: Stores, old: Notice, newer: Notice, now: datetime) -> list[Change]:
    """The copies that came down with the old one, by the moment that is stored: it has no microseconds."""
    places = {place.id: place for place in stores.walls.places()}
    [taken] = stores.notices.existing([old.id])
    changes: list[Change] = []
    for copy in stores.walls.hangings([old.id]):
        if copy.down_at == taken.down_at and copy.place_id in places:
            changes += up(stores, newer, places[copy.place_id], copy.at, now)
    return changes


def take_copies_down(stores: Stores, hanging_ids: Sequence[UUID], take: Taking) -> Done:
    edits = []
    for copy in stores.walls.existing(hanging_ids):
        if copy.down_at is None:
            changes = stores.walls.change(copy.id, down_at=take.at, down_by=take.by)
            edits.append(Edit(copy.notice_id, changes, board=False))
    for notice_id in dict.fromkeys(edit.idea_id for edit in edits):
        if all(copy.down_at for copy in stores.walls.hangings([notice_id])):
            changes = stores.notices.change(notice_id, down_at=take.at, down_by=take.by)
            edits.append(Edit(notice_id, changes, board=False))
    return write_down(stores, "take-down", edits)


def put_back(stores: Stores, notice_ids: Sequence[UUID]) -> Done:
    """Those copies hang again that came down last, together with the sheet."""
    edits = []
    for notice in stores.notices.existing(notice_ids):
        if not notice.hangs:
            edits.append(Edit(notice.id, _back(stores, notice), board=False))
    return write_down(stores, "put-back", edits)


def _back(stores: Stores, notice: Notice) -> list[Change]:
    places = {place.id for place in stores.walls.places()}
    changes = stores.notices.change(notice.id, down_at=None, down_by="")
    for copy in stores.walls.hangings([notice.id]):
        if copy.down_at == notice.down_at and copy.place_id in places:
            changes += stores.walls.change(copy.id, down_at=None, down_by="")
    return changes
