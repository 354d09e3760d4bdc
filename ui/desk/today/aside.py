"""What else there is, beside what customers wait for: small parts, each with one button at most.

A new one is a class here or in a file of its own, made in `SideColumn`; what it tells of comes with the Day.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.today.day import Day
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, Button
from ui.shared.icons import paint_icon
from ui.shared.labels import hair, label
from ui.shared.theme import Theme

GAP = 20


class Aside(QWidget):
    """`show_day` says whether it has anything to tell; it is not seen otherwise."""

    asked = Signal()

    def __init__(self, tools: Tools, name: str, *, is_alarm: bool = False, icon: str = "") -> None:
        super().__init__()
        self.tools = tools
        self.setObjectName(f"aside-{name}")
        self._parting = QWidget()
        parting = QVBoxLayout(self._parting)
        parting.setContentsMargins(0, GAP, 0, GAP - 10)
        parting.addWidget(hair())
        self.title = label("", "alarm" if is_alarm else "heading", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self.button = Button(tools.theme, "", role=OUTLINED, icon=icon)
        self.button.setObjectName(f"do-{name}")
        self.button.clicked.connect(self.asked)
        self.button.hide()
        head = QHBoxLayout()
        head.setSpacing(10)
        if is_alarm:
            head.addWidget(_Icon(tools.theme, "warning", "brick"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._parting)
        column.addLayout(head)
        column.addLayout(self.body)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_day(self, day: Day) -> bool:
        raise NotImplementedError

    def part(self, parted: bool) -> None:
        """Whether a hairline parts it from what stands above."""
        self._parting.setVisible(parted)

    def offer(self, words: str) -> None:
        self.button.set_words(words)
        self.button.setVisible(bool(words))


class _Icon(QWidget):
    def __init__(self, theme: Theme, name: str, ink: str) -> None:
        super().__init__()
        self._theme, self._name, self._ink = theme, name, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(20), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), self._theme.colour(self._ink))


class Squares(QWidget):
    """One for each of the last answers: full for a promise that was kept, hollow for a broken one."""

    SIDE, SPACE, MOST = 18, 4, 15

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_kept(self, kept: tuple[bool, ...], described: str) -> None:
        self._kept = kept
        self.setAccessibleName(described)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(self.SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        step = min(theme.px(self.SIDE + self.SPACE), self.width() / self.MOST)
        side = step - theme.px(self.SPACE)
        for place, kept in enumerate(self._kept):
            left = self.width() - place * step - side if self._is_mirrored else place * step
            square = QRectF(left, (self.height() - side) / 2, side, side)
            if kept:
                painter.fillRect(square, theme.colour("leaf"))
            else:
                painter.setPen(QPen(theme.colour("rose"), 2))
                painter.drawRect(square.adjusted(1, 1, -1, -1))

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class SmallSheets(QWidget):
    """Sheets as small as a thumb, to be recognised and not read."""

    WIDTH, HEIGHT, SPACE, MOST = 54, 76, 14, 3

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = min(count, self.MOST)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._count * (self.WIDTH + self.SPACE), self.HEIGHT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        for place in range(self._count):
            left = place * (self.WIDTH + self.SPACE) + (self.SPACE - 1 if from_right else 1)
            self._paint_sheet(painter, QRectF(left, 1, self.WIDTH, self.HEIGHT))

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("hair"), theme.border))
        painter.setBrush(theme.colour("paper"))
        painter.drawRect(sheet)
        for top, width, height, left, ink in (
            (8, 0.74, 4, 7, "ink"),
            (15, 0.52, 4, 7, "ink"),
            (27, 0.05, 17, 7, "brick"),
            (27, 0.58, 2, 13, "ink_soft"),
            (33, 0.46, 2, 13, "ink_soft"),
            (39, 0.52, 2, 13, "ink_soft"),
        ):
            bar = QRectF(sheet.left() + left, sheet.top() + top, sheet.width() * width, height)
            painter.fillRect(bar, theme.colour(ink))
