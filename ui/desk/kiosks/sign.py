"""A sign and a word: how something stands, never by its colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.icons import paint_icon
from ui.shared.theme import Theme

SIDE = 18
GAP = 6


class Sign(QWidget):
    """`icon` may be empty; `ink` is a colour of the palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._ink, self.words = "", "ink_soft", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, icon: str, ink: str, words: str) -> None:
        self._icon, self._ink, self.words = icon, ink, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._theme.font(16)).horizontalAdvance(self.words) + 2
        return QSize(width + self._room_of_icon(), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._theme, self._theme.px(SIDE)
        ink, room = theme.colour(self._ink), self._room_of_icon()
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            left = self.width() - side if from_right else 0
            paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        painter.setPen(ink)
        painter.setFont(theme.font(16))
        words = self.rect().adjusted(0, 0, -room, 0) if from_right else self.rect().adjusted(room, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.words)

    def _room_of_icon(self) -> int:
        return self._theme.px(SIDE) + GAP if self._icon else 0
