"""Where the QR codes hang."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.code_sheets import CodeChoice
from app.domain.errors import Conflict
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.notices import Notice
from app.domain.placements import Placement, new_placement_token, placement_link
from app.domain.text import clean_label
from app.domain.translation import mark
from app.services.owner import numbering
from app.storage.stores import Stores


def add_placement(stores: Stores, label: str, now: datetime) -> Placement:
    """A new place with a token of its own. Raises InvalidInput for the label, Conflict when it is taken."""
    wanted = clean_label(label)
    if any(place.label.casefold() == wanted.casefold() for place in in_use(stores)):
        raise Conflict(mark("There is already a code at “%(label)s”."), label=wanted)
    placement = Placement(id=new_id(now), token=new_placement_token(), label=wanted, created_at=now)
    # Brought into use as a change of its own, so that undo has something to take back.
    stores.placements.add(replace(placement, retired_at=now))
    changes = stores.placements.change(placement.id, retired_at=None)
    stores.journal.append(
        actor=Actor.OWNER, verb="add-placement", subject=placement.id, changes=changes, board=False
    )
    return placement


def placement_for(stores: Stores, label: str, now: datetime) -> Placement:
    """The place of that label, made when there is none yet. Raises InvalidInput."""
    wanted = clean_label(label)
    known = [place for place in in_use(stores) if place.label.casefold() == wanted.casefold()]
    return known[0] if known else add_placement(stores, wanted, now)


def in_use(stores: Stores) -> list[Placement]:
    """The places whose codes hang, oldest first. A code taken out of use still leads to the form."""
    return [place for place in stores.placements.all() if place.retired_at is None]


def make_code_sheet(
    stores: Stores, placement_id: UUID, choice: CodeChoice, *, address: str, now: datetime
) -> Notice:
    """The number of a sheet with this place's code, to be drawn with. Raises NotFound when the place is
    gone."""
    made = numbering.make(stores, choice.order(placement_id), address=address, now=now)
    placement = next(each for each in stores.placements.all() if each.id == placement_id)
    note_printed_address(stores, placement_id, placement_link(address.rstrip("/"), placement))
    return made


def note_printed_address(stores: Stores, placement_id: UUID, address: str) -> None:
    """Remember what the last sheet of this place carries, to know later whether it still leads here."""
    changes = stores.placements.change(placement_id, address=address)
    if changes:
        stores.journal.append(
            actor=Actor.SYSTEM, verb="print-placement", subject=placement_id, changes=changes, board=False
        )
