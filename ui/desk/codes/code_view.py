"""A QR code as a scanner wants it: dark on plain paper, never tinted or reversed, with its quiet border."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app import qr
from app.theme import LIGHT

INK = QColor(LIGHT.ink)
PAPER = QColor(LIGHT.paper)


def paint_code(painter: QPainter, rect: QRectF, text: str) -> None:
    """The code of `text` with its quiet border in the square `rect`; on whole pixels where there is room."""
    matrix = qr.matrix(text)
    modules = matrix.size + 2 * qr.QUIET_MODULES
    side = rect.width() / modules
    if side >= 2:
        side = float(int(side))
    left = rect.left() + (rect.width() - side * matrix.size) / 2
    top = rect.top() + (rect.height() - side * matrix.size) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, side < 2)
    painter.fillRect(rect, PAPER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    for x, y, width in matrix.bars():
        painter.drawRect(QRectF(left + x * side, top + y * side, width * side, side))
    painter.restore()


class CodeView(QWidget):
    """One code, large, for a phone to scan from the screen."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._text = ""
        self.setFixedSize(side, side)

    def show_code(self, text: str, description: str) -> None:
        self._text = text
        self.setAccessibleName(description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            paint_code(QPainter(self), QRectF(self.rect()), self._text)
