"""A customer's words on a line of the day: laid out in their own direction, as high as they need."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

LEAST_WIDTH = 80


class TextPiece(QWidget):
    """Painted letters of one size; `most_lines` can change while it is shown."""

    def __init__(
        self, theme: Theme, size: int, *, bold: bool = False, colour: str = "ink", line_height: float = 1.36
    ) -> None:
        super().__init__()
        self._theme = theme
        self._size, self._bold, self._colour, self._line_height = size, bold, colour, line_height
        self._text = ""
        self._most_lines = 1
        self._block: TextBlock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._lay_out)

    @property
    def is_cut(self) -> bool:
        return self._block is not None and self._block.is_cut

    def show_text(self, text: str, *, most_lines: int = 1, size: int = 0) -> None:
        wanted = (text, most_lines, size or self._size)
        if wanted != (self._text, self._most_lines, self._size) or self._block is None:
            self._text, self._most_lines, self._size = wanted
            self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._block is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._block.paint(painter, 0, 0, self._theme.colour(self._colour))

    def _lay_out(self) -> None:
        self._block = lay_out(
            self._text,
            self._theme.font(self._size, bold=self._bold),
            max(LEAST_WIDTH, self.width()),
            max_lines=self._most_lines,
            line_height=self._line_height,
        )
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        pitch = self._theme.px(self._size) * self._line_height
        return round(self._block.height) if self._block else round(pitch)


class Byline(QWidget):
    """Who it is, in bold, and behind it how it came; on one line, cut where room ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name, self._rest, self._due = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    def say(self, name: str, rest: str, due: str) -> None:
        """`due` stands before the rest, in brick: it presses."""
        self._name, self._rest, self._due = name, rest, due
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        bold, small = theme.font(13, bold=True), theme.font(13)
        room = QRectF(self.rect())
        due = f"{self._due}, " if self._due else ""
        due_width = QFontMetricsF(bold).horizontalAdvance(due)
        name = QFontMetricsF(bold).elidedText(
            self._name, Qt.TextElideMode.ElideRight, (room.width() - due_width) * 0.6
        )
        left = self._write(painter, room, 0, due, bold, "brick")
        left = self._write(painter, room, left, name, bold, "ink")
        rest = QFontMetricsF(small).elidedText(
            f", {self._rest}", Qt.TextElideMode.ElideRight, room.width() - left
        )
        self._write(painter, room, left, rest, small, "ink_soft")

    def _write(
        self, painter: QPainter, room: QRectF, left: float, text: str, font: QFont, colour: str
    ) -> float:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        width = painter.fontMetrics().horizontalAdvance(text)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = room.adjusted(0, 0, -left, 0) if from_right else room.adjusted(left, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        return left + width
