"""The photo of what was done, with the stamp beside or under it, in whatever room the words leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image

from app.theme import LIGHT
from ui.paper.flow import Piece
from ui.paper.page import Page, PageMeasures
from ui.paper.shapes import Stamp
from ui.paper.sheets import Picture, Stroke, Thing, rectangle

# Millimetres on A4. Under the least nobody sees what it shows; with enough, words need give way no more.
LEAST, ENOUGH = (36, 24), (84, 56)
NARROWEST = 14
HIGHEST = 105
GAP = 6
# Points that a dot of the photo takes at most: a larger one would be all squares.
LARGEST_DOT = 1.5
EDGE = 0.6


@dataclass(frozen=True, slots=True)
class Placed:
    """How large the photo stands, and whether the stamp stands beside it."""

    width: float
    height: float
    is_beside: bool

    @property
    def area(self) -> float:
        return self.width * self.height


class Proof:
    """One photo on one paper. `photo` is a JPEG file."""

    def __init__(self, photo: bytes, stamp: Stamp, page: Page, measures: PageMeasures) -> None:
        self._photo = photo
        self._stamp = stamp
        self._page = page
        self._measures = measures
        self._dots = Image.open(BytesIO(photo)).size

    def placed(self, room: float) -> Placed | None:
        """As large as `room` for photo and stamp lets it be; None where nobody would see what it shows."""
        slip, gap = self._page.measure - self._measures.indent, self._measures.gap(GAP)
        beside = self._fitting(slip - self._stamp.width - gap, room, is_beside=True)
        under = self._fitting(slip, room - self._stamp.height - gap, is_beside=False)
        larger = max(beside, under, key=lambda placed: placed.area)
        narrow = min(larger.width, larger.height) < self._measures.gap(NARROWEST)
        return None if narrow or larger.area < self._area(LEAST) else larger

    @cached_property
    def enough(self) -> float:
        """The area with which the photo is seen well, or the most that it ever gets."""
        most = self.placed(self._page.height)
        return min(self._area(ENOUGH), most.area if most else 0.0)

    def piece(self, placed: Placed, gap: float) -> Piece:
        height = self._stamp.height
        height = (
            max(placed.height, height)
            if placed.is_beside
            else placed.height + self._measures.gap(GAP) + height
        )
        return Piece(height, lambda y: self._things(placed, y, y + height), gap)

    def _things(self, placed: Placed, top: float, bottom: float) -> list[Thing]:
        page, indent = self._page, self._measures.indent
        x = page.start(indent, placed.width)
        inset = indent + (placed.width + self._measures.gap(GAP) if placed.is_beside else 0.0)
        return [
            *framed(Picture(self._photo, x, top, placed.width, placed.height)),
            *self._stamp.things(page.start(inset, self._stamp.width), bottom - self._stamp.height),
        ]

    def _fitting(self, width: float, height: float, *, is_beside: bool) -> Placed:
        across, down = self._dots
        highest = min(height, self._measures.gap(HIGHEST))
        share = max(0.0, min(width / across, highest / down, LARGEST_DOT))
        return Placed(across * share, down * share, is_beside)

    def _area(self, sides: tuple[float, float]) -> float:
        return self._measures.gap(sides[0]) * self._measures.gap(sides[1])


def framed(photo: Picture) -> list[Thing]:
    """The photo with a fine edge, for a bright one ends nowhere on white paper."""
    edge = rectangle(photo.x, photo.y, photo.width, photo.height)
    return [photo, Stroke(edge, LIGHT.dots, EDGE, round_ends=False)]
