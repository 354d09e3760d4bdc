"""Printing again what is stale, and doing what a plan of the wall says: many sheets, one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.journal import Change
from app.domain.ledger import Entry, Reprinted
from app.domain.notices import OF_IDEAS, Design, Notice, SheetKind, SheetOrder
from app.domain.sheets import Facts, Remedy
from app.domain.stale import still_true
from app.domain.translation import mark
from app.domain.wall_plan import Hang, Plan
from app.services.owner import numbering
from app.services.owner.done import Edit, write_down
from app.services.owner.hanging import Taking, down, up
from app.services.owner.sheet_lines import facts_of, lines
from app.services.owner.wall_places import existing
from app.storage.stores import Stores


def reprint(stores: Stores, notice_ids: Sequence[UUID], *, address: str, now: datetime) -> Reprinted:
    """Old sheets that become the same new one (two that were put together) share it."""
    asked = stores.notices.existing(notice_ids)
    hanging = stores.notices.hanging()
    facts = facts_of(stores, _with(asked, hanging), address=address, now=now)
    edits: list[Edit] = []
    made: dict[UUID, Notice] = {}
    replaced: dict[UUID, list[UUID]] = {}
    only_down: list[Entry] = []
    for entry in lines(stores, asked, facts):
        if entry.remedy is not Remedy.REPRINT:
            only_down += [entry] if entry.notice.hangs and entry.is_stale else []
            continue
        old = entry.notice
        numbered = numbering.number(stores, _anew(old, facts), address=address, now=now)
        new = made.setdefault(numbered.notice.id, numbered.notice)
        replaced.setdefault(new.id, []).append(old.id)
        edits.append(Edit(new.id, numbered.changes, board=False))
        edits.append(Edit(old.id, _replaced(stores, old, new, now), board=False))
    done = write_down(stores, "reprint", edits)
    return Reprinted(
        made=tuple(made.values()),
        replaced=tuple(tuple(replaced[id_]) for id_ in made),
        only_down=tuple(only_down),
        action=done.action,
    )


def _with(asked: Sequence[Notice], hanging: Sequence[Notice]) -> list[Notice]:
    ids = {notice.id for notice in asked}
    return [*asked, *(notice for notice in hanging if notice.id not in ids)]


def _anew(old: Notice, facts: Facts) -> SheetOrder:
    """The same kind of sheet on the same paper, of what is so now."""
    storm, placement = old.shown.storm, old.shown.placement
    return SheetOrder(
        kind=old.kind,
        size=old.size,
        design=old.design,
        ideas=still_true(old, facts) if old.kind in OF_IDEAS else (),
        storm_id=storm.storm_id if storm else None,
        placement_id=placement.placement_id if placement else None,
    )


def _replaced(stores: Stores, old: Notice, new: Notice, now: datetime) -> list[Change]:
    """Nothing where numbering the new one has done it."""
    [known] = stores.notices.existing([old.id])
    done = known.replaced_by == new.id or known.id == new.id
    return [] if done else numbering.replace(stores, old, new, now)


def follow(
    stores: Stores, wanted: Plan, place_id: UUID, *, address: str, take: Taking, design: Design
) -> Reprinted:
    """Raises NotFound where something of the plan is gone, Conflict where it cannot be printed any more."""
    place = existing(stores, place_id)
    copies = stores.walls.existing(each.sheet.hanging_id for each in wanted.take_down)
    if any(copy.down_at is not None for copy in copies):
        raise Conflict(mark("This sheet does not hang there any more."))
    edits = []
    for copy in copies:
        edits.append(Edit(copy.notice_id, _copy_down(stores, copy.notice_id, copy.id, take), board=False))
    made = []
    for step in wanted.hang:
        notice, changes = _of_candidate(stores, step, address, design, take.at)
        made += [notice] if changes else []
        edits.append(Edit(notice.id, [*changes, *up(stores, notice, place, step.at, take.at)], board=False))
    done = write_down(stores, "follow-plan", edits)
    return Reprinted(made=tuple(made), replaced=((),) * len(made), only_down=(), action=done.action)


def _copy_down(stores: Stores, notice_id: UUID, hanging_id: UUID, take: Taking) -> list[Change]:
    """The sheet comes down with its last copy."""
    [notice] = stores.notices.existing([notice_id])
    others = [
        copy for copy in stores.walls.hangings([notice_id]) if copy.down_at is None and copy.id != hanging_id
    ]
    if others:
        return stores.walls.change(hanging_id, down_at=take.at, down_by=take.by)
    return down(stores, notice, take)


def _of_candidate(
    stores: Stores, step: Hang, address: str, design: Design, now: datetime
) -> tuple[Notice, list[Change]]:
    """The sheet that is printed already, or a new one for the answer. The changes are those of its making."""
    wanted = step.candidate
    if wanted.notice_id is not None:
        [notice] = stores.notices.existing([wanted.notice_id])
        return notice, []
    assert wanted.idea_id is not None
    order = SheetOrder(kind=SheetKind.ANSWER, size=wanted.size, design=design, ideas=(wanted.idea_id,))
    numbered = numbering.number(stores, order, address=address, now=now)
    return numbered.notice, numbered.changes
