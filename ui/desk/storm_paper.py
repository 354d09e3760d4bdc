"""What desk and commands ask of paper for a storm: a document for each sheet; paper is imported late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.storms import Storm
from app.words import Words

if TYPE_CHECKING:
    from app.domain.ballots import Ballot
    from app.domain.conclusions import Conclusion, LookBack, Outcome, ProofPhoto
    from app.domain.tallies import Tally
    from ui.paper.document import Document
    from ui.paper.storm_head import OfStorm


class StormPaper:
    """Every method gives a document, whose sheets are laid out by the thread that asks it for them.

    `address` is where phones reach the shop, empty = a sheet without a code; `number` that of the notice, if
    it has one. Public ideas alone come on paper, whatever is handed in.
    """

    def __init__(self, words: Words, logo: Callable[[], bytes]) -> None:
        """`logo` gives the PNG file of the shop's now, empty when it wears none."""
        self._words = words
        self._logo = logo

    def poster(
        self,
        shop: Shop,
        storm: Storm,
        ideas: Sequence[Idea],
        address: str,
        size: PaperSize,
        *,
        number: int | None = None,
    ) -> Document:
        """Announces the storm. Raises InvalidInput on field `address` when there is none."""
        from ui.paper.storm_poster import storm_poster

        return storm_poster(self._of(shop, storm, address, number), ideas, size, self._words)

    def building_now(
        self,
        shop: Shop,
        storm: Storm,
        ideas: Sequence[Idea],
        address: str,
        size: PaperSize,
        *,
        number: int | None = None,
    ) -> Document:
        """Hangs while it gathers: until when, and what was built so far."""
        from ui.paper.storm_building import storm_building

        return storm_building(self._of(shop, storm, address, number), ideas, size, self._words)

    def ballots(
        self,
        shop: Shop,
        storm: Storm,
        ballots: Sequence[Ballot],
        shortlist: Sequence[Idea],
        address: str,
        size: PaperSize,
    ) -> Document:
        """One or more, to be cut apart. Raises InvalidInput on field `address` when there is none."""
        from ui.paper.storm_ballots import storm_ballots

        return storm_ballots(self._of(shop, storm, address, None), ballots, shortlist, size, self._words)

    def conclusion(
        self,
        shop: Shop,
        storm: Storm,
        ideas: Sequence[Idea],
        address: str,
        size: PaperSize,
        *,
        conclusion: Conclusion,
        credited: Sequence[Idea],
        erased: int = 0,
        tally: Tally | None = None,
        number: int | None = None,
    ) -> Document:
        """`credited` are the contributions it rests on that are still there, `erased` counts the others;
        `ideas` are all of the storm's."""
        from ui.paper.storm_conclusion import storm_conclusion

        return storm_conclusion(
            self._of(shop, storm, address, number),
            ideas,
            size,
            self._words,
            conclusion=conclusion,
            credited=credited,
            erased=erased,
            tally=tally,
        )

    def proof(
        self,
        shop: Shop,
        storm: Storm,
        address: str,
        size: PaperSize,
        *,
        conclusion: Conclusion | None,
        outcome: Outcome,
        credited: Sequence[Idea],
        erased: int = 0,
        look_back: LookBack | None = None,
        photo: ProofPhoto | None = None,
        number: int | None = None,
    ) -> Document:
        """What was done, and once it was looked back on what it changed."""
        from ui.paper.storm_proof import Carried, storm_proof

        carried = Carried(conclusion=conclusion, outcome=outcome, look_back=look_back, photo=photo)
        return storm_proof(
            self._of(shop, storm, address, number),
            size,
            self._words,
            carried=carried,
            credited=credited,
            erased=erased,
        )

    def _of(self, shop: Shop, storm: Storm, address: str, number: int | None) -> OfStorm:
        from ui.paper.storm_head import OfStorm

        return OfStorm(shop=shop, storm=storm, address=address, logo=self._logo(), number=number)
