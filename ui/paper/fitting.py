"""Sets a text into a box: as large as it may be, smaller where it has to, and cut, with a sign, at last."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.text import first_graphemes, graphemes
from app.words import Words as Catalogue
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block, set_text

SMALLEST = 0.3
STEP = 0.05
# Points that rounding may add to a line.
TOLERANCE = 0.1
TRIES = 4
# Says that a text goes on elsewhere.
GOES_ON = "…"


@dataclass(frozen=True, slots=True)
class Clipped:
    """A text at a fixed size; `is_cut` tells that not all of it is there."""

    block: Block
    is_cut: bool


def fitted(
    text: str,
    style: Style,
    measure: float,
    room: float,
    words: Catalogue,
    *,
    spans: Sequence[Span] = (),
    smallest: float = SMALLEST,
    even: bool = False,
    closing: str = "",
) -> Block:
    """The text at its size, or so much smaller, down to the share `smallest`, that it fits into `room`.

    No word is broken as long as another size helps. What fits at no size is cut, and ends with an ellipsis.
    `closing`, a quotation mark, comes behind the text and behind the ellipsis.
    """
    with_broken_word: Block | None = None
    share = 1.0
    while share > smallest - STEP / 2:
        block = _set(text + closing, style.at(style.size * share), measure, words, spans, even)
        if block.height <= room:
            if not block.has_broken_word:
                return block
            with_broken_word = with_broken_word or block
        share -= STEP
    if with_broken_word is not None:
        return with_broken_word
    smaller = style.at(style.size * smallest)
    return clipped(text, smaller, measure, words, room=room, closing=closing).block


def clipped(
    text: str,
    style: Style,
    measure: float,
    words: Catalogue,
    *,
    most_lines: float = math.inf,
    room: float = math.inf,
    closing: str = "",
) -> Clipped:
    """The text at its size, in as many lines and as much room as there is; of what is more the beginning."""

    def fits(block: Block) -> bool:
        return len(block.lines) <= most_lines and block.height <= room

    def begun(letters: int) -> Block:
        return _set(first_graphemes(text, letters).rstrip() + GOES_ON + closing, style, measure, words)

    whole = _set(text + closing, style, measure, words)
    return Clipped(whole, False) if fits(whole) else Clipped(_longest(begun, fits, graphemes(text)), True)


def _longest(begun: Callable[[int], Block], fits: Callable[[Block], bool], letters: int) -> Block:
    """At least one letter and the sign."""
    low, high = 1, letters
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(begun(middle)) else (low, middle - 1)
    return begun(low)


def _set(
    text: str,
    style: Style,
    measure: float,
    words: Catalogue,
    spans: Sequence[Span] = (),
    even: bool = False,
) -> Block:
    """Smaller where a single letter is wider than the measure: some stand for a whole sentence."""
    for _ in range(TRIES):
        block = set_text(
            text,
            style,
            measure,
            language=words.language,
            spans=spans,
            right_to_left=words.is_right_to_left,
            even=even,
        )
        if block.width <= measure + TOLERANCE:
            break
        style = style.at(style.size * measure / block.width)
    return block
