"""A sheet on the mat as it will print: paper stays paper, also in the dark theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.notices import PaperSize
from app.theme import LIGHT
from ui.paper.sheets import POINTS_PER_MM, SIZES_MM
from ui.shared.notes import paint_sheet
from ui.shared.theme import Theme

SHADOW_ROOM = 6
# The widest scroll bar that may stand beside it.
SCROLL_BAR = 16


def page_points(size: PaperSize) -> QSizeF:
    """Width and height of an upright sheet in points."""
    width, height = SIZES_MM[size]
    return QSizeF(width, height) * POINTS_PER_MM


class SheetView(QWidget):
    """Keeps the picture of the sheet, so that only a change of it costs a drawing.

    Where a scroll bar's room more is offered it stays as it is: a sheet that grew into it would be too high,
    bring the bar back, become narrower, send it away, and so on for ever.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points = page_points(PaperSize.A5)
        self._paint: Callable[[QPainter], None] | None = None
        self._picture: QPixmap | None = None
        self._wide = self.width()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QPixmap | None:
        return self._picture

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of the sheet that is shown."""
        return self._points.width(), self._points.height()

    def show_sheet(self, size: PaperSize, paint: Callable[[QPainter], None], description: str) -> None:
        """`paint` draws in points; `description` says the sheet to those who cannot see it."""
        self._points = page_points(size)
        self._paint = paint
        self.setAccessibleName(description)
        self._draw()

    def clear(self) -> None:
        self._paint = None
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        offered = event.size().width()
        if not self._wide <= offered <= self._wide + SCROLL_BAR:
            self._wide = offered
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        beside = (self.width() - self._wide) / 2
        sheet = QRectF(beside + 2, 1, self._wide - 4, self.height() - SHADOW_ROOM - 1)
        paint_sheet(painter, self._theme, sheet, QColor(LIGHT.paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = self._theme.border if self._theme.is_high_contrast else 0
        painter.drawPixmap(sheet.adjusted(edge, edge, -edge, -edge).toRect(), self._picture)

    def _draw(self) -> None:
        self.setFixedHeight(self._height())
        if self._paint is None or self._wide < 40:
            return
        ratio = self.devicePixelRatioF()
        scale = (self._wide - 4) * ratio / self._points.width()
        picture = QPixmap((self._points * scale).toSize())
        picture.fill(QColor(LIGHT.paper))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        try:
            self._paint(painter)
        finally:
            painter.end()
        self._picture = picture
        self.update()

    def _height(self) -> int:
        return round((self._wide - 4) * self._points.height() / self._points.width()) + SHADOW_ROOM + 1
