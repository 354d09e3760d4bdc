"""What the desk asks of paper: pictures for the mat, documents for printer and file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QPainter

from app.domain.notices import Design, NoticeContent, PaperSize
from app.words import Words
from ui.desk.code_paper import CodePaper

if TYPE_CHECKING:
    from ui.paper.document import Document
    from ui.paper.pictures_page import PicturesPage
    from ui.paper.sheets import Sheet

Paint = Callable[[QPainter], None]


class SendToPrinter(Protocol):
    """Asks which printer and prints; `on_given_up` comes when nothing was printed after all."""

    def __call__(
        self, pdf: bytes, on_sent: Callable[[], None], on_given_up: Callable[[], None] = ..., /
    ) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeSheets:
    """A painter for each sheet that a notice takes. A photo that would be too small to see is left out."""

    paints: Sequence[Paint]
    shows_photo: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Paperwork:
    """The painters draw in points from the sheet's upper left corner. `missing_letters` are those that no
    font here can draw."""

    notice_sheets: Callable[[NoticeContent, PaperSize, Design], NoticeSheets]
    missing_letters: Callable[[NoticeContent], Sequence[str]]
    codes: CodePaper
    draw_picture: Callable[[str], bytes]
    pictures_page: Callable[[PicturesPage, PaperSize], Document]


def make_paperwork(words: Words, logo: Callable[[], bytes]) -> Paperwork:
    """`logo` gives the PNG file of the shop's now, empty when it wears none. Paper is imported
    when it is first wanted, or by `import_paper`, not before the first frame."""

    def lay_out_notice(content: NoticeContent, size: PaperSize, design: Design) -> NoticeSheets:
        from ui.paper.notice import notice_sheets, shows_photo
        from ui.paper.picture import paint_sheet

        sheets = notice_sheets(content, size, words, design)
        return NoticeSheets(
            paints=[partial(_paint, paint_sheet, sheet) for sheet in sheets],
            shows_photo=shows_photo(content, sheets),
        )

    def missing_letters(content: NoticeContent) -> Sequence[str]:
        from ui.shared.fonts import missing_letters

        return missing_letters("\n".join(content.texts))

    def draw_picture(link: str) -> bytes:
        from ui.paper.qr_picture import qr_png

        return qr_png(link)

    def pictures_page(content: PicturesPage, size: PaperSize) -> Document:
        from ui.paper.pictures_page import pictures_document

        return pictures_document(replace(content, logo=logo()), size, words)

    return Paperwork(
        notice_sheets=lay_out_notice,
        missing_letters=missing_letters,
        codes=CodePaper(words, logo, _words_in),
        draw_picture=draw_picture,
        pictures_page=pictures_page,
    )


def import_paper() -> None:
    """Bring in what the first sheet needs, off the GUI thread, so that it keeps no window waiting."""
    import_module("ui.paper.notice")


def _words_in(language: str) -> Words:
    from app.paths import resource
    from app.words import load_words

    return load_words(language, resource("translations"))


def _paint(paint_sheet: Callable[[QPainter, Sheet], None], sheet: Sheet, painter: QPainter) -> None:
    paint_sheet(painter, sheet)
