"""The page that sheets share: measures by paper, the head with mark and shop, places from the leading edge.

On right-to-left pages everything mirrors here; who lays out a sheet thinks from the leading edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from io import BytesIO

from PIL import Image

from app.domain.notices import PaperSize
from app.qr import QUIET_MODULES, QrMatrix
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.fitting import SMALLEST, fitted
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block, PlacedLine, set_text
from ui.paper.shapes import mark, mark_width
from ui.paper.sheets import Code, Fill, Picture, Role, Sheet, Tag, Thing, Words, mm, rectangle, sheet_size

# Never the softer ink of the type: readers of codes want the strongest contrast.
CODE_COLOUR = "#000000"
NAME_LINES = 2
# The box of a logo, in heights of the mark, and its part of the measure at most.
LOGO_HEIGHT, LOGO_WIDTH = 1.5, 5.0
WIDEST_LOGO = 0.45
# What a plate under a logo has beside it, in heights of the mark.
PLATE = 0.18
WHITE = "#FFFFFF"


class Align(Enum):
    """Where a line stands in its measure: with the page, against it, or as its own direction wants."""

    START = auto()
    END = auto()
    OWN = auto()


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """One paper: margins and parts in points, sizes of type in points. `scale` shrinks gaps given for A4."""

    size: PaperSize
    scale: float
    leading: float
    trailing: float
    top: float
    bottom: float
    mark: float
    name: float
    label: float
    small: float
    spine: float
    indent: float
    code: float

    def gap(self, millimetres: float) -> float:
        """Room that is so many millimetres high on A4."""
        return mm(millimetres * self.scale)


def _large(size: PaperSize, bottom: float) -> PageMeasures:
    return PageMeasures(
        size=size,
        scale=1.0,
        leading=mm(26),
        trailing=mm(20),
        top=mm(20),
        bottom=mm(bottom),
        mark=mm(10.2),
        name=16.5,
        label=16.8,
        small=12,
        spine=mm(3),
        indent=mm(11),
        code=mm(34),
    )


_A5 = PageMeasures(
    size=PaperSize.A5,
    scale=0.7,
    leading=mm(18),
    trailing=mm(14),
    top=mm(13.5),
    bottom=mm(13),
    mark=mm(7.4),
    name=12,
    label=12,
    small=9.5,
    spine=mm(2.2),
    indent=mm(7.8),
    code=mm(26),
)
_MEASURES = {
    PaperSize.A4: _large(PaperSize.A4, 18.2),
    PaperSize.LETTER: _large(PaperSize.LETTER, 16),
    PaperSize.A5: _A5,
    PaperSize.HALF_LETTER: replace(_A5, size=PaperSize.HALF_LETTER, leading=mm(16), trailing=mm(12.5)),
    PaperSize.A6: PageMeasures(
        size=PaperSize.A6,
        scale=0.5,
        leading=mm(12),
        trailing=mm(9),
        top=mm(9),
        bottom=mm(9.1),
        mark=mm(5.8),
        name=9.5,
        label=9.5,
        small=8.2,
        spine=mm(1.7),
        indent=mm(5.8),
        code=mm(21),
    ),
}


def page_measures(size: PaperSize) -> PageMeasures:
    return _MEASURES[size]


@dataclass(frozen=True, slots=True)
class Header:
    things: tuple[Thing, ...]
    bottom: float


class Page:
    """One paper in one direction; `box` is its width and height where it is only a part of a sheet."""

    def __init__(
        self, measures: PageMeasures, words: Catalogue, box: tuple[float, float] | None = None
    ) -> None:
        self._measures = measures
        self._words = words
        self._mirrored = words.is_right_to_left
        self._language = words.language
        self.width, self.height = box or sheet_size(measures.size)
        self.measure = self.width - measures.leading - measures.trailing
        self.left = measures.trailing if self._mirrored else measures.leading
        self.bottom = self.height - measures.bottom

    def sheet(self, things: Sequence[Thing]) -> Sheet:
        return Sheet(self.width, self.height, tuple(things))

    def start(self, inset: float, width: float) -> float:
        """The left end of something `width` wide that begins `inset` from the leading edge."""
        return self.left + (self.measure - inset - width if self._mirrored else inset)

    def at(self, inset: float) -> float:
        """The place `inset` from the leading edge."""
        return self.start(inset, 0.0)

    def line_x(self, block: Block, placed: PlacedLine, inset: float, align: Align) -> float:
        """Where a line of a block begins that stands `inset` from the leading edge."""
        left = self.start(inset, block.measure)
        if align is Align.OWN:
            return left + placed.x
        at_left = (align is Align.START) != self._mirrored
        return left if at_left else left + block.measure - placed.line.width

    def words(self, placed: PlacedLine, x: float, baseline: float, tag: Tag | None = None) -> Words:
        return Words(placed.line, x, baseline, tag)

    def block(
        self, block: Block, inset: float, y: float, align: Align, role: Role = Role.PARAGRAPH
    ) -> tuple[Words, ...]:
        tag = Tag(role)
        return tuple(
            self.words(placed, self.line_x(block, placed, inset, align), y + placed.baseline, tag)
            for placed in block.lines
        )

    def fitting(
        self,
        text: str,
        style: Style,
        measure: float,
        room: float,
        spans: Sequence[Span] = (),
        *,
        smallest: float = SMALLEST,
        even: bool = False,
        closing: str = "",
    ) -> Block:
        """As `fitted`, in the language of the page."""
        return fitted(
            text,
            style,
            measure,
            room,
            self._words,
            spans=spans,
            smallest=smallest,
            even=even,
            closing=closing,
        )

    def code(self, matrix: QrMatrix, inset: float, y: float, alternative: str = "") -> Code:
        side = self._measures.code
        return Code(matrix, self.start(inset, side), y, side, CODE_COLOUR, alternative)

    def quiet(self, matrix: QrMatrix) -> float:
        """How much has to stay free beside a code, and a little more."""
        return (QUIET_MODULES + 0.5) * self._measures.code / matrix.size

    def header(
        self,
        shop_name: str,
        colour: str,
        logo: bytes = b"",
        kept: float = 0.0,
        ink: str = LIGHT.ink,
        role: Role = Role.PARAGRAPH,
        *,
        plate: str = "",
    ) -> Header:
        """The shop's logo, or the mark in `colour`, and its name in `ink`, which may take two lines and get
        smaller. `kept` is left free on the trailing side; `plate` lies under a logo where the ground is not
        bare paper."""
        measures = self._measures
        sign, width, height = self._logo(logo, plate) if logo else self._mark(colour)
        inset = width + measures.gap(5) + (measures.mark * PLATE if plate and logo else 0.0)
        block = self._name(shop_name, self.measure - inset - kept, ink)
        middle = measures.top + measures.mark * 0.53
        top = (
            max(middle - block.height / 2, measures.top)
            if len(block.lines) > 1
            else middle - block.height / 2
        )
        things: list[Thing] = [*sign, *self.block(block, inset, top, Align.START, role)]
        lowest = max(measures.top + measures.mark, top + block.height, middle + height / 2)
        return Header(tuple(things), lowest)

    def _mark(self, colour: str) -> tuple[Sequence[Thing], float, float]:
        measures = self._measures
        width = mark_width(measures.mark)
        return mark(self.start(0.0, width), measures.top, measures.mark, colour), width, measures.mark

    def _logo(self, logo: bytes, plate: str) -> tuple[Sequence[Thing], float, float]:
        """As large as its box lets it be, whatever its shape; a slender one is less high."""
        measures = self._measures
        dots_across, dots_down = Image.open(BytesIO(logo)).size
        share = min(
            measures.mark * LOGO_HEIGHT / dots_down,
            min(measures.mark * LOGO_WIDTH, self.measure * WIDEST_LOGO) / dots_across,
        )
        width, height = dots_across * share, dots_down * share
        top = measures.top + measures.mark * 0.53 - height / 2
        x, edge = self.start(0.0, width), measures.mark * PLATE
        under = rectangle(x - edge, top - edge, width + 2 * edge, height + 2 * edge)
        lain = [Fill(under, plate)] if plate else []
        return [*lain, Picture(logo, x, top, width, height)], width, height

    def _name(self, shop_name: str, measure: float, ink: str) -> Block:
        style = Style(self._measures.name, ink, bold=True, leading=1.2)
        for share in (1.0, 0.85, 0.72, 0.62):
            block = set_text(
                shop_name,
                style.at(self._measures.name * share),
                measure,
                language=self._language,
                right_to_left=self._mirrored,
            )
            if len(block.lines) <= NAME_LINES and not block.has_broken_word:
                break
        return block
