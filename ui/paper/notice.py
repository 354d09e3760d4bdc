"""The notice: what a customer said, large, and what the shop says to it, on one sheet if that can be read.

One layout serves the PDF and the live preview. Long texts are set smaller within limits, then go on on
another sheet, and each sheet but the last says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from app.domain.notices import NoticeContent, PaperSize
from app.words import Words as Catalogue
from ui.paper.flow import Piece, cut_into_sheets
from ui.paper.foot import notice_number
from ui.paper.notice_parts import NoticeParts, Step
from ui.paper.page import page_measures
from ui.paper.pdf import draw_pdf
from ui.paper.sheets import Sheet

# First the quote gets smaller by its length, then the air gets less, then both and the answer.
_LARGE_STEPS = (
    *(Step(quote, 25) for quote in (66, 60, 54, 49, 45, 41)),
    *(Step(41, 25, 0.75), Step(37, 23.5, 0.85), Step(37, 23.5, 0.65), Step(33, 22, 0.75)),
    *(Step(33, 22, 0.6), Step(29, 20.5, 0.65), Step(26, 19, 0.6), Step(23, 18, 0.5)),
)
STEPS = {
    PaperSize.A4: _LARGE_STEPS,
    PaperSize.LETTER: _LARGE_STEPS,
    PaperSize.A5: (
        *(Step(quote, 18) for quote in (46, 42, 38, 34, 31, 28)),
        *(Step(28, 18, 0.75), Step(25, 17, 0.85), Step(25, 17, 0.65), Step(22, 16, 0.7)),
        *(Step(20, 14.5, 0.65), Step(18, 13.5, 0.5)),
    ),
    PaperSize.A6: (
        *(Step(quote, 15) for quote in (30, 27)),
        *(Step(27, 15, 0.75), Step(24, 14.5, 0.85), Step(22, 14, 0.75), Step(20, 13.5, 0.7)),
        *(Step(18, 12.5, 0.65), Step(16, 11.5, 0.6), Step(14.5, 11, 0.5)),
    ),
}
# Of a text that takes several sheets anyway, no line is set smaller than this much air asks for.
AIR_OF_LONG_TEXTS = 0.9


def draw_notice(content: NoticeContent, size: PaperSize, words: Catalogue) -> bytes:
    """The notice as a PDF; the same content gives the same bytes."""
    return draw_notices([content], size, words)


def draw_notices(contents: Sequence[NoticeContent], size: PaperSize, words: Catalogue) -> bytes:
    """Several notices, at least one, one after the other in one PDF."""
    sheets = [sheet for content in contents for sheet in notice_sheets(content, size, words)]
    numbers = [notice_number(content, words) for content in contents]
    title = ", ".join((*numbers, contents[0].shop_name))
    return draw_pdf(sheets, title=title, language=contents[0].language)


def notice_sheets(content: NoticeContent, size: PaperSize, words: Catalogue) -> tuple[Sheet, ...]:
    """The notice laid out: one sheet, or as few as hold it. They belong to the thread that made them.

    Raises InvalidInput when no QR code is large enough for the address.
    """
    layout = NoticeParts(content, page_measures(size), words)
    steps = STEPS[size]
    full = _full_steps(steps)
    first = next((number for number in range(full) if layout.is_short_at(steps[number])), full - 1)
    tried = [_Attempt(layout, step) for step in steps[first:]]
    if tried[0].sheets == 1:
        return _without_broken_words(tried[0], steps).draw()
    fewest = tried[-1].sheets
    if fewest > 1:
        # No need to be small as well: the largest sizes that need no further sheet.
        tried = [attempt for attempt in tried if attempt.step.air <= AIR_OF_LONG_TEXTS]
    fitting = tried[bisect_left(tried, True, key=lambda attempt: attempt.sheets <= fewest)]
    return _without_broken_words(fitting, steps).draw()


def _without_broken_words(attempt: _Attempt, steps: Sequence[Step]) -> _Attempt:
    """The same with a quote so much smaller that its longest word stands on one line, if that is possible."""
    if not attempt.breaks_a_word:
        return attempt
    smaller = sorted({step.quote for step in steps if step.quote < attempt.step.quote}, reverse=True)
    others = (_Attempt(attempt.layout, replace(attempt.step, quote=quote)) for quote in smaller)
    return next((other for other in others if not other.breaks_a_word), attempt)


def _full_steps(steps: Sequence[Step]) -> int:
    """How many steps, at the beginning, leave all the air."""
    return sum(step.air == 1.0 for step in steps)


class _Attempt:
    """The notice in the sizes of one step."""

    def __init__(self, layout: NoticeParts, step: Step) -> None:
        self.layout = layout
        self.step = step

    @cached_property
    def _parts(self) -> tuple[list[Piece], bool]:
        return self.layout.pieces(self.step)

    @property
    def breaks_a_word(self) -> bool:
        return self._parts[1]

    @cached_property
    def _cut(self) -> list[list[Piece]]:
        return cut_into_sheets(self._parts[0], self.layout.rooms, self.layout.room_above_the_rest)

    @property
    def sheets(self) -> int:
        return len(self._cut)

    def draw(self) -> tuple[Sheet, ...]:
        return tuple(
            self.layout.sheet(pieces, number, len(self._cut)) for number, pieces in enumerate(self._cut, 1)
        )
