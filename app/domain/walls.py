"""Where paper hangs: the shop's places, boards with measures among them, and a sheet's copies in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.notices import Notice, PaperSize, SheetKind
from app.domain.text import LABEL_GRAPHEMES, clean_line, clean_words
from app.domain.translation import mark

SMALLEST_MM, LARGEST_MM = 100, 10_000


@dataclass(frozen=True, slots=True)
class Measures:
    """In millimetres."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Position:
    """Of a sheet's left upper corner from that of its board, in millimetres."""

    x: int
    y: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Somewhere paper hangs. A board has measures, so that it can be drawn to scale; a window or a counter
    need none."""

    id: UUID
    name: str
    measures: Measures | None = None
    position: int = 0
    removed_at: datetime | None = None

    @property
    def is_board(self) -> bool:
        return self.measures is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hanging:
    """One copy of a sheet in one place. `at` is None where nobody said, or the place has no measures; it
    hangs until `down_at`, taken down by `down_by` (empty when no name was given)."""

    id: UUID
    notice_id: UUID
    place_id: UUID
    at: Position | None
    since: datetime
    down_at: datetime | None = None
    down_by: str = ""


SHEETS_MM: Mapping[PaperSize, Measures] = MappingProxyType(
    {
        PaperSize.A4: Measures(210, 297),
        PaperSize.A5: Measures(148, 210),
        PaperSize.A6: Measures(105, 148),
        PaperSize.LETTER: Measures(216, 279),
        PaperSize.HALF_LETTER: Measures(140, 216),
    }
)
BUSINESS_CARD_MM = Measures(85, 55)


def measures_of(kind: SheetKind, size: PaperSize) -> Measures:
    """What a sheet takes up on a board, to the millimetre; a card is cut out of its sheet."""
    return BUSINESS_CARD_MM if kind is SheetKind.QR_CARD else SHEETS_MM[size]


def measures_of_notice(notice: Notice) -> Measures:
    return measures_of(notice.kind, notice.size)


def fits(sheet: Measures, at: Position, board: Measures) -> bool:
    """Whether all of it lies on the board."""
    return (
        at.x >= 0 and at.y >= 0 and at.x + sheet.width <= board.width and at.y + sheet.height <= board.height
    )


def nearest_inside(sheet: Measures, at: Position, board: Measures) -> Position:
    """Where it lies wholly on the board, as near to `at` as can be; a sheet that is too large at the
    corner."""
    x = max(0, min(at.x, board.width - sheet.width))
    return Position(x, max(0, min(at.y, board.height - sheet.height)))


def clean_place_name(text: str) -> str:
    """Raises InvalidInput on `name` when it is blank or over 40 characters."""
    blank = mark("Please give the place a name.")
    return clean_words(clean_line(text), "name", LABEL_GRAPHEMES, blank)


def check_measures(measures: Measures) -> Measures:
    """Raises InvalidInput on `width` or `height` when no board is that small or large."""
    for field, value in (("width", measures.width), ("height", measures.height)):
        if not SMALLEST_MM <= value <= LARGEST_MM:
            raise InvalidInput(field, mark("A board is between 10 centimetres and 10 metres wide and high."))
    return measures
