"""Sizes that a notice is tried in, from large to small, for each paper and design."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.notices import Design, PaperSize

# A quote is set as large as lets it stand in about three lines; the very largest are for two.
LINES_OF_A_SHORT_QUOTE = 3.3
LINES_OF_A_CALL = 2.1
# Customers' own words on a note may run on a little: they are not a headline.
LINES_OF_A_NOTE = 4.4


@dataclass(frozen=True, slots=True)
class Step:
    """Sizes that go together. `air` scales the room between the parts; `lines` is how many a quote should
    take at most before the next step is better."""

    quote: float
    answer: float
    air: float = 1.0
    lines: float = LINES_OF_A_SHORT_QUOTE

    def scaled(self, share: float) -> Step:
        return Step(self.quote * share, self.answer * share, self.air, self.lines)


def steps_of(size: PaperSize, design: Design) -> Sequence[Step]:
    return _STEPS[design][size]


def scaled(steps: Sequence[Step], share: float, least: Step | None = None) -> tuple[Step, ...]:
    """The same steps so much smaller or larger, none smaller than `least`."""
    made = (step.scaled(share) for step in steps)
    if least is None:
        return tuple(made)
    return tuple(
        Step(max(each.quote, least.quote), max(each.answer, least.answer), each.air, each.lines)
        for each in made
    )


def _by_paper(large: Sequence[Step], middle: Sequence[Step], small: Sequence[Step]) -> _Steps:
    return {
        PaperSize.A4: large,
        PaperSize.LETTER: large,
        PaperSize.A5: middle,
        PaperSize.HALF_LETTER: middle,
        PaperSize.A6: small,
    }


_Steps = dict[PaperSize, Sequence[Step]]

# First the quote gets smaller by its length, then the air gets less, then both and the answer.
_PLAIN = _by_paper(
    (
        *(Step(quote, 25) for quote in (66, 60, 54, 49, 45, 41)),
        *(Step(41, 25, 0.75), Step(37, 23.5, 0.85), Step(37, 23.5, 0.65), Step(33, 22, 0.75)),
        *(Step(33, 22, 0.6), Step(29, 20.5, 0.65), Step(26, 19, 0.6), Step(23, 18, 0.5)),
    ),
    (
        *(Step(quote, 18) for quote in (46, 42, 38, 34, 31, 28)),
        *(Step(28, 18, 0.75), Step(25, 17, 0.85), Step(25, 17, 0.65), Step(22, 16, 0.7)),
        *(Step(20, 14.5, 0.65), Step(18, 13.5, 0.5)),
    ),
    (
        *(Step(quote, 15) for quote in (30, 27)),
        *(Step(27, 15, 0.75), Step(24, 14.5, 0.85), Step(22, 14, 0.75), Step(20, 13.5, 0.7)),
        *(Step(18, 12.5, 0.65), Step(16, 11.5, 0.6), Step(14.5, 11, 0.5)),
    ),
)
_WARM_LARGE = (
    *(Step(quote, 25, lines=LINES_OF_A_CALL) for quote in (96, 84)),
    *(Step(quote, 25) for quote in (72, 66, 60, 54)),
    *(Step(quote, 25, lines=LINES_OF_A_NOTE) for quote in (49, 45, 41)),
    *(Step(41, 25, 0.75), Step(37, 23.5, 0.8), Step(37, 23.5, 0.6), Step(33, 22, 0.65)),
    *(Step(33, 22, 0.5), Step(29, 20.5, 0.5), Step(26, 19, 0.45), Step(23, 18, 0.4)),
)
_WARM = _by_paper(
    _WARM_LARGE,
    scaled(_WARM_LARGE, 0.7, Step(18, 13.5)),
    scaled(_WARM_LARGE, 0.55, Step(14.5, 11)),
)
_BOLD_LARGE = (
    *(Step(quote, 34, lines=LINES_OF_A_CALL) for quote in (96, 80)),
    *(Step(quote, 34) for quote in (66, 60, 54, 49, 45)),
    *(Step(45, 34, 0.75), Step(45, 30, 0.75), Step(41, 30, 0.65), Step(41, 27, 0.65)),
    *(Step(37, 25, 0.65), Step(33, 23.5, 0.65), Step(33, 22, 0.55), Step(29, 20.5, 0.55)),
    *(Step(26, 19, 0.5), Step(23, 18, 0.4)),
)
_BOLD = _by_paper(
    _BOLD_LARGE,
    scaled(_BOLD_LARGE, 0.7, Step(18, 13.5)),
    scaled((Step(80, 34, lines=LINES_OF_A_CALL), *_BOLD_LARGE[2:]), 0.5, Step(14.5, 11)),
)
_STEPS = {Design.PLAIN: _PLAIN, Design.WARM: _WARM, Design.BOLD: _BOLD}
