"""When the sheets of a storm were printed: the journal tells it, for they are no things of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.journal import Actor
from app.domain.storm_sheets import StormSheet
from app.services.owner.storm_steps import existing_storm
from app.services.seams import Seam
from app.storage.stores import Stores

VERBS = {
    StormSheet.QUESTION: "print-storm-question",
    StormSheet.COUNTDOWN: "print-storm-countdown",
    StormSheet.BALLOTS: "print-ballots",
    StormSheet.CONCLUSION: "print-storm-conclusion",
    StormSheet.PROOF: "print-storm-proof",
}


class StormSheets:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam) -> None:
        self._seam = seam

    def printed(self, storm_id: UUID) -> Mapping[StormSheet, datetime]:
        """When each was printed last; those that never were are not named."""
        return self._seam.read(partial(printed, storm_id=storm_id))

    def note(self, storm_id: UUID, sheet: StormSheet) -> None:
        """It was printed; nothing takes that back. Ballots are noted when they are made. Raises NotFound."""
        self._seam.write(partial(note, storm_id=storm_id, sheet=sheet))


def printed(stores: Stores, storm_id: UUID) -> dict[StormSheet, datetime]:
    by_verb = {verb: sheet for sheet, verb in VERBS.items()}
    told = stores.journal.told([storm_id])
    taken_back = {entry.undoes for entry in told if entry.undoes is not None}
    return {
        by_verb[entry.verb]: entry.at
        for entry in told
        if entry.verb in by_verb and entry.action not in taken_back
    }


def note(stores: Stores, storm_id: UUID, sheet: StormSheet) -> None:
    existing_storm(stores, storm_id)
    stores.journal.append(actor=Actor.OWNER, verb=VERBS[sheet], subject=storm_id, board=False)
