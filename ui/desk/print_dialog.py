"""The system's own print dialog, then the pages in the background. Nothing here blocks the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.desk.tools import Tools
from ui.paper.printing import print_pdf


def ask_and_print(pdf: bytes, tools: Tools, window: QWidget, on_sent: Callable[[], None]) -> None:
    """Ask which printer, then print every page of `pdf` as it is. `on_sent` comes when all were taken; a
    refusal is told to the person."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        tools.background.run(
            lambda: print_pdf(pdf, printer, lambda _page, _pages: True),
            sent,
        )

    def sent(finished: bool) -> None:
        if finished:
            tools.messages.say(tools.words.tr("Sent to the printer."))
            on_sent()

    dialog.accepted.connect(send)
    # QPrintDialog's own `open` wants a receiver by name; this is what QDialog's does.
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
