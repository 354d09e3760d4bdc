"""A QR code as a picture for other uses: the shop's website, a menu, a screen. The SVG comes from app.qr."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from app import qr

# 12 dots a module: sharp at 5 cm in print and large enough for any screen.
MODULE_DOTS = 12


def qr_picture(text: str, module_dots: int = MODULE_DOTS) -> QImage:
    """The code with its quiet border, black on white, each module a whole number of dots."""
    matrix = qr.matrix(text)
    side = (matrix.size + 2 * qr.QUIET_MODULES) * module_dots
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_code(painter, matrix, qr.QUIET_MODULES * module_dots, qr.QUIET_MODULES * module_dots, module_dots)
    painter.end()
    return image


def qr_png(text: str, module_dots: int = MODULE_DOTS) -> bytes:
    """The same as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(qr_picture(text, module_dots))
    return bytes(buffer.data().data())


def paint_code(
    painter: QPainter,
    matrix: qr.QrMatrix,
    x: float,
    y: float,
    module: float,
    colour: str = "#000000",
    *,
    smooth: bool = False,
) -> None:
    """Paint the modules with their upper left corner at `x` and `y`; the quiet border is the caller's.

    `smooth` is for pictures of a code that are too small to be scanned.
    """
    painter.save()
    # Smoothed edges would leave pale seams between the modules.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    bars = matrix.bars()
    painter.drawRects(
        [QRectF(x + left * module, y + top * module, width * module, module) for left, top, width in bars]
    )
    painter.restore()
