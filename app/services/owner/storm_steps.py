"""What all steps of a storm share: the storm in its phase, and the entry in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict, NotFound
from app.domain.journal import Change
from app.domain.storm_views import StormView
from app.domain.storms import Phase, Storm, phase_of
from app.domain.translation import mark
from app.services.customer.storming import view_of
from app.services.owner.done import Done, Edit, write_down
from app.storage.stores import Stores


def existing_storm(stores: Stores, storm_id: UUID) -> Storm:
    storm = stores.storms.get(storm_id)
    if storm is None:
        raise NotFound(mark("This storm is not here any more."))
    return storm


def view(stores: Stores, storm_id: UUID, now: datetime) -> StormView:
    storm = existing_storm(stores, storm_id)
    return view_of(stores, storm, stores.storms.open_ideas(storm.id), now)


def only_in(stores: Stores, storm_id: UUID, now: datetime, *phases: Phase) -> Storm:
    """The storm, in one of `phases`. Raises NotFound, Conflict."""
    storm = existing_storm(stores, storm_id)
    phase = phase_of(storm, now)
    if phase not in phases:
        raise Conflict(_why_not(phase, phases))
    return storm


def _why_not(phase: Phase, wanted: Sequence[Phase]) -> str:
    order = list(Phase)
    if order.index(phase) > max(map(order.index, wanted)):
        return mark("This storm has gone on since, so this cannot be done any more.")
    return mark("This storm has not come so far yet, so this has to wait.")


def note_step(
    stores: Stores, verb: str, storm_id: UUID, changes: list[Change], *, board: bool = True
) -> Done:
    return write_down(stores, verb, [Edit(storm_id, changes, board=board)])
