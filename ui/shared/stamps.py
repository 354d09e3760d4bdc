"""The six stamps: each has its own shape, icon and ink, so that none is told by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.domain.ideas import Status
from app.theme import STAMP_INKS, STAMP_TURN_DEGREES
from ui.shared.dress import Dress
from ui.shared.icons import STATUS_ICONS, paint_icon

TAG_POINT = 0.32


def stamp_ink(dress: Dress, status: Status) -> QColor:
    return dress.colour(STAMP_INKS[status])


def stamp_size(font: QFont, word: str) -> QSizeF:
    """Room a stamp takes before it is turned."""
    height = font.pixelSize() * 1.9
    return QSizeF(QFontMetricsF(font).horizontalAdvance(word) + height * 1.55, height)


def paint_stamp(
    painter: QPainter,
    dress: Dress,
    status: Status,
    word: str,
    *,
    at: QPointF,
    font: QFont,
    width: float = 1.5,
) -> None:
    """Press the stamp with its upper left corner `at`, turned as a hand would. `width`: of its lines."""
    size = stamp_size(font, word)
    ink = stamp_ink(dress, status)
    from_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at + QPointF(size.width() / 2, size.height() / 2))
    painter.rotate(-STAMP_TURN_DEGREES if from_right else STAMP_TURN_DEGREES)
    frame = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
    paint_stamp_frame(painter, status, frame, ink, width)
    side = font.pixelSize() * 1.1
    margin = size.height() * 0.4
    icon_left = frame.right() - margin - side if from_right else frame.left() + margin
    paint_icon(painter, STATUS_ICONS[status], QRectF(icon_left, -side / 2, side, side), ink)
    painter.setFont(font)
    painter.setPen(ink)
    beside = margin + side + font.pixelSize() * 0.3
    text = frame.adjusted(0, 0, -beside, 0) if from_right else frame.adjusted(beside, 0, 0, 0)
    # Left is turned to right by the painter's direction.
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


def paint_stamp_frame(painter: QPainter, status: Status, frame: QRectF, ink: QColor, width: float) -> None:
    """The outline that belongs to `status` alone."""
    pen = QPen(ink, width)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is Status.CONSIDERING:
        pen.setStyle(Qt.PenStyle.DotLine)
    elif status is Status.TRIAL:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawPath(_outline(status, frame, width))


def _outline(status: Status, frame: QRectF, width: float) -> QPainterPath:
    path = QPainterPath()
    match status:
        case Status.CONSIDERING:
            path.addRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        case Status.DONE:
            path.addRect(frame)
            gap = width + 1.5
            path.addRect(frame.adjusted(gap, gap, -gap, -gap))
        case Status.PLANNED:
            point = frame.height() * TAG_POINT
            path.moveTo(frame.topLeft())
            path.lineTo(frame.right() - point, frame.top())
            path.lineTo(frame.right(), frame.center().y())
            path.lineTo(frame.right() - point, frame.bottom())
            path.lineTo(frame.bottomLeft())
            path.closeSubpath()
        case Status.ALREADY:
            path.moveTo(frame.topLeft())
            path.lineTo(frame.topRight())
            path.moveTo(frame.bottomLeft())
            path.lineTo(frame.bottomRight())
        case Status.DECLINED:
            _round_two_corners(path, frame, frame.height() * 0.42)
        case _:
            path.addRect(frame)
    return path


def _round_two_corners(path: QPainterPath, frame: QRectF, radius: float) -> None:
    """Upper left and lower right, as a torn-off ticket."""
    path.moveTo(frame.left(), frame.bottom())
    path.lineTo(frame.left(), frame.top() + radius)
    path.quadTo(frame.topLeft(), QPointF(frame.left() + radius, frame.top()))
    path.lineTo(frame.topRight())
    path.lineTo(frame.right(), frame.bottom() - radius)
    path.quadTo(frame.bottomRight(), QPointF(frame.right() - radius, frame.bottom()))
    path.closeSubpath()
