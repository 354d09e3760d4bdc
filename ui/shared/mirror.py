"""The two sides of a page: who paints thinks from the leading edge, and right-to-left pages mirror here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


class Sides:
    """Places within `within`, given as if the page were read from the left."""

    def __init__(self, within: QRectF, *, from_right: bool) -> None:
        self._within = within
        self.from_right = from_right

    @classmethod
    def of(cls, widget: QWidget) -> Sides:
        from_right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return cls(QRectF(widget.rect()), from_right=from_right)

    @classmethod
    def within(cls, rect: QRectF, painter: QPainter) -> Sides:
        """For a delegate, which paints where it is told."""
        return cls(rect, from_right=painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def place(self, rect: QRectF) -> QRectF:
        """Where `rect` lies on this page."""
        return rect.translated(self.x(rect.left(), rect.width()) - rect.left(), 0.0)

    def x(self, left: float, width: float) -> float:
        """The left end of something `width` wide that would begin at `left`."""
        if not self.from_right:
            return left
        return self._within.left() + self._within.right() - left - width
