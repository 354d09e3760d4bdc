"""Lays a document out and paints its pages on the worker thread, so that no window waits for many sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

from app.domain.errors import AppError
from ui.paper.picture import sheet_picture
from ui.shared.background import Background

if TYPE_CHECKING:
    from ui.paper.document import Document
    from ui.paper.sheets import Sheet

# A page wider than this is painted so wide and shown larger.
WIDEST = 3_600
POINTS_PER_INCH = 72
# So many large pictures are kept: the page, and those before and behind it.
KEPT = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """What is known of a document without making it: its title, the sizes of its pages in points, the letters
    that no font here can draw, what people wrote on it, and whether it is to be folded."""

    title: str
    sizes: Sequence[QSizeF]
    missing: Sequence[str] = ()
    texts: Sequence[str] = ()
    is_booklet: bool = False


def glance_at(document: Document, sheets: Sequence[Sheet] | None = None) -> Glance:
    """Off the GUI thread, where the sheets stay."""
    laid_out = document.lay_out() if sheets is None else sheets
    return Glance(
        title=document.title,
        sizes=[QSizeF(sheet.width, sheet.height) for sheet in laid_out],
        missing=document.missing_letters(),
        texts=document.texts,
        is_booklet=any(sheet.parts for sheet in laid_out),
    )


class Easel(QObject):
    """Shows one document at a time. `laid_out` carries its Glance, `refused` an AppError, `painted` the page
    (from 0) whose picture came. The last page that is looked at comes first, then the small pictures that
    can be seen; one is painted at a time, so that other work of the desk comes between."""

    laid_out = Signal(object)
    refused = Signal(object)
    painted = Signal(int)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._sheets: list[Sheet] = []
        self._sizes: Sequence[QSizeF] = ()
        self._next: Callable[[], Document] | None = None
        self._is_at_work = False
        self._turn = 0
        self._page = (0, 0)
        self._seen: Sequence[int] = ()
        self._small_width = 0
        self._large: dict[tuple[int, int], QImage] = {}
        self._small: dict[int, QImage] = {}

    def show(self, make: Callable[[], Document]) -> None:
        """Another document, made and laid out aside; until then the pictures of the last one stay."""
        self._next = make
        self._go_on()

    def clear(self) -> None:
        """Nothing is looked at any more; what is laid out now comes too late."""
        self._turn += 1
        self._next = None
        self._forget([], ())

    def look_at(self, page: int, width: int) -> None:
        """So many pixels wide."""
        self._page = page, min(width, WIDEST)
        self._go_on()

    def look_at_small(self, pages: Sequence[int], width: int) -> None:
        if width != self._small_width:
            self._small.clear()
        self._seen, self._small_width = pages, width
        self._go_on()

    def picture(self, page: int) -> QImage | None:
        """As wide as it was asked for last, else another width while that is painted, else none."""
        others = [image for (of, _width), image in self._large.items() if of == page]
        return self._large.get((page, self._page[1])) or (others[-1] if others else None)

    def small_picture(self, page: int) -> QImage | None:
        return self._small.get(page)

    def _go_on(self) -> None:
        if self._is_at_work:
            return
        if self._next is not None:
            self._lay_out(self._next)
        elif self._page not in self._large and self._is_page(*self._page):
            self._paint(*self._page, self._keep_large)
        elif (page := self._small_to_come()) is not None:
            self._paint(page, self._small_width, self._keep_small)

    def _small_to_come(self) -> int | None:
        wanted = (page for page in self._seen if page not in self._small)
        return next((page for page in wanted if self._is_page(page, self._small_width)), None)

    def _is_page(self, page: int, width: int) -> bool:
        return 0 <= page < len(self._sizes) and width > 0

    def _lay_out(self, make: Callable[[], Document]) -> None:
        self._next = None
        self._is_at_work = True
        turn = self._turn

        def work() -> tuple[list[Sheet], Glance]:
            document = make()
            sheets = list(document.lay_out())
            return sheets, glance_at(document, sheets)

        self._background.run(
            work, lambda made: self._take(turn, made), lambda error: self._refuse(turn, error), self._rest
        )

    def _take(self, turn: int, made: tuple[list[Sheet], Glance]) -> None:
        self._is_at_work = False
        sheets, glance = made
        if self._next is None and turn == self._turn:
            self._forget(sheets, glance.sizes)
            self.laid_out.emit(glance)
        else:
            self._background.run(sheets.clear)
        self._go_on()

    def _refuse(self, turn: int, error: AppError) -> None:
        self._rest()
        if self._next is None and turn == self._turn:
            self._forget([], ())
            self.refused.emit(error)
        self._go_on()

    def _rest(self) -> None:
        self._is_at_work = False

    def _forget(self, sheets: list[Sheet], sizes: Sequence[QSizeF]) -> None:
        old, self._sheets, self._sizes = self._sheets, sheets, sizes
        self._large.clear()
        self._small.clear()
        # What Qt has loaded for their letters belongs to the worker thread, and goes there.
        self._background.run(old.clear)

    def _paint(self, page: int, width: int, keep: Callable[[int, int, QImage], None]) -> None:
        self._is_at_work = True
        sheets = self._sheets

        def done(image: QImage) -> None:
            self._is_at_work = False
            if sheets is self._sheets:
                keep(page, width, image)
                self.painted.emit(page)
            self._go_on()

        self._background.run(lambda: _painted(sheets, page, width), done, None, self._rest)

    def _keep_large(self, page: int, width: int, image: QImage) -> None:
        self._large[page, width] = image
        while len(self._large) > KEPT:
            del self._large[next(iter(self._large))]

    def _keep_small(self, page: int, _width: int, image: QImage) -> None:
        self._small[page] = image


def _painted(sheets: Sequence[Sheet], page: int, width: int) -> QImage:
    """On the worker thread."""
    if page >= len(sheets):
        return QImage()
    sheet = sheets[page]
    return sheet_picture(sheet, POINTS_PER_INCH * width / sheet.width)
