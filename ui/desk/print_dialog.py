"""The system's own print dialog, then the pages in the background. Nothing here blocks the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from ui.desk.files import file_name, saved_sentence
from ui.desk.tools import Tools
from ui.paper.printing import document_title, print_pdf


def ask_and_print(
    pdf: bytes,
    tools: Tools,
    window: QWidget,
    on_sent: Callable[[], None],
    on_given_up: Callable[[], None] = lambda: None,
) -> None:
    """Ask which printer, then print every page of `pdf` as it is. `on_sent` comes when all were taken,
    `on_given_up` when the person thought better of it or the printer refused, which is told to her."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # The dialog proposes it as the name of a file, and the queue of the printer shows it.
    printer.setDocName(file_name(document_title(pdf), "pdf"))
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        tools.background.run(
            lambda: print_pdf(pdf, printer, lambda _page, _pages: True), sent, refused, on_given_up
        )

    def sent(_finished: bool) -> None:
        file = printer.outputFileName()
        words = tools.words
        tools.messages.say(saved_sentence(Path(file), words) if file else words.tr("Sent to the printer."))
        on_sent()

    def refused(error: AppError) -> None:
        tools.messages.warn(tools.words.error(error))
        on_given_up()

    dialog.accepted.connect(send)
    dialog.rejected.connect(on_given_up)
    # QPrintDialog's own `open` wants a receiver by name; this is what QDialog's does.
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
