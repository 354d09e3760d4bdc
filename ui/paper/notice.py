"""The notice: what a customer said, large, and what the shop says to it, on one sheet if that can be read.

One layout serves the PDF and the live preview. Long texts are set smaller within limits, then go on on
another sheet, and each sheet but the last says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from app.domain.notices import Design, NoticeContent, PaperSize
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.flow import Piece, cut_into_sheets, height_of
from ui.paper.foot import notice_number
from ui.paper.notice_parts import NoticeParts, Step
from ui.paper.page import page_measures
from ui.paper.proof import Placed, Proof
from ui.paper.sheets import Picture, Sheet

# First the quote gets smaller by its length, then the air gets less, then both and the answer.
_LARGE_STEPS = (
    *(Step(quote, 25) for quote in (66, 60, 54, 49, 45, 41)),
    *(Step(41, 25, 0.75), Step(37, 23.5, 0.85), Step(37, 23.5, 0.65), Step(33, 22, 0.75)),
    *(Step(33, 22, 0.6), Step(29, 20.5, 0.65), Step(26, 19, 0.6), Step(23, 18, 0.5)),
)
_MIDDLE_STEPS = (
    *(Step(quote, 18) for quote in (46, 42, 38, 34, 31, 28)),
    *(Step(28, 18, 0.75), Step(25, 17, 0.85), Step(25, 17, 0.65), Step(22, 16, 0.7)),
    *(Step(20, 14.5, 0.65), Step(18, 13.5, 0.5)),
)
STEPS = {
    PaperSize.A4: _LARGE_STEPS,
    PaperSize.LETTER: _LARGE_STEPS,
    PaperSize.A5: _MIDDLE_STEPS,
    PaperSize.HALF_LETTER: _MIDDLE_STEPS,
    PaperSize.A6: (
        *(Step(quote, 15) for quote in (30, 27)),
        *(Step(27, 15, 0.75), Step(24, 14.5, 0.85), Step(22, 14, 0.75), Step(20, 13.5, 0.7)),
        *(Step(18, 12.5, 0.65), Step(16, 11.5, 0.6), Step(14.5, 11, 0.5)),
    ),
}
# Of a text that takes several sheets anyway, no line is set smaller than this much air asks for.
AIR_OF_LONG_TEXTS = 0.9
AIR_BESIDE_A_PHOTO = (0.85, 0.7)


def notice_document(
    contents: Sequence[NoticeContent], size: PaperSize, design: Design, words: Catalogue
) -> Document:
    """Several notices, at least one, one after the other."""
    return Document(
        title=", ".join((*(notice_number(content, words) for content in contents), contents[0].shop_name)),
        language=contents[0].language,
        texts=tuple(text for content in contents for text in content.texts),
        lay_out=lambda: [
            sheet for content in contents for sheet in notice_sheets(content, size, words, design)
        ],
    )


def draw_notice(
    content: NoticeContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> bytes:
    """The notice as a PDF; the same content gives the same bytes."""
    return notice_document([content], size, design, words).pdf()


def notice_sheets(
    content: NoticeContent,
    size: PaperSize,
    words: Catalogue,
    design: Design = Design.PLAIN,  # noqa: ARG001
) -> tuple[Sheet, ...]:
    """The notice laid out: one sheet, or as few as hold it. They belong to the thread that made them.

    Raises InvalidInput when no QR code is large enough for the address.
    """
    layout = NoticeParts(content, page_measures(size), words)
    attempt = _without_broken_words(_as_large_as_fits(layout, STEPS[size]), STEPS[size])
    return _with_room_for_the_photo(attempt, STEPS[size]).draw()


def shows_photo(content: NoticeContent, sheets: Sequence[Sheet]) -> bool:
    """Whether the photo found room on one of the notice's sheets."""
    things = [thing for sheet in sheets for thing in sheet.things]
    return any(isinstance(thing, Picture) and thing.file is content.photo for thing in things)


def _as_large_as_fits(layout: NoticeParts, steps: Sequence[Step]) -> _Attempt:
    full = _full_steps(steps)
    first = next((number for number in range(full) if layout.is_short_at(steps[number])), full - 1)
    tried = [_Attempt(layout, step) for step in steps[first:]]
    if tried[0].sheets == 1:
        return tried[0]
    fewest = tried[-1].sheets
    if fewest > 1:
        # No need to be small as well: the largest sizes that need no further sheet.
        tried = [attempt for attempt in tried if attempt.step.air <= AIR_OF_LONG_TEXTS]
    return tried[bisect_left(tried, True, key=lambda attempt: attempt.sheets <= fewest)]


def _with_room_for_the_photo(attempt: _Attempt, steps: Sequence[Step]) -> _Attempt:
    """The same, with as little less air and as large a quote as the photo can be seen well with. The answer
    stays as it is, and no quote gets smaller than two metres allow: before that the photo does, and goes."""
    if attempt.proof is None or attempt.photo_is_seen_well:
        return attempt
    step, answer = attempt.step, steps[0].answer
    quotes = sorted({each.quote for each in steps if each.answer == answer == step.answer}, reverse=True)
    tried = [
        _Attempt(attempt.layout, replace(step, quote=quote, air=air))
        for quote in (step.quote, *(quote for quote in quotes if quote < step.quote))
        for air in (step.air, *(air for air in AIR_BESIDE_A_PHOTO if air < step.air))
    ]
    well = (other for other in tried if other.photo_is_seen_well)
    return next(well, None) or max(tried, key=lambda other: other.photo.area if other.photo else 0.0)


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

    @cached_property
    def proof(self) -> Proof | None:
        return self.layout.proof(self.step)

    @cached_property
    def photo(self) -> Placed | None:
        """On the last sheet, where the stamp stands, in what its words leave."""
        if self.proof is None:
            return None
        *words, stamp = self._cut[-1]
        room = self.layout.rooms[1] - (self.layout.room_above_the_rest if self.sheets > 1 else 0.0)
        return self.proof.placed(room - height_of(words) - stamp.gap)

    @property
    def photo_is_seen_well(self) -> bool:
        return self.proof is not None and self.photo is not None and self.photo.area >= self.proof.enough

    def draw(self) -> tuple[Sheet, ...]:
        *others, last = self._cut
        if self.proof is not None and self.photo is not None:
            last = [*last[:-1], self.proof.piece(self.photo, last[-1].gap)]
        return tuple(
            self.layout.sheet(pieces, number, len(self._cut))
            for number, pieces in enumerate((*others, last), 1)
        )
