"""Choices that stand side by side: a cell for each, and a row that breaks where the room ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import NOTE_RADIUS, RADIUS
from ui.shared.icons import paint_icon
from ui.shared.painted_button import PaintedButton
from ui.shared.theme import Theme

HEIGHT = 40
PADDING = 10
SIGN = 18
GAP = 8
# How much is left of what cannot be chosen here.
RESTING = 0.55


class Cell(PaintedButton):
    """Chosen: paper, bold, framed in ink, ticked. The tick stands in a box, in a ring where one choice rules
    out the others, or in the colour of its `swatch`."""

    def __init__(self, theme: Theme, words: str, *, swatch: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._swatch = QColor(swatch) if swatch else None
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font(16, bold=True)).horizontalAdvance(self._words)
        sign = self._theme.px(SIGN) + GAP
        return QSize(round(width + 2 + sign) + 2 * PADDING, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        if not self.isEnabled() and not theme.is_high_contrast:
            painter.setOpacity(RESTING)
        self._paint_frame(painter)
        side = theme.px(SIGN)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign_left = self.width() - PADDING - side if from_right else PADDING
        sign = QRectF(sign_left, (self.height() - side) / 2, side, side)
        if self._swatch is not None:
            self._paint_swatch(painter, sign, self._swatch)
        else:
            self._paint_box(painter, sign)
        painter.setPen(theme.colour("ink" if chosen or self.underMouse() else "ink_soft"))
        painter.setFont(theme.font(16, bold=chosen))
        left = PADDING + side + GAP
        words = QRectF(0 if from_right else left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_frame(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        width = 3.0 if chosen and theme.is_high_contrast else 2.0 if chosen else 1.0
        pen = QPen(theme.colour("ink" if chosen or self.underMouse() else "line"), width)
        if not self.isEnabled() and theme.is_high_contrast:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("paper" if chosen else "wall"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _paint_box(self, painter: QPainter, sign: QRectF) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter.setPen(QPen(theme.colour("ink" if chosen else "line"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = sign.width() / 2 if self.group() is not None else NOTE_RADIUS
        painter.drawRoundedRect(sign.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        if chosen:
            paint_icon(painter, "check", sign.adjusted(2, 2, -2, -2), theme.colour("ink"))

    def _paint_swatch(self, painter: QPainter, sign: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(sign.adjusted(0.5, 0.5, -0.5, -0.5), NOTE_RADIUS, NOTE_RADIUS)
        if self.isChecked():
            paint_icon(painter, "check", sign, QColor("#FFFDF6"))


class Flow(QWidget):
    """Cells in a row, and further rows where they do not fit; hidden ones take no room."""

    def __init__(self, theme: Theme, cells: Sequence[QWidget], gap: int = GAP) -> None:
        super().__init__()
        self._cells = list(cells)
        self._gap = gap
        for cell in self._cells:
            cell.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.settle)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._place(max(1, self.width()), move=False))

    def minimumSizeHint(self) -> QSize:
        sizes = [_size_of(cell) for cell in self._cells if not cell.isHidden()]
        widths, heights = [size.width() for size in sizes], [size.height() for size in sizes]
        return QSize(max(widths, default=0), max(heights, default=0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def settle(self) -> None:
        """Place the cells anew; a cell was shown or hidden."""
        self.updateGeometry()
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        """The height of all rows at `width`."""
        top = 0
        for row in self._rows(width):
            height = max(size.height() for _, size in row)
            if move:
                self._place_row(row, top, height, width)
            top += height + self._gap
        return max(0, top - self._gap)

    def _rows(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """What stands in each row; a cell wider than `width` has one to itself."""
        rows: list[list[tuple[QWidget, QSize]]] = []
        room = 0
        for cell in self._cells:
            if cell.isHidden():
                continue
            size = _size_of(cell)
            if not rows or size.width() > room:
                rows.append([])
                room = width
            rows[-1].append((cell, size))
            room -= size.width() + self._gap
        return rows

    def _place_row(self, row: Sequence[tuple[QWidget, QSize]], top: int, height: int, width: int) -> None:
        """From the leading edge, each in the middle of the row's height."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0
        for cell, size in row:
            x = width - left - size.width() if from_right else left
            y = top + (height - size.height()) // 2
            cell.setGeometry(x, y, size.width(), size.height())
            left += size.width() + self._gap


def _size_of(cell: QWidget) -> QSize:
    return cell.sizeHint().expandedTo(cell.minimumSize()).boundedTo(cell.maximumSize())
