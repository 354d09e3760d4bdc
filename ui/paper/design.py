"""The three designs every sheet can be drawn in: what they colour, with contrast kept for any shop colour.

Plain is ink on bare paper. Warm lays the customer's words on the kiosk's tinted note and the answer on a
white slip over it. Bold sets them paper white on a block of the shop's colour, inside a margin that every
printer keeps free. Codes stand on bare paper in all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.notices import Design
from app.theme import LIGHT, in_colour_of, note_paper
from ui.paper.sheets import Fill, Picture, Thing, mm, rectangle

# No printer reaches the edge of its paper.
BLOCK_MARGIN = mm(8)
PLATE = "#FFFFFF"
# How far a note and the slip over it are turned, in degrees, as on the kiosk.
NOTE_TURN, SLIP_TURN = -0.7, 0.25


@dataclass(frozen=True, kw_only=True, slots=True)
class Dress:
    """`accent` is the shop's colour where it reads on bare paper and on every note; `note` is what lies under
    the customer's words, empty = nothing, with `on_note` and `on_note_soft` to write on it."""

    design: Design
    accent: str
    note: str
    on_note: str
    on_note_soft: str

    @property
    def is_plain(self) -> bool:
        return self.design is Design.PLAIN


def on_plates(things: Sequence[Thing], out: float) -> list[Thing]:
    """On a block a logo lies on a white plate, so much larger: nobody knows which ground it was drawn for."""
    plates: list[Thing] = [
        Fill(rectangle(thing.x - out, thing.y - out, thing.width + 2 * out, thing.height + 2 * out), PLATE)
        for thing in things
        if isinstance(thing, Picture)
    ]
    return [*plates, *things]


def dress(design: Design, shop_colour: str, seed: str = "00") -> Dress:
    """`seed`, hexadecimal, chooses among the four papers of notes, as the idea's id does on the kiosk."""
    palette = in_colour_of(shop_colour, LIGHT)
    match design:
        case Design.PLAIN:
            note, on_note, soft = "", LIGHT.ink, LIGHT.ink_soft
        case Design.WARM:
            note, on_note, soft = note_paper(LIGHT, seed), LIGHT.ink, LIGHT.ink_soft
        case Design.BOLD:
            note, on_note, soft = palette.brick, palette.on_brick, palette.on_brick
    return Dress(design=design, accent=palette.brick, note=note, on_note=on_note, on_note_soft=soft)
