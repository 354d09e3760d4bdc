"""The paper of a storm as this page wants it: which document a sheet is, made of what lies open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.ballots import Ballot, new_ballot_code
from app.domain.conclusions import Conclusion, ProofPhoto
from app.domain.ids import new_id
from app.domain.notices import PaperSize, SlipPaper
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.words import Words
from ui.desk.storm_paper import StormOnPaper, StormPaper

if TYPE_CHECKING:
    from ui.paper.document import Document

# As many as lie on a sheet of the largest kind.
SPECIMENS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """All that a sheet is made of. Ballots may lie on another `slip` paper than a sheet's."""

    sheet: StormSheet
    on: StormOnPaper
    slip: SlipPaper | None = None
    ballots: Sequence[Ballot] = ()
    photo: ProofPhoto | None = None


class StormSheetMaker:
    """`logo` gives the PNG file of the shop's now."""

    def __init__(self, words: Words, logo: Callable[[], bytes]) -> None:
        self._paper = StormPaper(words, logo)

    def document(self, wanted: Wanted) -> Document:
        """Raises InvalidInput on `address` where a sheet needs one, Conflict when it has not come so far."""
        on, paper = wanted.on, self._paper
        match wanted.sheet:
            case StormSheet.QUESTION:
                return paper.poster(on)
            case StormSheet.COUNTDOWN:
                return paper.building_now(on)
            case StormSheet.BALLOTS:
                return paper.ballots(on, wanted.ballots, wanted.slip)
            case StormSheet.CONCLUSION:
                return paper.conclusion(on)
            case StormSheet.PROOF:
                return paper.proof(on, wanted.photo)

    def conclusion(
        self, shop: Shop, view: StormView, said: Conclusion, address: str, size: PaperSize
    ) -> Document:
        """Of what is said now, also while it is still written."""
        by_id = {idea.id: idea for idea in view.ideas}
        credited = tuple(by_id[id] for id in said.rests_on if id in by_id)
        so = replace(view, conclusion=said, credited=credited, erased_credits=0)
        return self._paper.conclusion(StormOnPaper(shop=shop, view=so, address=address, size=size))


def specimens(view: StormView, now: datetime) -> list[Ballot]:
    """Ballots to look at before real ones are made: their codes are good for nothing."""
    last = view.ballots.printed
    return [
        Ballot(
            id=new_id(now), code=new_ballot_code(), storm_id=view.storm.id, number=last + place, made_at=now
        )
        for place in range(1, SPECIMENS + 1)
    ]
