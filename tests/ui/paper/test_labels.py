"""Labels lie where they are cut, and carry a code that can be read or none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from app.domain.errors import InvalidInput
from app.domain.label_makers import LABEL_SHEETS
from app.domain.label_sheets import LabelSheet, own_label_sheet
from app.domain.notices import Design, PaperSize
from tests.ui.paper.place_samples import label_run, make_place, placed
from tests.ui.paper.samples import make_words
from ui.paper.labels import FINEST_MODULE, LabelRun, labels
from ui.paper.sheets import Code, Sheet, Words, mm


def lay(run: LabelRun, design: Design = Design.PLAIN, address: str = "") -> list[Sheet]:
    content = make_place(address=address) if address else make_place()
    return list(labels(content, run, make_words(), design).lay_out())


def codes(sheet: Sheet) -> list[Code]:
    return [thing for thing in sheet.things if isinstance(thing, Code)]


@pytest.mark.parametrize("sheet", LABEL_SHEETS, ids=lambda sheet: sheet.name)
def test_every_makers_sheet_is_filled_and_nothing_leaves_its_label(sheet: LabelSheet) -> None:
    [laid] = lay(LabelRun(sheet=sheet, count=sheet.count), Design.BOLD)

    cells = [
        QRectF(mm(x), mm(y), mm(sheet.width), mm(sheet.height))
        for x, y in (sheet.place(number) for number in range(sheet.count))
    ]
    found = placed(laid.things)
    inside = [[thing for thing, box in found if cell.contains(box)] for cell in cells]
    assert sum(map(len, inside)) == len(found)
    assert all(any(isinstance(thing, Code) for thing in cell) for cell in inside)
    assert all(any(isinstance(thing, Words) for thing in cell) for cell in inside)
    assert all(code.side / code.matrix.size >= FINEST_MODULE for code in codes(laid))


def test_the_same_place_in_each_label() -> None:
    [laid] = lay(label_run("L7160"))

    first, second, *_, last = codes(laid)

    assert (second.x - first.x) / mm(1) == pytest.approx(66.04)
    assert (last.x - first.x) / mm(1) == pytest.approx(2 * 66.04)
    assert (last.y - first.y) / mm(1) == pytest.approx(6 * 38.1)


def test_a_sheet_that_was_begun_leaves_its_first_labels_alone() -> None:
    one, other = lay(label_run("3475", first=23, count=4))

    assert (len(codes(one)), len(codes(other))) == (2, 2)
    assert min(code.x for code in codes(one)) / mm(1) > 70
    assert min(code.y for code in codes(other)) / mm(1) < 40


def test_a_code_that_would_be_too_fine_is_refused_with_the_size() -> None:
    tiny = own_label_sheet(page=PaperSize.A4, columns=4, rows=20, width=44, height=12, left=5, top=10)

    with pytest.raises(InvalidInput) as refused:
        lay(LabelRun(sheet=tiny, count=1))

    assert refused.value.field == "format"
    assert "44 × 12 mm" in str(refused.value)


def test_a_longer_address_needs_a_larger_label() -> None:
    address = "https://" + "very-long-" * 14 + "name.example/p/K7QX2M"

    with pytest.raises(InvalidInput):
        lay(label_run("L7651"), address=address)
    assert lay(label_run("L7163"), address=address)


def test_outlines_are_for_looking_alone() -> None:
    run = label_run("3425")
    shown = LabelRun(sheet=run.sheet, count=run.count, shows_cuts=True)

    [looked_at], [printed] = lay(shown), lay(run)

    assert len(looked_at.things) == len(printed.things) + run.sheet.count


def test_what_no_printer_reaches_stays_free() -> None:
    [laid] = lay(label_run("3475"), Design.PLAIN)

    assert min(box.left() for _, box in placed(laid.things)) >= mm(5)
    assert max(box.right() for _, box in placed(laid.things)) <= laid.width - mm(5)
