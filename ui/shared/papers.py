"""Papers and designs in the words of the page."""

from __future__ import annotations

from app.domain.notices import Design, PaperSize, PictureShape, Roll, SlipPaper
from app.domain.translation import mark
from app.words import Words

_SIZES = {
    PaperSize.A4: mark("A4"),
    PaperSize.A5: mark("A5"),
    PaperSize.A6: mark("A6"),
    PaperSize.LETTER: mark("Letter"),
    PaperSize.HALF_LETTER: mark("Half letter"),
}
_ROLLS = {
    Roll.USUAL: mark("Receipt, 80 mm"),
    Roll.NARROW: mark("Receipt, 58 mm"),
}
_DESIGNS = {
    Design.PLAIN: mark("Plain"),
    Design.WARM: mark("Warm"),
    Design.BOLD: mark("Bold"),
}
_SHAPES = {
    PictureShape.SQUARE: mark("Square"),
    PictureShape.PORTRAIT: mark("Portrait"),
    PictureShape.STORY: mark("Story"),
}


def size_in_words(size: SlipPaper, words: Words) -> str:
    return words.tr(_ROLLS[size] if isinstance(size, Roll) else _SIZES[size])


def paper_in_words(size: SlipPaper, design: Design, words: Words) -> str:
    """What something comes on; a roll knows one design."""
    named = size_in_words(size, words)
    return named if isinstance(size, Roll) else f"{named}, {design_in_words(design, words)}"


def design_in_words(design: Design, words: Words) -> str:
    return words.tr(_DESIGNS[design])


def shape_in_words(shape: PictureShape, words: Words) -> str:
    return words.tr(_SHAPES[shape])
