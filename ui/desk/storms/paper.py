"""The paper of a storm as this page wants it: which document a sheet is, made of what lies open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module, util
from typing import Any, Protocol

from app.domain.ballots import Ballot, new_ballot_code
from app.domain.conclusions import Conclusion, ProofPhoto
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.words import Words
from ui.desk.paperwork import Paint

MAKER = "ui.desk.storm_paper"
# As many as lie on a sheet of the largest kind.
SPECIMENS = 8


class Document(Protocol):
    """`paints` is called on the GUI thread, the others off it."""

    @property
    def title(self) -> str: ...
    def paints(self) -> Sequence[Paint]: ...
    def pdf(self) -> bytes: ...
    def missing_letters(self) -> Sequence[str]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """All that a sheet is made of."""

    sheet: StormSheet
    shop: Shop
    view: StormView
    address: str
    size: PaperSize
    ballots: Sequence[Ballot] = ()
    photo: ProofPhoto | None = None


class StormSheetMaker:
    """`logo` gives the PNG file of the shop's now. Paper is imported when it is first wanted."""

    def __init__(self, words: Words, logo: Callable[[], bytes]) -> None:
        self._words = words
        self._logo = logo
        self._paper: Any = None

    @property
    def is_there(self) -> bool:
        return util.find_spec(MAKER) is not None

    def document(self, wanted: Wanted) -> Document:
        """Raises InvalidInput on `address` where a sheet needs one."""
        view, shop, size = wanted.view, wanted.shop, wanted.size
        paper, storm, address = self._made(), wanted.view.storm, wanted.address
        match wanted.sheet:
            case StormSheet.QUESTION:
                made = paper.poster(shop, storm, view.ideas, address, size)
            case StormSheet.COUNTDOWN:
                made = paper.building_now(shop, storm, view.ideas, address, size)
            case StormSheet.BALLOTS:
                made = paper.ballots(shop, storm, wanted.ballots, view.chosen_among, address, size)
            case StormSheet.CONCLUSION:
                assert view.conclusion is not None
                made = self.conclusion(shop, view, view.conclusion, address, size)
            case StormSheet.PROOF:
                made = paper.proof(
                    shop,
                    storm,
                    address,
                    size,
                    conclusion=view.conclusion,
                    outcome=view.outcome,
                    credited=view.credited,
                    look_back=view.look_back,
                    photo=wanted.photo,
                )
        return _document(made)

    def conclusion(
        self, shop: Shop, view: StormView, said: Conclusion, address: str, size: PaperSize
    ) -> Document:
        """Of what is said now, also while it is still written."""
        by_id = {idea.id: idea for idea in view.ideas}
        credited = tuple(by_id[id] for id in said.rests_on if id in by_id)
        made = self._made().conclusion(
            shop, view.storm, view.ideas, address, size,
            conclusion=said, credited=credited, tally=view.tally,
        )  # fmt: skip
        return _document(made)

    def _made(self) -> Any:
        if self._paper is None:
            self._paper = import_module(MAKER).StormPaper(self._words, self._logo)
        return self._paper


def _document(made: Any) -> Document:
    document: Document = made
    return document


def specimens(view: StormView, now: datetime) -> list[Ballot]:
    """Ballots to look at before real ones are made: their codes are good for nothing."""
    last = view.ballots.printed
    return [
        Ballot(
            id=new_id(now), code=new_ballot_code(), storm_id=view.storm.id, number=last + place, made_at=now
        )
        for place in range(1, SPECIMENS + 1)
    ]
