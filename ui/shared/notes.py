"""Paper as the desk paints it: a customer's note with its tear-off strip, and the owner's white slip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from app.theme import NOTE_RADIUS
from ui.shared.dress import Dress

SPINE_WIDTH = 4
SHADOW_STEPS = 4


def paint_sheet(painter: QPainter, dress: Dress, rect: QRectF, paper: QColor) -> None:
    """A piece of paper lying on the wall: one short, soft shadow; in high contrast a plain border instead."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if dress.is_high_contrast:
        painter.setBrush(paper)
        painter.setPen(QPen(dress.colour("ink"), 3))
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))
    else:
        paint_paper(painter, rect, paper)
    painter.restore()


def paint_paper(painter: QPainter, rect: QRectF, paper: QColor) -> None:
    """As customers see it, whatever theme the desk wears."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    # Only beside the paper: under it nobody sees the shadow, and a large sheet would wait for it.
    under = rect.adjusted(NOTE_RADIUS, NOTE_RADIUS, -NOTE_RADIUS, -NOTE_RADIUS).toAlignedRect()
    shadow = rect.adjusted(-3, 0, 3, 2 * SHADOW_STEPS).toAlignedRect()
    painter.setClipRegion(QRegion(shadow) - QRegion(under), Qt.ClipOperation.IntersectClip)
    painter.setBrush(QColor(0, 0, 0, 8))
    for step in range(SHADOW_STEPS, 0, -1):
        # The farther below, the narrower: soft at its corners, for round ones take Qt eight times as long.
        painter.drawRect(rect.adjusted(step - 3, 2 * step, 3 - step, 1.75 * step))
    painter.restore()
    painter.setBrush(paper)
    painter.drawRoundedRect(rect, NOTE_RADIUS, NOTE_RADIUS)


def paint_tear_line(painter: QPainter, dress: Dress, left: float, right: float, y: float) -> None:
    """The dotted line above the strip; solid in high contrast."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if dress.is_high_contrast:
        painter.setPen(QPen(dress.colour("ink"), 2))
    else:
        pen = QPen(dress.colour("dots"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.restore()


def paint_slip(painter: QPainter, dress: Dress, rect: QRectF, *, private: bool = False) -> None:
    """The owner's voice: white with a spine. Private is a frame and never a spine."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(dress.colour("raised"))
    if private:
        painter.setPen(QPen(dress.colour("ink_soft"), max(1.5, dress.border)))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), NOTE_RADIUS, NOTE_RADIUS)
    else:
        edge = dress.colour("ink" if dress.is_high_contrast else "hair")
        painter.setPen(QPen(edge, dress.border))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dress.colour("brick"))
        painter.drawRect(_spine(painter, rect))
    painter.restore()


def _spine(painter: QPainter, rect: QRectF) -> QRectF:
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QRectF(rect.right() - SPINE_WIDTH, rect.top(), SPINE_WIDTH, rect.height())
    return QRectF(rect.left(), rect.top(), SPINE_WIDTH, rect.height())
