"""Printing: every page, at its true size, with progress and a way to stop. No printer is needed: Qt writes a file."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import ImageChops
from PySide6.QtPrintSupport import QPrinter

from app.domain.notices import PaperSize
from tests.ui.paper.samples import ADDRESS, as_grey, make_content, make_words, pdf_pages
from ui.paper.notice import draw_notice
from ui.paper.printing import PrintProblem, page_count, pdf_picture, print_pdf
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
