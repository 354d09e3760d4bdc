"""Papers and designs in the words of the page."""

from __future__ import annotations

from app.domain.notices import Design, PaperSize
from app.domain.translation import mark
from app.words import Words

_SIZES = {
    PaperSize.A4: mark("A4"),
    PaperSize.A5: mark("A5"),
    PaperSize.A6: mark("A6"),
    PaperSize.LETTER: mark("Letter"),
    PaperSize.HALF_LETTER: mark("Half letter"),
}
_DESIGNS = {
    Design.PLAIN: mark("Plain"),
    Design.WARM: mark("Warm"),
    Design.BOLD: mark("Bold"),
}


def size_in_words(size: PaperSize, words: Words) -> str:
    return words.tr(_SIZES[size])


def design_in_words(design: Design, words: Words) -> str:
    return words.tr(_DESIGNS[design])
