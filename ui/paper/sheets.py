"""What lies on a sheet of paper, told once for both painters: the PDF and the preview draw the same things.

Measures are points from the sheet's upper left corner, y downwards. Qt's paths serve as the paths of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QPainterPath

from app.domain.notices import PaperSize
from app.qr import QrMatrix
from ui.paper.setting import SetLine

POINTS_PER_MM = 72 / 25.4
SIZES_MM = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (148.0, 210.0),
    PaperSize.A6: (105.0, 148.0),
    PaperSize.LETTER: (215.9, 279.4),
    PaperSize.HALF_LETTER: (139.7, 215.9),
}


def mm(millimetres: float) -> float:
    """Points of so many millimetres."""
    return millimetres * POINTS_PER_MM


class Role(StrEnum):
    """What a text is to those who have the sheet read to them; the names are PDF's own."""

    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    CAPTION = "Caption"
    FIGURE = "Figure"


@dataclass(frozen=True, eq=False, slots=True)
class Tag:
    """One text of a sheet. Lines that carry the very same tag belong together, also over sheets.

    `language` is told where it is not that of the document. The words within a drawing are a figure's, whose
    `alternative` is read instead of them.
    """

    role: Role = Role.PARAGRAPH
    language: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A set line with its left end and baseline. Without a tag it is a paragraph of its own."""

    line: SetLine
    x: float
    baseline: float
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    path: QPainterPath
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """`dashes` are lengths of ink and gap in points; with round ends a dash of nothing is a dot."""

    path: QPainterPath
    colour: str
    width: float
    dashes: tuple[float, float] | None = None
    round_ends: bool = True


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; whoever places it leaves its quiet border free. `alternative` says what it opens to those
    who cannot see it."""

    matrix: QrMatrix
    x: float
    y: float
    side: float
    colour: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file (PNG or JPEG) in a box of its own shape. Without an `alternative` it is an ornament."""

    file: bytes
    x: float
    y: float
    width: float
    height: float
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """Things turned together about a point; positive degrees turn clockwise."""

    things: tuple[Thing, ...]
    degrees: float
    x: float
    y: float


Thing = Words | Fill | Stroke | Code | Picture | Turned


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a booklet on one of its papers: its number counted from nought, which thing is its first, and
    its names."""

    number: int
    begins: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. Its things are in reading order: that is also the order of a PDF's text.

    `names` are of what begins on it, for the outline of a PDF that holds several; without any, its headings
    are told there. `parts` are the pages of a booklet that it shows, in another order than the sheets.
    """

    width: float
    height: float
    things: tuple[Thing, ...]
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def sheet_size(size: PaperSize) -> tuple[float, float]:
    """Width and height in points, upright."""
    width, height = SIZES_MM[size]
    return mm(width), mm(height)


def segment(x: float, y: float, to_x: float, to_y: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(x, y)
    path.lineTo(to_x, to_y)
    return path


def rectangle(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(x, y, width, height)
    return path


def moved(thing: Thing, x: float, y: float) -> Thing:
    """The same thing, so much further right and down."""
    match thing:
        case Words():
            return replace(thing, x=thing.x + x, baseline=thing.baseline + y)
        case Fill():
            return Fill(thing.path.translated(x, y), thing.colour)
        case Stroke():
            path = thing.path.translated(x, y)
            return Stroke(path, thing.colour, thing.width, thing.dashes, thing.round_ends)
        case Code():
            return replace(thing, x=thing.x + x, y=thing.y + y)
        case Picture():
            return replace(thing, x=thing.x + x, y=thing.y + y)
        case Turned():
            return Turned(all_moved(thing.things, x, y), thing.degrees, thing.x + x, thing.y + y)


def all_moved(things: Sequence[Thing], x: float, y: float) -> tuple[Thing, ...]:
    return tuple(moved(thing, x, y) for thing in things)
