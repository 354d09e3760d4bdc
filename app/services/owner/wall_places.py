"""The places where paper hangs: added, renamed, resized, removed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict, NotFound
from app.domain.ids import new_id
from app.domain.translation import mark
from app.domain.walls import (
    Measures,
    Place,
    check_measures,
    clean_place_name,
    measures_of_notice,
    nearest_inside,
)
from app.services.owner.done import Done, Edit, write_down
from app.storage.stores import Stores


def add(stores: Stores, name: str, measures: Measures | None, now: datetime) -> Place:
    """Behind the others."""
    wanted = _free_name(stores, name, None)
    position = max((place.position for place in stores.walls.places()), default=-1) + 1
    place = Place(
        id=new_id(now),
        name=wanted,
        measures=check_measures(measures) if measures else None,
        position=position,
    )
    write_down(stores, "add-wall-place", [Edit(place.id, stores.walls.add_place(place, now), board=False)])
    return place


def rename(stores: Stores, place_id: UUID, name: str) -> Done:
    place = existing(stores, place_id)
    changes = stores.walls.change_place(place_id, name=_free_name(stores, name, place.id))
    return write_down(stores, "rename-wall-place", [Edit(place_id, changes, board=False)])


def resize(stores: Stores, place_id: UUID, measures: Measures | None) -> Done:
    """What would stick out then is moved in; without measures nothing has a spot any more."""
    existing(stores, place_id)
    wanted = check_measures(measures) if measures else None
    width, height = (wanted.width, wanted.height) if wanted else (None, None)
    changes = stores.walls.change_place(place_id, width=width, height=height)
    return write_down(
        stores,
        "resize-wall-place",
        [Edit(place_id, changes, board=False), *_moved_in(stores, place_id, wanted)],
    )


def _moved_in(stores: Stores, place_id: UUID, board: Measures | None) -> list[Edit]:
    hanging = stores.walls.in_place(place_id)
    notices = {notice.id: notice for notice in stores.notices.several(each.notice_id for each in hanging)}
    edits = []
    for each in hanging:
        if each.at is not None:
            sheet = measures_of_notice(notices[each.notice_id])
            at = nearest_inside(sheet, each.at, board) if board else None
            changes = stores.walls.change(each.id, x=at.x if at else None, y=at.y if at else None)
            edits.append(Edit(each.notice_id, changes, board=False))
    return edits


def remove(stores: Stores, place_id: UUID, now: datetime) -> Done:
    existing(stores, place_id)
    edits = [Edit(place_id, stores.walls.change_place(place_id, removed_at=now), board=False)]
    for each in stores.walls.in_place(place_id):
        edits.append(Edit(each.notice_id, stores.walls.change(each.id, down_at=now), board=False))
    return write_down(stores, "remove-wall-place", edits)


def existing(stores: Stores, place_id: UUID) -> Place:
    """Raises NotFound when there is no such place in use."""
    place = next((each for each in stores.walls.places() if each.id == place_id), None)
    if place is None:
        raise NotFound(mark("This place is not here any more."))
    return place


def by_name(stores: Stores, name: str) -> Place:
    """Whatever its case, or by its beginning where that is one place's only. Raises NotFound."""
    wanted = name.strip().casefold()
    places = stores.walls.places()
    exact = [place for place in places if place.name.casefold() == wanted]
    found = exact or [place for place in places if wanted and place.name.casefold().startswith(wanted)]
    if len(found) != 1:
        raise NotFound(
            mark("There is no place “%(name)s”. There are: %(places)s."),
            name=name,
            places=", ".join(place.name for place in places) or "-",
        )
    return found[0]


def _free_name(stores: Stores, name: str, own: UUID | None) -> str:
    wanted = clean_place_name(name)
    others = (place for place in stores.walls.places() if place.id != own)
    if any(place.name.casefold() == wanted.casefold() for place in others):
        raise Conflict(mark("There is already a place “%(name)s”."), name=wanted)
    return wanted
