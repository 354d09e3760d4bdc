"""A printed document to come: laid out by whichever thread looks at it, prints it or saves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QPainter

from ui.paper.pdf import draw_pdf
from ui.paper.picture import paint_sheet
from ui.paper.sheets import Sheet
from ui.shared.fonts import missing_letters


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """`lay_out` makes the sheets anew on each call: they belong to the thread that made them.

    `texts` is what people wrote on it, `language` that of the page, `author` the shop. Its outline is told by
    the names that sheets carry, or by their headings.
    """

    title: str
    language: str
    texts: tuple[str, ...]
    lay_out: Callable[[], Sequence[Sheet]]
    author: str = ""

    def paints(self) -> Sequence[Callable[[QPainter], None]]:
        """A painter for each sheet, in points from its upper left corner."""
        return [partial(_paint, sheet) for sheet in self.lay_out()]

    def pdf(self) -> bytes:
        """The same content gives the same bytes."""
        return draw_pdf(self.lay_out(), title=self.title, language=self.language, author=self.author)

    def missing_letters(self) -> Sequence[str]:
        """Those that no font here can draw; they print as gaps."""
        return missing_letters("\n".join(self.texts))


def _paint(sheet: Sheet, painter: QPainter) -> None:
    paint_sheet(painter, sheet)
