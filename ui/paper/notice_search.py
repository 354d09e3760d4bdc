"""Tries a notice in the sizes of its steps: as large as fits, no word broken, and the photo seen well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ui.paper.flow import Piece, cut_into_sheets
from ui.paper.notice_hand import NoticeHand
from ui.paper.notice_steps import Step
from ui.paper.proof import Placed, Proof
from ui.paper.sheets import Sheet

# Of a text that takes several sheets anyway, no line is set smaller than this much air asks for.
AIR_OF_LONG_TEXTS = 0.9
AIR_BESIDE_A_PHOTO = (0.85, 0.7)


class Attempt:
    """The notice in the sizes of one step."""

    def __init__(self, hand: NoticeHand, step: Step) -> None:
        self.hand = hand
        self.step = step

    @cached_property
    def _parts(self) -> tuple[list[Piece], bool]:
        return self.hand.pieces(self.step)

    @property
    def breaks_a_word(self) -> bool:
        return self._parts[1]

    @cached_property
    def _cut(self) -> list[list[Piece]]:
        rooms, indent = self.hand.rooms, self.hand.room_above_the_rest
        return cut_into_sheets(self._parts[0], rooms, indent, self._height)

    def _height(self, pieces: Sequence[Piece]) -> float:
        return self.hand.height(pieces, self.step)

    @property
    def sheets(self) -> int:
        return len(self._cut)

    @cached_property
    def proof(self) -> Proof | None:
        return self.hand.proof(self.step)

    @cached_property
    def photo(self) -> Placed | None:
        """On the last sheet, where the stamp stands, in what its words leave."""
        if self.proof is None:
            return None
        room = self.hand.rooms[1] - (self.hand.room_above_the_rest if self.sheets > 1 else 0.0)
        return self.proof.placed(room - self._height(self._cut[-1]))

    @property
    def photo_is_seen_well(self) -> bool:
        return self.proof is not None and self.photo is not None and self.photo.area >= self.proof.enough

    def draw(self) -> tuple[Sheet, ...]:
        *others, last = self._cut
        if self.proof is not None and self.photo is not None:
            last = [*last[:-1], *self.proof.pieces(self.photo, last[-1])]
        return tuple(
            self.hand.sheet(pieces, self.step, number, len(self._cut))
            for number, pieces in enumerate((*others, last), 1)
        )


def best_attempt(hand: NoticeHand, steps: Sequence[Step]) -> Attempt:
    attempt = _without_broken_words(_as_large_as_fits(hand, steps), steps)
    return _with_room_for_the_photo(attempt, steps)


def _as_large_as_fits(hand: NoticeHand, steps: Sequence[Step]) -> Attempt:
    full = _full_steps(steps)
    first = next((number for number in range(full) if hand.is_short_at(steps[number])), full - 1)
    tried = [Attempt(hand, step) for step in steps[first:]]
    if tried[0].sheets == 1:
        return tried[0]
    fewest = tried[-1].sheets
    if fewest > 1:
        # No need to be small as well: the largest sizes that need no further sheet.
        tried = [attempt for attempt in tried if attempt.step.air <= AIR_OF_LONG_TEXTS]
    return tried[bisect_left(tried, True, key=lambda attempt: attempt.sheets <= fewest)]


def _with_room_for_the_photo(attempt: Attempt, steps: Sequence[Step]) -> Attempt:
    """The same, with as little less air and as large a quote as the photo can be seen well with. The answer
    stays as it is, and no quote gets smaller than two metres allow: before that the photo does, and goes."""
    if attempt.proof is None or attempt.photo_is_seen_well:
        return attempt
    step, answer = attempt.step, steps[0].answer
    quotes = sorted({each.quote for each in steps if each.answer == answer == step.answer}, reverse=True)
    tried = [
        Attempt(attempt.hand, replace(step, quote=quote, air=air))
        for quote in (step.quote, *(quote for quote in quotes if quote < step.quote))
        for air in (step.air, *(air for air in AIR_BESIDE_A_PHOTO if air < step.air))
    ]
    well = (other for other in tried if other.photo_is_seen_well)
    return next(well, None) or max(tried, key=lambda other: other.photo.area if other.photo else 0.0)


def _without_broken_words(attempt: Attempt, steps: Sequence[Step]) -> Attempt:
    """The same with a quote so much smaller that its longest word stands on one line, if that is possible."""
    if not attempt.breaks_a_word:
        return attempt
    smaller = sorted({step.quote for step in steps if step.quote < attempt.step.quote}, reverse=True)
    others = (Attempt(attempt.hand, replace(attempt.step, quote=quote)) for quote in smaller)
    return next((other for other in others if not other.breaks_a_word), attempt)


def _full_steps(steps: Sequence[Step]) -> int:
    """How many steps, at the beginning, leave all the air."""
    return sum(step.air == 1.0 for step in steps)
