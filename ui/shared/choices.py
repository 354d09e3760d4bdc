"""Fields that open: their chevron is ours, in the theme's ink and at the person's text size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from ui.shared.icons import paint_icon
from ui.shared.theme import Theme

SIDE = 18
INSET = 8


class Choice(QComboBox):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self, self._theme)


class DayChoice(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self, self._theme)


def _paint_chevron(field: QWidget, theme: Theme) -> None:
    side = theme.px(SIDE)
    from_right = field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = theme.px(INSET) if from_right else field.width() - side - theme.px(INSET)
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(left, (field.height() - side) / 2, side, side)
    paint_icon(painter, "chevron-down", place, theme.colour("ink_soft"))
    painter.end()
