"""A line at the side that opens a section, or leads to something that was found in one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.shared.painted_button import PaintedButton
from ui.shared.theme import Theme

HEIGHT, TWO_LINES = 44, 60
BAR_WIDTH = 4
INSET = 24


class SideEntry(PaintedButton):
    """The open one lies on paper under a brick bar; `below` is a second, smaller line."""

    def __init__(self, theme: Theme, words: str, *, below: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._below = below
        self.setAccessibleName(f"{words}, {below}" if below else words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(TWO_LINES if self._below else HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, chosen = self._theme, QPainter(self), self.isChecked()
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if chosen:
            painter.fillRect(self.rect(), theme.colour("paper"))
            bar = self.width() - BAR_WIDTH if from_right else 0
            painter.fillRect(bar, 0, BAR_WIDTH, self.height(), theme.colour("brick"))
        room = QRectF(self.rect()).adjusted(INSET, 0, -12, 0)
        if from_right:
            room = QRectF(self.rect()).adjusted(12, 0, -INSET, 0)
        painter.setPen(theme.colour("ink" if chosen or self.underMouse() else "ink_soft"))
        self._write(painter, self._words, room, 16, bold=chosen)
        if self._below:
            painter.setPen(theme.colour("ink_soft"))
            self._write(painter, self._below, room.adjusted(0, self.height() / 2 - 2, 0, 0), 13, bold=False)

    def _write(self, painter: QPainter, text: str, room: QRectF, size: int, *, bold: bool) -> None:
        font = self._theme.font(size, bold=bold)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        if self._below and size == 16:
            room = room.adjusted(0, 4, 0, -self.height() / 2 + 2)
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
