"""A QR code as a scanner wants it: dark on plain paper, never tinted or reversed, with its quiet border."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app import qr
from app.theme import LIGHT
from ui.paper.qr_picture import paint_code

PAPER = QColor(LIGHT.paper)
# Modules of fewer pixels do not fall on whole ones.
SHARP_MODULE = 2


def paint_framed_code(painter: QPainter, rect: QRectF, text: str) -> None:
    """The code of `text` with its quiet border in the square `rect`; on whole pixels where there is room."""
    matrix = qr.matrix(text)
    module = rect.width() / (matrix.size + 2 * qr.QUIET_MODULES)
    is_small = module < SHARP_MODULE
    if not is_small:
        module = float(int(module))
    left = rect.left() + (rect.width() - module * matrix.size) / 2
    top = rect.top() + (rect.height() - module * matrix.size) / 2
    painter.fillRect(rect, PAPER)
    paint_code(painter, matrix, left, top, module, LIGHT.ink, smooth=is_small)


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
            paint_framed_code(QPainter(self), QRectF(self.rect()), self._text)
