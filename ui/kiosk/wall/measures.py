"""How large things on the wall are, on this screen and for these eyes. Lengths of the 1920 x 1080 drawing."""

from __future__ import annotations

from dataclasses import dataclass

NOTE_WIDTH, LARGE_NOTE_WIDTH = 424, 476
GUTTER = 32
SIDE, SIDE_IN_PORTRAIT = 64, 48
# Above the first row and below the last one.
MARGIN = 28
SMALLEST_FOOT = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteMeasures:
    """Of one note, in px. `unit` is for lengths, `text_unit` for letters."""

    width: int
    unit: float
    text_unit: float

    def px(self, length: float) -> int:
        return round(length * self.unit)

    def letters(self, size: float) -> int:
        return round(size * self.text_unit)

    @property
    def padding(self) -> int:
        return self.px(24)

    @property
    def text_width(self) -> int:
        return self.width - 2 * self.padding

    @property
    def foot(self) -> int:
        return max(SMALLEST_FOOT, self.letters(72))

    @property
    def around(self) -> int:
        """Room in a note's picture for shadow, tilt and the slip's overhang."""
        return self.px(20)


@dataclass(frozen=True, kw_only=True, slots=True)
class WallMeasures:
    """Of the wall: so many columns of notes."""

    columns: int
    side: int
    gutter: int
    margin: int
    note: NoteMeasures

    def left(self, column: int, *, mirrored: bool) -> int:
        """Where a column begins; on a mirrored page the first one is on the right."""
        place = self.columns - 1 - column if mirrored else column
        return self.side + place * (self.note.width + self.gutter)


def measure_wall(
    width: int, *, unit: float, text_unit: float, is_portrait: bool, is_large: bool
) -> WallMeasures:
    """As many columns as fit on `width` px, at least one, as wide as they can be."""
    side = round((SIDE_IN_PORTRAIT if is_portrait else SIDE) * unit)
    gutter = round(GUTTER * unit)
    wanted = round((LARGE_NOTE_WIDTH if is_large else NOTE_WIDTH) * unit)
    room = max(wanted, width - 2 * side)
    columns = max(1, (room + gutter) // (wanted + gutter))
    note = NoteMeasures(width=(room - (columns - 1) * gutter) // columns, unit=unit, text_unit=text_unit)
    return WallMeasures(columns=columns, side=side, gutter=gutter, margin=round(MARGIN * unit), note=note)
