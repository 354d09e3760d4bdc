"""The paper of a storm as this page wants it: which document a sheet is, made of what lies open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.ballots import Ballot, new_ballot_code
from app.domain.conclusions import Conclusion, ProofPhoto
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.words import Words
from ui.desk.storm_paper import StormPaper

if TYPE_CHECKING:
    from ui.paper.document import Document

# As many as lie on a sheet of the largest kind.
SPECIMENS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """All that a sheet is made of; without a `number` it is only looked at."""

    sheet: StormSheet
    shop: Shop
    view: StormView
    address: str
    size: PaperSize
    ballots: Sequence[Ballot] = ()
    photo: ProofPhoto | None = None
    number: int | None = None


class StormSheetMaker:
    """`logo` gives the PNG file of the shop's now."""

    def __init__(self, words: Words, logo: Callable[[], bytes]) -> None:
        self._paper = StormPaper(words, logo)

    def document(self, wanted: Wanted) -> Document:
        """Raises InvalidInput on `address` where a sheet needs one."""
        view, shop, size, paper = wanted.view, wanted.shop, wanted.size, self._paper
        storm, address = view.storm, wanted.address
        match wanted.sheet:
            case StormSheet.QUESTION:
                return paper.poster(shop, storm, view.ideas, address, size, number=wanted.number)
            case StormSheet.COUNTDOWN:
                return paper.building_now(shop, storm, view.ideas, address, size, number=wanted.number)
            case StormSheet.BALLOTS:
                return paper.ballots(shop, storm, wanted.ballots, view.chosen_among, address, size)
            case StormSheet.CONCLUSION:
                assert view.conclusion is not None
                return self.conclusion(shop, view, view.conclusion, address, size, wanted.number)
            case StormSheet.PROOF:
                return self._proof(wanted)

    def conclusion(
        self,
        shop: Shop,
        view: StormView,
        said: Conclusion,
        address: str,
        size: PaperSize,
        number: int | None = None,
    ) -> Document:
        """Of what is said now, also while it is still written."""
        by_id = {idea.id: idea for idea in view.ideas}
        credited = tuple(by_id[id] for id in said.rests_on if id in by_id)
        return self._paper.conclusion(
            shop,
            view.storm,
            view.ideas,
            address,
            size,
            conclusion=said,
            credited=credited,
            tally=view.tally,
            number=number,
        )

    def _proof(self, wanted: Wanted) -> Document:
        view = wanted.view
        assert view.outcome is not None
        return self._paper.proof(
            wanted.shop,
            view.storm,
            wanted.address,
            wanted.size,
            conclusion=view.conclusion,
            outcome=view.outcome,
            credited=view.credited,
            look_back=view.look_back,
            photo=wanted.photo,
            number=wanted.number,
        )


def specimens(view: StormView, now: datetime) -> list[Ballot]:
    """Ballots to look at before real ones are made: their codes are good for nothing."""
    last = view.ballots.printed
    return [
        Ballot(
            id=new_id(now), code=new_ballot_code(), storm_id=view.storm.id, number=last + place, made_at=now
        )
        for place in range(1, SPECIMENS + 1)
    ]
