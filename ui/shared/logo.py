"""The shop's logo where widgets paint it: in its own shape, and on paper where the wall is dark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.theme import LIGHT, NOTE_RADIUS

DARK_BELOW = 128
PLATE_PADDING = 3


def is_dark(ground: QColor) -> bool:
    return ground.lightness() < DARK_BELOW


def paint_logo(painter: QPainter, logo: QImage, box: QRectF, *, on_dark: bool) -> QRectF:
    """Draw it as large as `box` lets it be, at its left edge and in its middle; gives where it stands."""
    on_plate = logo.hasAlphaChannel() and on_dark
    padding = PLATE_PADDING if on_plate else 0
    inner = box.adjusted(padding, padding, -padding, -padding)
    size = QSizeF(logo.size()).scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(inner.left(), inner.center().y() - size.height() / 2, size.width(), size.height())
    plate = place.adjusted(-padding, -padding, padding, padding)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    if on_plate:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.paper))
        painter.drawRoundedRect(plate, NOTE_RADIUS, NOTE_RADIUS)
    ratio = painter.device().devicePixelRatio()
    # Shrunk at once by the painter, fine lines would break up.
    shrunk = logo.scaled(
        (place.size() * ratio).toSize().expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.drawImage(place, shrunk)
    painter.restore()
    return plate
