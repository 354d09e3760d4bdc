"""The system's own print dialog, opened with what suits the sheet; it asks, and prints nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.desk.files import file_name
from ui.desk.tools import Tools
from ui.paper.printing import SAME_PAPER, propose_paper

# A range may be typed for a document whose pages are counted only when it is made.
ANY_PAGE = 9_999


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What is known before it is made: `sizes` of its pages in points, empty while they are unknown. For a
    booklet both sides are proposed, turned at the short edge."""

    title: str
    sizes: Sequence[QSizeF] = ()
    has_all_pages: bool = True
    is_booklet: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """`keeps_paper`: the owner chose another paper than that of the pages."""

    printer: QPrinter
    keeps_paper: bool


def ask_which_printer(
    tools: Tools,
    window: QWidget,
    proposal: Proposal,
    on_chosen: Callable[[Chosen], None],
    on_given_up: Callable[[], None],
) -> None:
    """Blocks nothing. Without any printer the dialog still writes a file, and that is said."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # The dialog proposes it as the name of a file, and the queue of the printer shows it.
    printer.setDocName(file_name(proposal.title, "pdf"))
    if proposal.sizes:
        propose_paper(printer, proposal.sizes[0])
    if proposal.is_booklet:
        printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    proposed = _paper_of(printer)
    dialog = QPrintDialog(printer, window)
    _offer_range(dialog, proposal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(
        lambda: on_chosen(Chosen(printer, bool(proposal.sizes) and _is_other(proposed, _paper_of(printer))))
    )
    dialog.rejected.connect(on_given_up)
    # QPrintDialog's own `open` wants a receiver by name; this is what QDialog's does.
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    if not QPrinterInfo.availablePrinterNames():
        tools.messages.say(tools.words.tr("There is no printer on this computer: print to a file instead."))


def _offer_range(dialog: QPrintDialog, proposal: Proposal) -> None:
    pages = len(proposal.sizes)
    if pages == 1 and proposal.has_all_pages:
        return
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages if pages and proposal.has_all_pages else ANY_PAGE)


def _paper_of(printer: QPrinter) -> QSizeF:
    """Upright, in points."""
    return printer.pageLayout().pageSize().size(QPageSize.Unit.Point)


def _is_other(one: QSizeF, other: QSizeF) -> bool:
    return max(abs(one.width() - other.width()), abs(one.height() - other.height())) > SAME_PAPER
