"""A picture of numbers on the screen: pointed at with mouse or arrow keys, it says what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.charts.drawing import Anchor, Bar, Drawing, Label, Rule, Spot, Type
from ui.shared.theme import Theme

SAID_SIZE = 13
SAID_PADDING = 8
EMPTY = Drawing(0, 0, ())
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

Draw = Callable[[float, Type], Drawing]


class ThemeType:
    """The desk's face at the person's text size."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.scale = theme.text_percent / 100

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return QFontMetricsF(self.font(size, bold=bold)).horizontalAdvance(text)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        metrics = QFontMetricsF(self.font(size, bold=bold))
        return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        font = self._theme.font(16, bold=bold, tabular=True)
        font.setPixelSize(max(round(size), 1))
        return font


class ChartView(QWidget):
    """`draw` makes the drawing anew for each width and text size."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._draw: Draw | None = None
        self._drawing = EMPTY
        self._pointed: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    @property
    def drawing(self) -> Drawing:
        return self._drawing

    @property
    def said(self) -> str:
        """What the spot says that is pointed at; empty while none is."""
        return "" if self._pointed is None else self._drawing.spots[self._pointed].said

    def show_drawing(self, draw: Draw) -> None:
        self._draw = draw
        self._pointed = None
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(400, round(self._drawing.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._drawing.spots and (key in _STEPS or key in _ROWS):
            self._point_at(self._next(key))
        elif key == Qt.Key.Key_Escape and self._pointed is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_drawing(painter, self._drawing, self._theme, self.layoutDirection())
        if self._pointed is not None:
            self._paint_said(painter, self._drawing.spots[self._pointed])

    def _lay_out(self) -> None:
        if self._draw is None or self.width() <= 0:
            return
        drawing = self._draw(float(self.width()), ThemeType(self._theme))
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._drawing = drawing.mirrored() if from_right else drawing
        if self._pointed is not None and self._pointed >= len(self._drawing.spots):
            self._pointed = None
        self.setFixedHeight(max(round(self._drawing.height), 1))
        self.update()

    def _next(self, key: Qt.Key) -> int:
        spots = self._drawing.spots
        if self._pointed is None:
            return 0
        here = spots[self._pointed]
        in_row = [place for place, spot in enumerate(spots) if spot.row == here.row]
        if key in _STEPS and len(in_row) > 1:
            step = _STEPS[key]
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            return in_row[max(0, min(in_row.index(self._pointed) + step, len(in_row) - 1))]
        rows = _ROWS.get(key, _STEPS.get(key, 0))
        other = [place for place, spot in enumerate(spots) if spot.row == here.row + rows]
        return other[min(in_row.index(self._pointed), len(other) - 1)] if other else self._pointed

    def _spot_at(self, point: QPointF) -> int | None:
        return next(
            (
                place
                for place, spot in enumerate(self._drawing.spots)
                if QRectF(spot.x, spot.y, spot.width, spot.height).contains(point)
            ),
            None,
        )

    def _point_at(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.setAccessibleDescription(self.said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.update()

    def _paint_said(self, painter: QPainter, spot: Spot) -> None:
        """A small raised slip above the spot, kept within the picture."""
        theme = self._theme
        type_ = ThemeType(theme)
        size, padding = SAID_SIZE * type_.scale, SAID_PADDING * type_.scale
        text = type_.cut(spot.said, size, self.width() - 2 * padding)
        wide, high = type_.width(text, size) + 2 * padding, size * 1.4 + padding
        x = min(max(spot.x + spot.width / 2 - wide / 2, 0.0), self.width() - wide)
        y = (
            spot.y - high - 2
            if spot.y - high - 2 >= 0
            else min(spot.y + spot.height + 2, self.height() - high)
        )
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(spot.x, spot.y, spot.width, spot.height).adjusted(1, 1, -1, -1))
        slip = QRectF(x, y, wide, high)
        painter.setPen(QPen(theme.colour("line"), theme.border))
        painter.setBrush(theme.colour("raised"))
        painter.drawRect(slip)
        painter.setPen(theme.colour("ink"))
        painter.setFont(type_.font(size))
        painter.drawText(slip, Qt.AlignmentFlag.AlignCenter, text)


def paint_drawing(painter: QPainter, drawing: Drawing, theme: Theme, direction: Qt.LayoutDirection) -> None:
    for thing in drawing.things:
        ink = theme.colour(thing.ink)
        match thing:
            case Bar():
                _paint_bar(painter, thing, QPen(ink, 2), hollow=thing.hollow)
            case Rule():
                painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine if thing.dashed else Qt.PenStyle.SolidLine))
                painter.drawLine(QPointF(thing.x, thing.y), QPointF(thing.to_x, thing.to_y))
            case Label():
                painter.setPen(ink)
                _paint_label(painter, thing, ThemeType(theme), direction)


def _paint_bar(painter: QPainter, bar: Bar, pen: QPen, *, hollow: bool) -> None:
    rect = QRectF(bar.x, bar.y, bar.width, bar.height)
    if not hollow:
        painter.fillRect(rect, pen.color())
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _paint_label(painter: QPainter, label: Label, type_: ThemeType, direction: Qt.LayoutDirection) -> None:
    painter.setFont(type_.font(label.size, bold=label.bold))
    width = painter.fontMetrics().horizontalAdvance(label.text)
    ends = Anchor.START if direction == Qt.LayoutDirection.RightToLeft else Anchor.END
    shift = width / 2 if label.anchor is Anchor.MIDDLE else width if label.anchor is ends else 0.0
    painter.drawText(QPointF(label.x - shift, label.y), label.text)


class PaperType(ThemeType):
    """The same face at its usual size, for files and paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scale = 1.0
