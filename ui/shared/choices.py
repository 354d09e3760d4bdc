"""Fields that open: their chevron is ours, in the theme's ink and at the person's text size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QToolButton, QWidget

from ui.shared.icons import icon, paint_icon
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
        self._is_dressed = False
        self.setCalendarPopup(True)
        theme.changed.connect(self._undress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The calendar is made when it may be opened; most date fields are only passed by."""
        super().focusInEvent(event)
        if not self._is_dressed:
            self._is_dressed = True
            _dress(self.calendarWidget(), self._theme)

    def _undress(self) -> None:
        self._is_dressed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self, self._theme)


def _dress(calendar: QCalendarWidget, theme: Theme) -> None:
    """Chevrons in the theme's ink, and weekends like other days: closed days are the shop's affair."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for name, drawing in (("prev", "chevron-left"), ("next", "chevron-right")):
        step = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if step is not None:
            step.setIcon(icon(drawing, theme.colour("ink"), theme.px(SIDE)))


def _paint_chevron(field: QWidget, theme: Theme) -> None:
    side = theme.px(SIDE)
    from_right = field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = theme.px(INSET) if from_right else field.width() - side - theme.px(INSET)
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(left, (field.height() - side) / 2, side, side)
    paint_icon(painter, "chevron-down", place, theme.colour("ink_soft"))
    painter.end()
