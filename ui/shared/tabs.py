"""A word that opens a view, with its count; the open one is bold over a brick line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.theme import FOCUS_WIDTH, RADIUS
from ui.shared.focus_ring import OWN_RING
from ui.shared.painted_button import PaintedButton
from ui.shared.theme import Theme

LINE_HEIGHT = 4
PADDING = 8
RING_HEIGHT = 36


class Tab(PaintedButton):
    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._count = 0
        self.setCheckable(True)
        self.setProperty(OWN_RING, True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font(16, bold=True, tabular=True)).horizontalAdvance(self._words())
        return QSize(round(width) + 2 * PADDING, self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(self._theme.font(16, bold=chosen, tabular=True))
        painter.setPen(self._theme.colour("ink" if chosen or self.underMouse() else "ink_soft"))
        room = QRectF(self.rect()).adjusted(PADDING, 0, -PADDING + 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words())
        if chosen:
            bottom, width = self.height() - LINE_HEIGHT, self.width() - 2 * PADDING
            painter.fillRect(PADDING, bottom, width, LINE_HEIGHT, self._theme.colour("brick"))
        if self.hasFocus():
            height = self._theme.px(RING_HEIGHT)
            ring = QRectF(1.5, (self.height() - height) / 2, self.width() - 3, height)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(ring, RADIUS, RADIUS)

    def _words(self) -> str:
        return f"{self._title} {self._count:,}" if self._count else self._title
