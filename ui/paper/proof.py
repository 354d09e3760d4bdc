"""The photo of what was done, with the stamp beside or under it, in whatever room the words leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    """One photo on one paper, `inset` from its leading edge. `photo` is a JPEG file, `alternative` says what
    it is. Without a `stamp` it stands alone: the stamp then is somewhere else."""

    def __init__(
        self,
        photo: bytes,
        stamp: Stamp | None,
        page: Page,
        measures: PageMeasures,
        *,
        alternative: str,
        inset: float = 0.0,
    ) -> None:
        self._photo = photo
        self._alternative = alternative
        self._stamp = stamp
        self._page = page
        self._measures = measures
        self._inset = inset
        self._gap = measures.gap(GAP)
        self._dots = Image.open(BytesIO(photo)).size

    def placed(self, free: float) -> Placed | None:
        """As large as the height that is `free` beside all else lets it be; None where nobody would see what
        it shows."""
        width = self._page.measure - self._inset
        larger = self._fitting(width, free - self._gap, is_beside=False)
        if self._stamp:
            narrower = width - self._stamp.width - self._gap
            beside = self._fitting(narrower, free + self._stamp.height, is_beside=True)
            larger = max(beside, larger, key=lambda placed: placed.area)
        narrow = min(larger.width, larger.height) < self._measures.gap(NARROWEST)
        return None if narrow or larger.area < self._area(LEAST) else larger

    @cached_property
    def enough(self) -> float:
        """The area with which the photo is seen well, or the most that it ever gets."""
        most = self.placed(self._page.height)
        return min(self._area(ENOUGH), most.area if most else 0.0)

    def pieces(self, placed: Placed, stamp: Piece) -> list[Piece]:
        """In place of the piece that is the stamp: with it, or above it where it stands somewhere else."""
        if self._stamp is None:
            photo = Piece(placed.height, self._drawer(placed), self._gap, has_spine=True)
            return [photo, stamp]
        height = self._stamp.height
        height = max(placed.height, height) if placed.is_beside else placed.height + self._gap + height
        return [Piece(height, lambda y: self._with_stamp(placed, y, y + height), stamp.gap)]

    def _drawer(self, placed: Placed) -> Callable[[float], Sequence[Thing]]:
        x = self._page.start(self._inset, placed.width)
        return lambda y: framed(Picture(self._photo, x, y, placed.width, placed.height, self._alternative))

    def _with_stamp(self, placed: Placed, top: float, bottom: float) -> list[Thing]:
        assert self._stamp is not None
        inset = self._inset + (placed.width + self._gap if placed.is_beside else 0.0)
        x = self._page.start(inset, self._stamp.width)
        return [*self._drawer(placed)(top), *self._stamp.things(x, bottom - self._stamp.height)]

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
