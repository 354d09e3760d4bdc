"""How a storm ended, for the wall: what was asked, heard and decided, why, and on whose ideas it rests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.domain.conclusions import Conclusion
from app.domain.ideas import Idea
from app.domain.notices import HANGS_DAYS, PaperSize
from app.domain.tallies import Tally
from app.storm_words import empty_words
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.flow import Piece, with_gap
from ui.paper.page import page_measures
from ui.paper.sheets import Sheet
from ui.paper.storm_credits import Credits, count_in_words
from ui.paper.storm_flow import Step, StormFlow
from ui.paper.storm_head import OfStorm, StormPage
from ui.paper.storm_note_rows import NoteRows
from ui.paper.storm_people import may_be_shown

# How many notes stand in a row: usually, and where one would be left alone in the last.
NOTES_ACROSS = {
    PaperSize.A4: (3, 4),
    PaperSize.LETTER: (3, 4),
    PaperSize.A5: (3, 2),
    PaperSize.HALF_LETTER: (3, 2),
    PaperSize.A6: (2, 2),
}
# Of the size of the body, for notes are narrow.
NOTE_SHARE = 0.86


def storm_conclusion(
    of: OfStorm,
    ideas: Sequence[Idea],
    size: PaperSize,
    words: Catalogue,
    *,
    conclusion: Conclusion,
    credited: Sequence[Idea],
    tally: Tally | None = None,
    erased: int = 0,
) -> Document:
    """`credited` are the contributions that it rests on, as far as they are still there, `erased` how many
    are not; `ideas` are all of the storm's. It hangs for thirty days.

    Raises InvalidInput on field `address` when no code is large enough for it.
    """
    credits = Credits(conclusion, credited, erased, words)
    own = (conclusion.heard, conclusion.decided, conclusion.because, conclusion.thanks, conclusion.signed)
    return Document(
        title=", ".join((of.storm.question, of.shop.name)),
        language=of.shop.language,
        author=of.shop.name,
        texts=(of.shop.name, of.storm.question, *own, conclusion.rests_on_none, *credits.texts),
        lay_out=lambda: _Conclusion(of, ideas, size, words, conclusion, credits, tally).sheets(),
    )


class _Conclusion:
    def __init__(
        self,
        of: OfStorm,
        ideas: Sequence[Idea],
        size: PaperSize,
        words: Catalogue,
        conclusion: Conclusion,
        credits: Credits,
        tally: Tally | None,
    ) -> None:
        self._ideas = [idea for idea in ideas if may_be_shown(idea)]
        self._words = words
        self._conclusion = conclusion
        self._credits = credits
        self._tally = tally
        self._across = NOTES_ACROSS[size]
        self._page = StormPage(of, page_measures(size), words)
        hangs_until = of.shop.local_date(conclusion.created_at) + timedelta(days=HANGS_DAYS)
        invitation = words.tr("How it came to this:\nscan and read")
        facts = self._page.foot_facts(hangs_until, invitation, words.tr("How it came to this: scan."))
        self._flow = StormFlow(self._page, facts)

    def sheets(self) -> list[Sheet]:
        return self._flow.sheets(self._pieces)

    def _pieces(self, step: Step) -> list[Piece]:
        flow, told, tr = self._flow, self._conclusion, self._words.tr
        return [
            *flow.question(step),
            *flow.labelled(tr("We heard"), told.heard, step),
            *self._contributions(step),
            *flow.plain(self._counts(), step, gap=5),
            *flow.said(tr("We decided"), told.decided, step),
            *flow.beside_spine(tr("Why"), told.because, step),
            *flow.beside_spine(tr("Why it rests on no single idea"), told.rests_on_none, step),
            *self._thanks(step),
            *flow.signature(told.signed, step),
        ]

    def _counts(self) -> str:
        if not self._ideas:
            return ""
        return count_in_words(self._tally, self._ideas, self._conclusion.rests_on, self._words)

    def _thanks(self, step: Step) -> list[Piece]:
        """The owner's own words, else ours in her place."""
        if self._conclusion.thanks:
            return self._flow.beside_spine(self._words.tr("We thank"), self._conclusion.thanks, step)
        ours = self._credits.thanks() or self._words.tr("Thank you, everybody who wrote.")
        return self._flow.beside_spine("", ours if self._ideas else "", step)

    def _contributions(self, step: Step) -> list[Piece]:
        """Rows of notes; where nobody wrote that is said in their place."""
        if notes := self._credits.notes(self._tally):
            usual, other = self._across
            across = other if len(notes) % usual == 1 else usual
            rows = NoteRows(self._page, notes, across, step.body * NOTE_SHARE)
            return with_gap(rows.pieces(), self._page.measures.gap(6 * step.air))
        if self._ideas:
            return []
        return self._flow.plain(empty_words(self._words), step, bold=True, gap=6)
