"""What the page of storms reads at once: all storms as lines, and the one that is to lie open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.conclusions import ProofPhoto
from app.domain.errors import NotFound
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormLine, StormView
from ui.desk.storms.storm_list import in_reading_order

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


@dataclass(frozen=True, slots=True)
class Looked:
    """`view` is None where there is no storm at all; `printed` and `photo` are those of it."""

    lines: Sequence[StormLine]
    view: StormView | None
    printed: Mapping[StormSheet, datetime]
    photo: ProofPhoto | None


def look(owner: Owner, wanted: UUID | None) -> Looked:
    """On the worker thread. The wanted storm, or the one that is read first when it is gone."""
    lines = in_reading_order(owner.storms.all())
    known = [line.storm.id for line in lines]
    shown = wanted if wanted in known else next(iter(known), None)
    try:
        view = owner.storms.view(shown) if shown is not None else None
    except NotFound:
        view = None
    if view is None:
        return Looked(lines, None, {}, None)
    outcome = view.outcome
    photo = owner.storms.photo(outcome.id) if outcome is not None and outcome.has_photo else None
    return Looked(lines, view, owner.storm_sheets.printed(view.storm.id), photo)
