"""Sheets of labels: every label lies where its maker cut it, and what does not fit is refused."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.errors import InvalidInput, NotFound
from app.domain.label_makers import LABEL_SHEETS, SAME_AS, label_sheet
from app.domain.label_sheets import LabelSheet, own_label_sheet
from app.domain.notices import PaperSize


def by_name(name: str) -> LabelSheet:
    return label_sheet(name)


@pytest.mark.parametrize("sheet", LABEL_SHEETS, ids=lambda sheet: sheet.name)
def test_every_label_of_every_maker_lies_on_the_page_and_on_no_other(sheet: LabelSheet) -> None:
    wide, high = sheet.page_mm
    for number in range(sheet.count):
        x, y = sheet.place(number)
        assert x >= 0
        assert x + sheet.width <= wide + 0.05
        assert y >= 0
        assert y + sheet.height <= high + 0.05
    assert sheet.across >= sheet.width
    assert sheet.down >= sheet.height


@pytest.mark.parametrize("sheet", LABEL_SHEETS, ids=lambda sheet: sheet.name)
def test_makers_cut_in_the_middle_of_the_page(sheet: LabelSheet) -> None:
    """A slip of the pen in one measure would show here."""
    assert sheet.left == pytest.approx(sheet.right, abs=0.25)
    assert sheet.top == pytest.approx(sheet.bottom, abs=0.25)


@pytest.mark.parametrize(
    ("name", "number", "corner", "label", "count"),
    [
        ("L7651", 64, (167.23, 264.94), (38.1, 21.17), 65),
        ("L7160", 0, (7.21, 15.15), (63.5, 38.1), 21),
        ("L7160", 20, (139.29, 243.75), (63.5, 38.1), 21),
        ("L7163", 13, (106.27, 243.75), (99.06, 38.1), 14),
        ("L7159", 23, (139.29, 250.11), (63.5, 33.87), 24),
        ("3475", 4, (70.0, 40.5), (70.0, 36.0), 24),
        ("3652", 20, (140.0, 254.25), (70.0, 42.3), 21),
        ("3659", 11, (105.0, 233.1), (97.0, 42.3), 12),
        ("3425", 9, (105.0, 234.0), (105.0, 57.0), 10),
        ("5160", 29, (144.46, 241.3), (66.68, 25.4), 30),
        ("5163", 9, (110.33, 215.9), (101.6, 50.8), 10),
        ("5164", 5, (110.33, 182.04), (101.6, 84.67), 6),
    ],
)
def test_the_makers_measures(
    name: str, number: int, corner: tuple[float, float], label: tuple[float, float], count: int
) -> None:
    sheet = by_name(name)

    assert sheet.place(number) == pytest.approx(corner, abs=0.01)
    assert (sheet.width, sheet.height) == label
    assert sheet.count == count


def test_a_sheet_is_found_however_its_number_is_typed_and_under_its_other_numbers() -> None:
    assert by_name(" l-7160 ") is by_name("L7160")
    assert by_name("J8160") is by_name("L7160")
    assert by_name("8163").page is PaperSize.LETTER
    assert all(by_name(other).name == name for other, name in SAME_AS.items())


def test_an_unknown_number_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(NotFound) as refused:
        by_name("X1")

    assert "L7160" in str(refused.value)


def own(**changes: Any) -> LabelSheet:
    values: dict[str, Any] = {
        "page": PaperSize.A4,
        "columns": 2,
        "rows": 5,
        "width": 90,
        "height": 50,
        "left": 10,
        "top": 15,
        "gap_across": 10,
        "gap_down": 4,
    }
    return own_label_sheet(**(values | changes))


def test_own_measures_make_a_sheet() -> None:
    sheet = own()

    assert sheet.place(9) == (110, 231)
    assert (sheet.right, sheet.bottom) == (10, 16)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"columns": 1, "gap_across": float("inf")}, "left", "Margins and gaps"),
        ({"columns": 3}, "width", "300 mm wide; A4 has 210 mm"),
        ({"rows": 6}, "height", "335 mm high; A4 has 297 mm"),
        ({"rows": 0}, "rows", "at least one row"),
        ({"width": 0}, "width", "wider and higher"),
        ({"height": float("nan")}, "width", "wider and higher"),
        ({"left": -1}, "left", "not less than 0"),
        ({"page": PaperSize.A5}, "page", "A4 or Letter"),
    ],
)
def test_measures_that_cannot_be_are_refused_in_a_sentence(
    changes: dict[str, Any], field: str, says: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        own(**changes)

    assert refused.value.field == field
    assert says in str(refused.value)


def test_a_sheet_that_was_begun_is_gone_on_with_and_overflows_onto_the_next() -> None:
    sheet = own()

    assert sheet.sheets(first=9, count=5) == [[8, 9], [0, 1, 2]]
    assert sheet.left_on_sheet(9) == 2
    assert sheet.sheets(first=1, count=10) == [list(range(10))]


@pytest.mark.parametrize(
    ("first", "count", "field"), [(0, 1, "first"), (11, 1, "first"), (1, 0, "count"), (1, 1001, "count")]
)
def test_a_label_that_is_not_there_cannot_be_the_first(first: int, count: int, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        own().sheets(first, count)

    assert refused.value.field == field
