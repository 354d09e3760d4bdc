"""Printing: every page, at its true size, with progress and a way to stop. No printer is needed: Qt writes a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import ImageChops
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from app.domain.notices import PaperSize
from tests.ui.paper.samples import ADDRESS, as_grey, make_content, make_words, pdf_pages
from ui.paper.notice import draw_notice
from ui.paper.printing import (
    PrintProblem,
    page_count,
    pdf_picture,
    print_pdf,
    propose_paper,
    sides_to_print,
)
from ui.paper.qr_picture import qr_picture, qr_png

LONG = "The step at the door is a fight each time, and a small ramp would help. "


def make_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    return printer


def two_sheets() -> bytes:
    return draw_notice(make_content(idea_text=LONG * 6, answer=LONG * 8), PaperSize.A6, make_words())


def test_a_notice_prints_at_its_true_size(tmp_path: Path) -> None:
    pdf = draw_notice(make_content(), PaperSize.A5, make_words())

    assert print_pdf(pdf, make_printer(tmp_path / "out.pdf"), lambda _number, _count: True)

    [printed] = pdf_pages((tmp_path / "out.pdf").read_bytes(), 100)
    [wanted] = pdf_pages(pdf, 100)
    assert abs(printed.width - wanted.width) <= 2
    assert abs(printed.height - wanted.height) <= 2
    difference = ImageChops.difference(printed.resize(wanted.size), wanted).point(
        lambda v: 255 if v > 160 else 0
    )
    assert difference.histogram()[255] < 0.004 * wanted.width * wanted.height
    assert [code.text for code in zxingcpp.read_barcodes(printed)] == [ADDRESS]


def test_each_page_is_announced_and_printed(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def on_page(number: int, count: int) -> bool:
        told.append((number, count))
        return True

    print_pdf(two_sheets(), make_printer(tmp_path / "out.pdf"), on_page)

    assert told == [(1, 2), (2, 2)]
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 2


def test_stopping_ends_the_print_between_pages(tmp_path: Path) -> None:
    told: list[int] = []

    def on_page(number: int, _count: int) -> bool:
        told.append(number)
        return number < 2

    assert not print_pdf(two_sheets(), make_printer(tmp_path / "out.pdf"), on_page)
    assert told == [1, 2]


class TwoSided(QPrinter):
    """A printer that turns the paper and leaves copies to the program, as some drivers of Windows do."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


def sides(tmp_path: Path, pages: int, **chosen: Any) -> list[int | None]:
    """What goes to a printer that makes no copies itself; `chosen` by the names of Qt's setters."""
    printer = make_printer(tmp_path / "out.pdf")
    for name, value in chosen.items():
        getattr(printer, name)(*value)
    return sides_to_print(printer, pages)


def test_copies_come_sorted_or_page_by_page(tmp_path: Path) -> None:
    two, sorted_out = {"setCopyCount": (2,)}, {"setCollateCopies": (True,)}

    assert sides(tmp_path, 3, **two, **sorted_out) == [0, 1, 2, 0, 1, 2]
    assert sides(tmp_path, 3, **two, setCollateCopies=(False,)) == [0, 0, 1, 1, 2, 2]


def test_each_copy_begins_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    printer = TwoSided()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setCopyCount(2)

    printer.setCollateCopies(True)
    assert sides_to_print(printer, 3) == [0, 1, 2, None, 0, 1, 2, None]
    printer.setCollateCopies(False)
    assert sides_to_print(printer, 3) == [0, 1, 0, 1, 2, None, 2, None]


def test_a_range_and_the_order_are_kept(tmp_path: Path) -> None:
    some = {"setPrintRange": (QPrinter.PrintRange.PageRange,), "setFromTo": (2, 4)}

    assert sides(tmp_path, 9, **some) == [1, 2, 3]
    assert sides(tmp_path, 9, **some, setPageOrder=(QPrinter.PageOrder.LastPageFirst,)) == [3, 2, 1]
    assert sides(tmp_path, 3, **some) == [1, 2]


def test_a_lying_page_lies_on_its_paper_and_a_receipt_has_its_own(tmp_path: Path) -> None:
    printer = make_printer(tmp_path / "out.pdf")

    propose_paper(printer, QSizeF(842, 595))
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape

    propose_paper(printer, QSizeF(227, 500))
    assert printer.pageLayout().pageSize().sizePoints().toTuple() == (227, 500)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait


def test_on_another_paper_a_page_keeps_its_size_or_is_made_to_fit(tmp_path: Path) -> None:
    small = draw_notice(make_content(), PaperSize.A6, make_words())
    inked = {}
    for paper in (QPageSize.PageSizeId.A5, QPageSize.PageSizeId.A7):
        printer = make_printer(tmp_path / "out.pdf")
        printer.setPageSize(QPageSize(paper))
        print_pdf(small, printer, lambda _number, _count: True, keeps_paper=True)
        [page] = pdf_pages((tmp_path / "out.pdf").read_bytes(), 100)
        inked[paper] = ImageChops.invert(page).getbbox()

    [own] = pdf_pages(small, 100)
    wanted = ImageChops.invert(own).getbbox()
    large, shrunk = inked.values()
    assert wanted is not None
    assert large is not None
    assert shrunk is not None
    assert max(abs(one - other) for one, other in zip(large, wanted, strict=True)) <= 2
    assert shrunk[3] < wanted[3] * 0.75


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too, besides answering false
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path) -> None:
    pdf = draw_notice(make_content(), PaperSize.A6, make_words())

    with pytest.raises(PrintProblem, match="did not take the page"):
        print_pdf(pdf, make_printer(tmp_path / "no such folder" / "out.pdf"), lambda _number, _count: True)


def test_a_page_as_picture_is_flat_and_of_the_size_asked() -> None:
    picture = pdf_picture(draw_notice(make_content(), PaperSize.A6, make_words()), 0, 150)

    assert (picture.width(), picture.height()) == (621, 875)
    assert not picture.hasAlphaChannel()
    assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_a_code_as_picture_reads_back_and_keeps_its_border() -> None:
    picture = qr_picture(ADDRESS)

    assert [code.text for code in zxingcpp.read_barcodes(as_grey(picture))] == [ADDRESS]
    assert picture.pixelColor(4 * 12 - 1, 4 * 12).name() == "#ffffff"
    assert picture.pixelColor(4 * 12, 4 * 12).name() == "#000000"
    assert qr_png(ADDRESS).startswith(b"\x89PNG")
