"""A shop with paper on its walls, for the tests of ledger and alarm."""

from __future__ import annotations

from datetime import timedelta

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status
from app.domain.ledger import Entry
from app.domain.notices import Notice, PaperSize, SheetKind, SheetOrder
from app.domain.placements import Placement
from app.domain.sheets import Ailment
from app.domain.storms import Storm
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from tests.making import TUESDAY
from tests.unit.services.test_storms import DAY, Shop

BASE = "http://192.168.1.5:8765"
WE_WILL = Decision(status=Status.PLANNED, text="We will.")


class WallShop(Shop):
    """Everything is printed under one address."""

    def answered(self, text: str = "A water bowl outside", decision: Decision = WE_WILL) -> Idea:
        idea = self.send(text).idea
        self.owner.answer(idea.id, decision)
        return self.owner.detail(idea.id).idea

    def print(
        self, *ideas: Idea, kind: SheetKind = SheetKind.ANSWER, size: PaperSize = PaperSize.A5
    ) -> Notice:
        order = SheetOrder(kind=kind, size=size, ideas=tuple(idea.id for idea in ideas))
        return self.owner.wall.make(order, address=BASE)

    def print_storm(self, storm: Storm, kind: SheetKind) -> Notice:
        return self.owner.wall.make(SheetOrder(kind=kind, size=PaperSize.A4, storm_id=storm.id), address=BASE)

    def print_placement(self, placement: Placement) -> Notice:
        order = SheetOrder(kind=SheetKind.QR_POSTER, size=PaperSize.A4, placement_id=placement.id)
        return self.owner.wall.make(order, address=BASE)

    def concluded(self) -> tuple[Storm, Idea]:
        storm = self.gathering()
        guitar = self.write("An acoustic guitar", storm)
        self.clock.forward(3 * DAY)
        said = ConclusionDraft(heard="You want music.", decided="A guitar.", rests_on=(guitar.id,))
        self.storms.conclude(storm.id, said)
        return storm, guitar

    def carry_out(self, storm: Storm, text: str = "It plays.") -> None:
        self.storms.carry_out(storm.id, OutcomeDraft(done_on=TUESDAY.date() + timedelta(days=2), text=text))

    def stale(self, address: str = BASE) -> list[Entry]:
        return self.owner.wall.stale(address=address)

    def ailments(self, address: str = BASE) -> dict[int, list[Ailment]]:
        """By the number of the sheet."""
        return {
            entry.notice.number: [reason.ailment for reason in entry.reasons] for entry in self.stale(address)
        }
