"""Prints a PDF, and shows its pages as pictures: PDFium draws, Qt's printer takes the picture.

Printers get what the file says, page by page: no second layout, no fonts of the printer. What the owner chose
in the system's dialog (copies, range, order, both sides, colour, paper) is kept page by page here, where the
printer does not do it itself. PDFium knows no threads: one call at a time in a process.
"""

from __future__ import annotations

import io
import threading
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
# Makers and standards round a sheet differently: so many points make no other paper.
SAME_PAPER = 4.0
_PDFIUM = threading.RLock()


class PrintProblem(AppError):
    """The printer, or the file it should write, did not take the page."""

    def __init__(self) -> None:
        super().__init__(
            mark("The printer did not take the page. Please look whether it is on, then try again.")
        )


def page_count(pdf: bytes) -> int:
    with _PDFIUM, _opened(pdf) as document:
        return len(document)


def document_title(pdf: bytes) -> str:
    """What its maker called it, empty where it has no name."""
    with _PDFIUM, _opened(pdf) as document:
        return str(document.get_metadata_value("Title"))


def page_sizes(pdf: bytes) -> list[QSizeF]:
    """In points, as each page lies."""
    with _PDFIUM, _opened(pdf) as document:
        return [QSizeF(*page.get_size()) for page in document]


def pdf_picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """Page `page` (from 0) on white paper, as a picture of so many dots an inch."""
    with _opened(pdf) as document:
        return _picture(document, page, dpi)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """The pages of all of them in one document, each at its own size."""
    if len(pdfs) == 1:
        return pdfs[0]
    with _PDFIUM:
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


def propose_paper(printer: QPrinter, size: QSizeF) -> None:
    """The paper of a page of so many points, lying as the page lies."""
    is_wide = size.width() > size.height()
    upright = size.transposed() if is_wide else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageSize(paper)
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def sides_to_print(printer: QPrinter, pages: int) -> list[int | None]:
    """Which pages (from 0) go to the printer one after the other, as it was chosen in its dialog; None is a
    side left empty, so that the next copy begins on a sheet of its own."""
    chosen: list[int | None] = [page for page in range(pages) if _is_wanted(printer, page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if copies == 1 or not chosen:
        return chosen
    per_sheet = 1 if printer.duplex() == QPrinter.DuplexMode.DuplexNone else 2
    chosen += [None] * (-len(chosen) % per_sheet)
    if printer.collateCopies():
        return chosen * copies
    sheets = [chosen[start : start + per_sheet] for start in range(0, len(chosen), per_sheet)]
    return [side for sheet in sheets for _copy in range(copies) for side in sheet]


def print_pdf(
    pdf: bytes, printer: QPrinter, on_page: Callable[[int, int], bool], *, keeps_paper: bool = False
) -> bool:
    """Print what was chosen at its true size; called in the GUI thread or in a worker that owns `printer`.

    `on_page(number, count)` is told before each side, counted from 1; answering false stops the print, and
    then the result is false. `keeps_paper`: the owner chose another paper than that of the pages; a page that
    it cannot hold is printed smaller. Raises PrintProblem when the printer does not take a page.
    """
    painter = QPainter()
    with _opened(pdf) as document:
        printer.setFullPage(True)
        try:
            with _PDFIUM:
                sides = sides_to_print(printer, len(document))
            for number, page in enumerate(sides, start=1):
                if not on_page(number, len(sides)):
                    printer.abort()
                    return False
                _begin_page(painter, printer, None if keeps_paper else _size(document, page or 0))
                if page is not None:
                    _draw(painter, printer, document, page)
        finally:
            finished = not painter.isActive() or painter.end()
    if not finished or printer.printerState() == QPrinter.PrinterState.Error:
        raise PrintProblem
    return True


def _is_wanted(printer: QPrinter, number: int) -> bool:
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return ranges.contains(number)
    first, last = printer.fromPage(), printer.toPage()
    return max(first, 1) <= number <= (last or number)


def _begin_page(painter: QPainter, printer: QPrinter, size: QSizeF | None) -> None:
    if size is not None:
        propose_paper(printer, size)
    began = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not began:
        raise PrintProblem
    # As photographs are kept, letters would have a haze about them.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


def _draw(painter: QPainter, printer: QPrinter, document: pypdfium2.PdfDocument, page: int) -> None:
    """From the paper's corner, at its true size where the paper holds it."""
    resolution = printer.resolution()
    picture = _picture(document, page, min(resolution, MOST_DPI))
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = _size(document, page)
    size *= _fitting(size, printer.pageLayout().fullRectPoints().size().toSizeF())
    scale = resolution / POINTS_PER_INCH
    painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), picture)


def _fitting(page: QSizeF, paper: QSizeF) -> float:
    """How many times its size the page is printed, 1 where it fits."""
    over = max(page.width() - paper.width(), page.height() - paper.height())
    if over <= SAME_PAPER:
        return 1.0
    return min(paper.width() / page.width(), paper.height() / page.height())


def _size(document: pypdfium2.PdfDocument, page: int) -> QSizeF:
    with _PDFIUM:
        return QSizeF(*document[page].get_size())


def _picture(document: pypdfium2.PdfDocument, page: int, dpi: float) -> QImage:
    white = (255, 255, 255, 255)
    with _PDFIUM:
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
    """Others may draw meanwhile: each call of PDFium is one by itself."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        with _PDFIUM:
            document.close()
