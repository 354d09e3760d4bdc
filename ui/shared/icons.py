"""The program's own line icons, in the theme's colours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.domain.ideas import Status
from app.paths import resource

STATUS_ICONS = {
    Status.CONSIDERING: "dots",
    Status.TRIAL: "clock",
    Status.PLANNED: "arrow",
    Status.ALREADY: "equals",
    Status.DONE: "check",
    Status.DECLINED: "minus",
}
PIXEL_RATIOS = (1, 2)


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw the icon `name` into `rect`."""
    _renderer(name, colour.name()).render(painter, rect)


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """For widgets that want a QIcon; sharp on plain and on doubled screens."""
    made = QIcon()
    for ratio in PIXEL_RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
    return made


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(picture.rect()), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawing))
