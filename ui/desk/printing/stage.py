"""The page that is looked at, on the mat: whole, as wide as the room, or at its true size."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.theme import LIGHT
from ui.shared.notes import paint_sheet
from ui.shared.theme import Theme

ROOM = 18
POINTS_PER_INCH = 72
# A screen that tells nonsense about its size is taken for a usual one.
POSSIBLE_DPI = range(50, 500)
USUAL_DPI = 96


class Zoom(Enum):
    FIT = "fit"
    WIDTH = "width"
    TRUE = "true"


class Stage(QScrollArea):
    """`width_changed` says that the page is wanted in another width; `pixels` says which. `picture` gives
    what is painted of it, none while it is to come."""

    width_changed = Signal()

    def __init__(self, theme: Theme, picture: Callable[[], QImage | None]) -> None:
        super().__init__()
        self.zoom = Zoom.FIT
        self._points = QSizeF()
        self._paper = _Paper(theme, picture)
        self.setWidget(self._paper)
        # The mat shows beside the sheet.
        self._paper.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(160, 160))
        self._settle()

    @property
    def pixels(self) -> int:
        """How wide the page is wanted, in dots of the screen; 0 while there is none."""
        if self._points.isEmpty():
            return 0
        return round(self._sheet_size().width() * self.devicePixelRatioF())

    def show_page(self, points: QSizeF) -> None:
        """A page of this size; none when it is empty."""
        if points != self._points:
            self._points = points
            self.verticalScrollBar().setValue(0)
            self._settle()
        self._paper.update()

    def show_nothing(self) -> None:
        self.show_page(QSizeF())

    def choose_zoom(self, zoom: Zoom) -> None:
        self.zoom = zoom
        self._settle()

    def repaint_page(self) -> None:
        self._paper.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        size = self._sheet_size()
        self._paper.setVisible(not self._points.isEmpty())
        self._paper.resize(size + QSize(2 * ROOM, 2 * ROOM))
        self.width_changed.emit()

    def _sheet_size(self) -> QSize:
        points = self._points
        if points.isEmpty():
            return QSize()
        room = self.maximumViewportSize() - QSize(2 * ROOM, 2 * ROOM)
        if self.zoom is Zoom.TRUE:
            return (points * self._dots_per_inch() / POINTS_PER_INCH).toSize()
        scale = room.width() / points.width()
        if self.zoom is Zoom.FIT:
            scale = min(scale, room.height() / points.height())
        elif points.height() * scale > room.height():
            scale = (room.width() - self.verticalScrollBar().sizeHint().width()) / points.width()
        return (points * max(scale, 0.05)).toSize()

    def _dots_per_inch(self) -> float:
        found = self.screen().physicalDotsPerInch()
        return found if round(found) in POSSIBLE_DPI else USUAL_DPI


class _Paper(QWidget):
    def __init__(self, theme: Theme, picture: Callable[[], QImage | None]) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(QPoint(ROOM, ROOM), self.size() - QSize(2 * ROOM, 2 * ROOM))
        paint_sheet(painter, self._theme, sheet, QColor(LIGHT.paper))
        picture = self._picture()
        if picture is None or picture.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = self._theme.border if self._theme.is_high_contrast else 0
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(sheet.adjusted(edge, edge, -edge, -edge), picture)
