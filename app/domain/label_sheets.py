"""Sheets of labels: how many there are on a page and where each lies. All measures are millimetres from the
sheet's upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from app.domain.errors import InvalidInput
from app.domain.notices import PaperSize
from app.domain.translation import mark

# The papers that sheets of labels come on.
PAGES_MM = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}
MOST_LABELS = 1000
# Makers round their measures.
TOLERANCE = 0.05


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelSheet:
    """Rows and columns of labels of one size. The pitch goes from one label's edge to the next one's, so that
    it holds the gap between them too. `name` is the maker's number, empty for own measures."""

    name: str = ""
    page: PaperSize = PaperSize.A4
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    @property
    def page_mm(self) -> tuple[float, float]:
        return PAGES_MM[self.page]

    @property
    def right(self) -> float:
        """What is left free on the right."""
        return self.page_mm[0] - self.left - self.across * (self.columns - 1) - self.width

    @property
    def bottom(self) -> float:
        """What is left free below."""
        return self.page_mm[1] - self.top - self.down * (self.rows - 1) - self.height

    def place(self, number: int) -> tuple[float, float]:
        """The upper left corner of label `number`, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        return self.left + column * self.across, self.top + row * self.down

    def sheets(self, first: int, count: int) -> Sequence[Sequence[int]]:
        """Which labels of each sheet are printed: `count` in all, on the first sheet from `first` on,
        counted from 1. Raises InvalidInput on `first` or `count`."""
        if not 1 <= first <= self.count:
            raise InvalidInput(
                "first", mark("This sheet has %(count)s labels: begin at 1 to %(count)s."), count=self.count
            )
        if not 1 <= count <= MOST_LABELS:
            raise InvalidInput("count", mark("Please print 1 to %(most)s labels."), most=MOST_LABELS)
        numbers = range(first - 1, first - 1 + count)
        starts = range(0, numbers.stop, self.count)
        return [
            [number - start for number in numbers if start <= number < start + self.count] for start in starts
        ]

    def left_on_sheet(self, first: int) -> int:
        """How many labels there are from `first` on, counted from 1."""
        return self.count - first + 1


def own_label_sheet(
    *,
    page: PaperSize,
    columns: int,
    rows: int,
    width: float,
    height: float,
    left: float,
    top: float,
    gap_across: float = 0.0,
    gap_down: float = 0.0,
) -> LabelSheet:
    """A sheet by its own measures. Raises InvalidInput when they cannot be, or do not fit the page."""
    if page not in PAGES_MM:
        raise InvalidInput("page", mark("Sheets of labels are A4 or Letter."))
    if not (1 <= columns <= MOST_LABELS and 1 <= rows <= MOST_LABELS):
        raise InvalidInput("rows", mark("A sheet of labels has at least one row and one column."))
    if not all(0 <= measure < inf for measure in (left, top, gap_across, gap_down)):
        raise InvalidInput("left", mark("Margins and gaps are not less than 0 mm."))
    if not (0 < width < inf and 0 < height < inf):
        raise InvalidInput("width", mark("A label is wider and higher than 0 mm."))
    sheet = LabelSheet(
        page=page,
        columns=columns,
        rows=rows,
        width=width,
        height=height,
        left=left,
        top=top,
        across=width + gap_across,
        down=height + gap_down,
    )
    _check(sheet)
    return sheet


def _check(sheet: LabelSheet) -> None:
    wide, high = sheet.page_mm
    if sheet.right < -TOLERANCE:
        raise InvalidInput(
            "width",
            mark("These labels need a sheet %(needed)s mm wide; %(page)s has %(wide)s mm."),
            needed=f"{wide - sheet.right:.4g}",
            page=sheet.page.value,
            wide=f"{wide:g}",
        )
    if sheet.bottom < -TOLERANCE:
        raise InvalidInput(
            "height",
            mark("These labels need a sheet %(needed)s mm high; %(page)s has %(high)s mm."),
            needed=f"{high - sheet.bottom:.4g}",
            page=sheet.page.value,
            high=f"{high:g}",
        )
