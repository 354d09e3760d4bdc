"""The program's picture in task bars and lists of windows, and the name by which the system knows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource
from app.theme import LIGHT
from ui.shared.icons import paint_icon

# As the desktop entry is called that the packages install; Wayland finds the picture by it.
DESKTOP_NAME = "app.teacup.Teacup"
SIDES = (16, 24, 32, 48, 64, 128, 256)
# Below, the mark's own small drawing.
SMALLEST_DRAWING = 32


def dress_program(app: QGuiApplication) -> None:
    """Give all windows of `app` the program's picture."""
    QGuiApplication.setDesktopFileName(DESKTOP_NAME)
    icon = QIcon()
    for side in SIDES:
        icon.addPixmap(program_picture(side))
    app.setWindowIcon(icon)


def program_picture(side: int) -> QPixmap:
    """Square, so many pixels wide, in the program's own colours: they do not follow the theme."""
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    whole = QRectF(picture.rect())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if side >= SMALLEST_DRAWING:
        QSvgRenderer(str(resource("program", "teacup.svg"))).render(painter, whole)
    else:
        painter.setBrush(QColor(LIGHT.paper))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(whole, side / 5, side / 5)
        inset = side / 12
        paint_icon(painter, "mark-16", whole.adjusted(inset, inset, -inset, -inset), QColor(LIGHT.brick))
    painter.end()
    return picture
