"""One thing to tick or to leave: its words, two lines at most, and quiet facts under them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.theme import NOTE_RADIUS
from ui.shared.icons import paint_icon
from ui.shared.painted_button import PaintedButton
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

PADDING = 12
BOX = 20
GAP = 12
MAX_LINES = 2


class TickRow(PaintedButton):
    """`text` and `facts` may be a customer's: they are painted as letters."""

    def __init__(self, theme: Theme, text: str, facts: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self.facts = facts
        self._words: TextBlock | None = None
        self._facts_block: TextBlock | None = None
        self.setCheckable(True)
        self.setAccessibleName(f"{text}. {facts}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words is None or self._facts_block is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._paint_box(painter, from_right)
        left = PADDING if from_right else self._indent
        top = float(PADDING)
        self._words.paint(painter, left, top, theme.colour("ink"))
        self._facts_block.paint(painter, left, top + self._words.height, theme.colour("ink_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))

    def _paint_box(self, painter: QPainter, from_right: bool) -> None:
        theme, side = self._theme, self._theme.px(BOX)
        left = self.width() - PADDING - side if from_right else PADDING
        box = QRectF(left, PADDING + 1, side, side)
        painter.setPen(QPen(theme.colour("ink" if self.isChecked() or self.underMouse() else "line"), 1.5))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("ink"))

    @property
    def _indent(self) -> int:
        return PADDING + self._theme.px(BOX) + GAP

    def _lay_out(self) -> None:
        theme, room = self._theme, self.width() - self._indent - PADDING
        self._words = lay_out(self._text, theme.font(16), room, max_lines=MAX_LINES)
        self._facts_block = lay_out(self.facts, theme.font(13), room, max_lines=MAX_LINES)
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        if self._words is None or self._facts_block is None:
            return self._theme.px(66)
        return round(self._words.height + self._facts_block.height) + 2 * PADDING
