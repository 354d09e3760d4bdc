"""What flows over sheets: pieces in reading order, cut where a careful hand would cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ui.paper.sheets import Thing


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the flow that is never cut: usually a line. `gap` falls away on top of a sheet.

    `may_begin` marks where a sheet best begins: with the answer. `on_note` and `has_spine` tell that it lies
    on the customer's note or on the shop's slip.
    """

    height: float
    draw: Callable[[float], Sequence[Thing]]
    gap: float = 0.0
    keeps_next: bool = False
    on_note: bool = False
    has_spine: bool = False
    may_begin: bool = False


Height = Callable[[Sequence[Piece]], float]


def height_of(pieces: Sequence[Piece]) -> float:
    """Of pieces below each other, the first on top of a sheet."""
    return sum(piece.height + piece.gap for piece in pieces) - (pieces[0].gap if pieces else 0.0)


def cut_into_sheets(
    pieces: Sequence[Piece], rooms: tuple[float, float], indent: float, height: Height = height_of
) -> list[list[Piece]]:
    """Divide the flow into sheets.

    `rooms` is the height before another sheet and on the last one, which has a higher foot. All but the first
    begin `indent` lower: there stands no label on top. `height` is what pieces take on one sheet with all
    that lies under them.
    """
    sheets: list[list[Piece]] = []
    rest = list(pieces)
    room, last_room = rooms
    while height(rest) > last_room and len(rest) > 1:
        fitting = 1
        while fitting < len(rest) and height(rest[: fitting + 1]) <= room:
            fitting += 1
        cut = _place_to_cut(rest, min(fitting, len(rest) - 1), rooms[1] - indent, height)
        sheets.append(rest[:cut])
        rest = rest[cut:]
        room, last_room = rooms[0] - indent, rooms[1] - indent
    return [*sheets, rest]


def _place_to_cut(pieces: Sequence[Piece], fitting: int, last_room: float, height: Height) -> int:
    """How many pieces stay on the sheet: up to the answer if all of it then fits, else as many as may."""
    for cut in range(1, fitting + 1):
        if pieces[cut].may_begin and height(pieces[cut:]) <= last_room:
            return cut
    cut = fitting
    while cut > 1 and pieces[cut - 1].keeps_next:
        cut -= 1
    return fitting if cut == 1 and pieces[0].keeps_next else cut


def stacked(pieces: Sequence[Piece], top: float) -> list[Thing]:
    """What the pieces draw below each other, the first without its gap."""
    things: list[Thing] = []
    y = top - (pieces[0].gap if pieces else 0.0)
    for piece in pieces:
        y += piece.gap
        things += piece.draw(y)
        y += piece.height
    return things


def with_gap(pieces: list[Piece], gap: float) -> list[Piece]:
    """The same pieces, with room above the first."""
    return [replace(pieces[0], gap=gap), *pieces[1:]]


def keeping(piece: Piece) -> Piece:
    return replace(piece, keeps_next=True)
