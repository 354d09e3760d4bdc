"""The sheets of a storm get their numbers, and when each was printed: the journal tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.journal import Actor
from app.domain.notices import Design, Notice, PaperSize, SheetOrder
from app.domain.storm_sheets import NUMBERED, StormSheet
from app.services.owner import numbering
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

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def printed(self, storm_id: UUID) -> Mapping[StormSheet, datetime]:
        """When each was printed last; those that never were are not named."""
        return self._seam.read(partial(printed, storm_id=storm_id))

    def make(
        self,
        storm_id: UUID,
        sheet: StormSheet,
        size: PaperSize,
        design: Design = Design.PLAIN,
        *,
        address: str,
    ) -> Notice:
        """Its number in the ledger, to be drawn with; also notes that it was printed. Not for ballots. Raises
        as `Wall.make`."""
        order = SheetOrder(kind=NUMBERED[sheet], size=size, design=design, storm_id=storm_id)

        def verb(stores: Stores) -> Notice:
            made = numbering.make(stores, order, address=address, now=self._clock.now())
            note(stores, storm_id, sheet)
            return made

        return self._seam.write(verb)

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
