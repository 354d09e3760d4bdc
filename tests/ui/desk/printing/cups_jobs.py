"""Prints one document in several ways through the print server of the environment; a program of its own, as the
library that finds printers looks for its server once a process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from ui.paper.printing import page_sizes, print_pdf, propose_paper

Choose = Callable[[QPrinter], None]


def copies(printer: QPrinter) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(True)


def some_pages(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)


def both_sides(printer: QPrinter) -> None:
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)


def grey(printer: QPrinter) -> None:
    printer.setColorMode(QPrinter.ColorMode.GrayScale)


def nothing(_printer: QPrinter) -> None:
    pass


def to_the_end(_page: int, _pages: int) -> bool:
    return True


def until_third_page(page: int, _pages: int) -> bool:
    return page < 3


WAYS: dict[str, Choose] = {
    "plain": nothing,
    "copies": copies,
    "pages": some_pages,
    "booklet": both_sides,
    "grey": grey,
    "stopped": nothing,
}


def main(folder: Path) -> None:
    """Prints `folder`/NAME.in.pdf on the queue NAME, for each way there is."""
    app = QApplication([])
    for name, choose in WAYS.items():
        pdf = (folder / f"{name}.in.pdf").read_bytes()
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        printer.setResolution(150)
        printer.setDocName(f"{name}.pdf")
        propose_paper(printer, page_sizes(pdf)[0])
        choose(printer)
        print_pdf(pdf, printer, until_third_page if name == "stopped" else to_the_end)
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
