"""The proof that what a storm decided was done: when, how it looks, whom to thank, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.dates import day_and_year
from app.domain.conclusions import Conclusion, LookBack, Outcome, ProofPhoto
from app.domain.ideas import Idea, Status
from app.domain.notices import HANGS_DAYS, PaperSize
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.flow import Piece
from ui.paper.page import page_measures
from ui.paper.proof import LARGEST_DOT, framed
from ui.paper.shapes import Stamp
from ui.paper.sheets import Picture, Sheet, Thing
from ui.paper.storm_credits import Credits
from ui.paper.storm_flow import Step, StormFlow
from ui.paper.storm_head import OfStorm, StormPage
from ui.paper.storm_numbers import BeforeAndAfter


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """All that a proof tells."""

    conclusion: Conclusion | None
    outcome: Outcome
    look_back: LookBack | None = None
    photo: ProofPhoto | None = None


def storm_proof(
    of: OfStorm,
    size: PaperSize,
    words: Catalogue,
    *,
    carried: Carried,
    credited: Sequence[Idea],
    erased: int = 0,
) -> Document:
    """`credited` and `erased` as in the conclusion. It hangs for thirty days from the last thing it tells.

    Raises InvalidInput on field `address` when no code is large enough for it.
    """
    credits = Credits(carried.conclusion, credited, erased, words)
    own = (
        carried.conclusion.decided if carried.conclusion else "",
        carried.outcome.text,
        carried.outcome.label,
    )
    back = carried.look_back.text if carried.look_back else ""
    return Document(
        title=", ".join((of.storm.question, of.shop.name)),
        language=of.shop.language,
        author=of.shop.name,
        texts=(of.shop.name, of.storm.question, *own, back, *credits.texts),
        lay_out=lambda: _Proof(of, size, words, carried, credits).sheets(),
    )


class _Proof:
    def __init__(
        self, of: OfStorm, size: PaperSize, words: Catalogue, carried: Carried, credits: Credits
    ) -> None:
        self._words = words
        self._carried = carried
        self._credits = credits
        self._page = StormPage(of, page_measures(size), words)
        told_at = (carried.look_back or carried.outcome).created_at
        invitation = words.tr("How it came to this:\nscan and read")
        facts = self._page.foot_facts(
            of.shop.local_date(told_at) + timedelta(days=HANGS_DAYS),
            invitation,
            words.tr("How it came to this: scan."),
        )
        self._flow = StormFlow(self._page, facts)

    def sheets(self) -> list[Sheet]:
        return self._flow.sheets(self._pieces)

    def _pieces(self, step: Step) -> list[Piece]:
        flow, carried, tr = self._flow, self._carried, self._words.tr
        decided = carried.conclusion.decided if carried.conclusion else ""
        signed = carried.conclusion.signed if carried.conclusion else ""
        day = carried.outcome.done_on
        done = tr("Done on %(day)s", day=day_and_year(day, self._words.language))
        return [
            *flow.question(step),
            *flow.labelled(tr("We decided"), decided, step, gap=6),
            *self._photo(step),
            *flow.said(done, carried.outcome.text, step),
            *flow.beside_spine("", self._credits.thanks(), step),
            *flow.signature(signed, step, self._stamp(step)),
            *self._looked_back(step),
        ]

    def _photo(self, step: Step) -> list[Piece]:
        """In its own shape, as large as the step and its dots let it be."""
        photo, page = self._carried.photo, self._page.page
        if photo is None:
            return []
        highest = self._page.measures.gap(step.picture)
        share = min(page.measure / photo.width, highest / photo.height, LARGEST_DOT)
        width, height = photo.width * share, photo.height * share
        told = self._words.tr("A photo of it")

        def draw(y: float) -> Sequence[Thing]:
            return framed(Picture(photo.content, page.start(0.0, width), y, width, height, told))

        return [Piece(height, draw, self._page.measures.gap(7 * step.air))]

    def _stamp(self, step: Step) -> Stamp:
        page, size = self._page.page, step.said * 0.9
        return Stamp(
            Status.DONE,
            None,
            today=self._carried.outcome.done_on,
            size=size,
            measure=page.measure * 0.4,
            words=self._words,
        )

    def _looked_back(self, step: Step) -> list[Piece]:
        """What the owner saw later; beside the number before and after if it was counted twice."""
        back, outcome = self._carried.look_back, self._carried.outcome
        if back is None:
            return []
        label = self._words.tr("Looking back")
        if outcome.before is None or back.after is None:
            return self._flow.labelled(label, back.text, step)
        numbers = BeforeAndAfter(self._page, outcome.label, outcome.before, back.after, step.said)
        return self._flow.beside(numbers, label, back.text, step)
