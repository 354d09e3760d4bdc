"""What a picture of numbers is made of: bars, rules and words in plain measures, for whoever draws them.

Lengths are px at the text size of the drawing, y downwards; inks are names of the palette's colours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol


class Anchor(Enum):
    """Which end of a label stands at its x, seen in the direction of the page."""

    START = auto()
    MIDDLE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Bar:
    """`hollow` is an outline: what was not kept or is not there is never told by colour alone."""

    x: float
    y: float
    width: float
    height: float
    ink: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    x: float
    y: float
    to_x: float
    to_y: float
    ink: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """`y` is the baseline. `text` may be a customer's and is letters, whatever it looks like."""

    text: str
    x: float
    y: float
    size: float
    ink: str
    anchor: Anchor = Anchor.START
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to point at, and what is said of it. `row` is where arrow keys find it."""

    x: float
    y: float
    width: float
    height: float
    said: str
    row: int


Thing = Bar | Rule | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    things: tuple[Thing, ...]
    spots: tuple[Spot, ...] = ()

    def mirrored(self) -> Drawing:
        """For a page that is read from the right. Time runs from right to left there, as its text does."""
        return replace(
            self,
            things=tuple(self._mirrored(thing) for thing in self.things),
            spots=tuple(replace(spot, x=self.width - spot.x - spot.width) for spot in self.spots),
        )

    def _mirrored(self, thing: Thing) -> Thing:
        match thing:
            case Bar():
                return replace(thing, x=self.width - thing.x - thing.width)
            case Rule():
                return replace(thing, x=self.width - thing.x, to_x=self.width - thing.to_x)
            case Label():
                return replace(thing, x=self.width - thing.x)


class Type(Protocol):
    """Knows how wide words are in the face that will draw them, and is `scale` times its usual size."""

    scale: float

    def width(self, text: str, size: float, *, bold: bool = False) -> float: ...

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        """As much of `text` as fits into `room`, with three dots for the rest."""
        ...
