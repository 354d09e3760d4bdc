"""Prints a PDF, and shows its pages as pictures: PDFium draws, Qt's printer takes the picture.

Printers get what the file says, page by page: no second layout, no fonts of the printer. PDFium knows no
threads: one call at a time in a process.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.errors import AppError
from app.domain.translation import mark

POINTS_PER_INCH = 72
# More shows on no office printer, and a page of it would take 100 MB.
MOST_DPI = 300


class PrintProblem(AppError):
    """The printer, or the file it should write, did not take the page."""

    def __init__(self) -> None:
        super().__init__(
            mark("The printer did not take the page. Please look whether it is on, then try again.")
        )


def page_count(pdf: bytes) -> int:
    with _opened(pdf) as document:
        return len(document)


def document_title(pdf: bytes) -> str:
    """What its maker called it, empty where it has no name."""
    with _opened(pdf) as document:
        return str(document.get_metadata_value("Title"))


def pdf_picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """Page `page` (from 0) on white paper, as a picture of so many dots an inch."""
    with _opened(pdf) as document:
        return _picture(document, page, dpi)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """The pages of all of them in one document, each at its own size."""
    if len(pdfs) == 1:
        return pdfs[0]
    whole = pypdfium2.PdfDocument.new()
    try:
        for pdf in pdfs:
            with _opened(pdf) as document:
                whole.import_pages(document)
        written = io.BytesIO()
        whole.save(written)
        return written.getvalue()
    finally:
        whole.close()


def print_pdf(pdf: bytes, printer: QPrinter, on_page: Callable[[int, int], bool]) -> bool:
    """Print every page at its true size; called in the GUI thread or in a worker that owns `printer`.

    `on_page(number, count)` is told before each page, counted from 1; answering false stops the print, and
    then the result is false. Raises PrintProblem when the printer does not take a page.
    """
    painter = QPainter()
    with _opened(pdf) as document:
        printer.setFullPage(True)
        try:
            for page in range(len(document)):
                if not on_page(page + 1, len(document)):
                    printer.abort()
                    return False
                _begin_page(painter, printer, document, page)
                _draw(painter, printer, document, page)
        finally:
            finished = not painter.isActive() or painter.end()
    if not finished:
        raise PrintProblem
    return True


def _begin_page(painter: QPainter, printer: QPrinter, document: pypdfium2.PdfDocument, page: int) -> None:
    _set_paper(printer, document, page)
    began = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not began:
        raise PrintProblem


def _draw(painter: QPainter, printer: QPrinter, document: pypdfium2.PdfDocument, page: int) -> None:
    """The page at its true size from the paper's corner, also where the printer's paper is another."""
    resolution = printer.resolution()
    picture = _picture(document, page, min(resolution, MOST_DPI))
    width, height = document[page].get_size()
    scale = resolution / POINTS_PER_INCH
    painter.drawImage(QRectF(0, 0, width * scale, height * scale), picture)


def _set_paper(printer: QPrinter, document: pypdfium2.PdfDocument, page: int) -> None:
    width, height = document[page].get_size()
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _picture(document: pypdfium2.PdfDocument, page: int, dpi: float) -> QImage:
    white = (255, 255, 255, 255)
    bitmap = document[page].render(scale=dpi / POINTS_PER_INCH, fill_color=white, prefer_bgrx=True)
    try:
        # The copy outlives PDFium's memory.
        size = (bitmap.width, bitmap.height, bitmap.stride)
        image = QImage(bitmap.buffer, *size, QImage.Format.Format_RGB32).copy()
    finally:
        bitmap.close()
    dots_per_metre = round(dpi / 0.0254)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
