"""What desk and commands ask of paper for a storm: a document for each sheet; paper is imported late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import Conflict
from app.domain.notices import Design, PaperSize, SlipPaper
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.domain.translation import mark
from app.words import Words

if TYPE_CHECKING:
    from app.domain.ballots import Ballot
    from app.domain.conclusions import ProofPhoto
    from ui.paper.document import Document
    from ui.paper.storm_head import OfStorm

_NOT_CONCLUDED = mark("This storm is not concluded yet.")
_NOT_DONE = mark("This storm is not carried out yet.")


@dataclass(frozen=True, kw_only=True, slots=True)
class StormOnPaper:
    """A storm as it comes on a sheet. `address` is where phones reach the shop, empty = a sheet without a
    code; `number` that of the notice, if it has one."""

    shop: Shop
    view: StormView
    address: str
    size: PaperSize
    design: Design = Design.PLAIN
    number: int | None = None


class StormPaper:
    """Every method gives a document, whose sheets are laid out by the thread that asks it for them.

    Public ideas alone come on paper, whatever is handed in.
    """

    def __init__(self, words: Words, logo: Callable[[], bytes]) -> None:
        """`logo` gives the PNG file of the shop's now, empty when it wears none."""
        self._words = words
        self._logo = logo

    def poster(self, on: StormOnPaper) -> Document:
        """Announces the storm. Raises InvalidInput on field `address` when there is none."""
        from ui.paper.storm_poster import storm_poster

        return storm_poster(self._of(on), on.view.ideas, on.size, self._words)

    def building_now(self, on: StormOnPaper) -> Document:
        """Hangs while it gathers: until when, and what was built so far."""
        from ui.paper.storm_building import storm_building

        return storm_building(self._of(on), on.view.ideas, on.size, self._words)

    def ballots(
        self, on: StormOnPaper, ballots: Sequence[Ballot], paper: SlipPaper | None = None
    ) -> Document:
        """One or more, to be cut apart, or on a receipt printer's roll, which is another `paper`. Raises
        InvalidInput on field `address` when there is none."""
        from ui.paper.storm_ballots import storm_ballots

        return storm_ballots(self._of(on), ballots, on.view.chosen_among, paper or on.size, self._words)

    def conclusion(self, on: StormOnPaper) -> Document:
        """Raises Conflict when it is not concluded."""
        from ui.paper.storm_conclusion import storm_conclusion

        view = on.view
        if view.conclusion is None:
            raise Conflict(_NOT_CONCLUDED)
        return storm_conclusion(
            self._of(on),
            view.ideas,
            on.size,
            self._words,
            conclusion=view.conclusion,
            credited=view.credited,
            erased=view.erased_credits,
            tally=view.tally,
        )

    def proof(self, on: StormOnPaper, photo: ProofPhoto | None) -> Document:
        """What was done, and once it was looked back on what it changed. Raises Conflict when it is not."""
        from ui.paper.storm_proof import Carried, storm_proof

        view = on.view
        if view.outcome is None:
            raise Conflict(_NOT_DONE)
        carried = Carried(
            conclusion=view.conclusion, outcome=view.outcome, look_back=view.look_back, photo=photo
        )
        return storm_proof(
            self._of(on),
            on.size,
            self._words,
            carried=carried,
            credited=view.credited,
            erased=view.erased_credits,
        )

    def _of(self, on: StormOnPaper) -> OfStorm:
        from ui.paper.storm_head import OfStorm

        return OfStorm(
            shop=on.shop,
            storm=on.view.storm,
            address=on.address,
            logo=self._logo(),
            number=on.number,
            design=on.design,
        )
