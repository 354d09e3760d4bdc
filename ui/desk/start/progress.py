"""How far the first run is: a dash for each step, said in words as well."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.tools import Tools

DASH, GAP, THICK = 28, 8, 4


class Progress(QWidget):
    def __init__(self, tools: Tools, steps: int) -> None:
        super().__init__()
        self._tools = tools
        self._steps = steps
        self._now = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tools.theme.changed.connect(self.updateGeometry)

    def show_step(self, step: int) -> None:
        """Those before `step` are done."""
        self._now = step
        shown = min(step, self._steps)
        said = self._tools.words.tr("Step %(number)s of %(count)s", number=shown, count=self._steps)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        px = self._tools.theme.px
        return QSize(self._steps * (px(DASH) + GAP) - GAP, px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._tools.theme
        painter.setPen(Qt.PenStyle.NoPen)
        dash, top = theme.px(DASH), (self.height() - THICK) / 2
        for number in range(self._steps):
            place = self._steps - 1 - number if self._tools.words.is_right_to_left else number
            is_reached = number < self._now
            painter.setBrush(theme.colour("brick" if is_reached else "hair"))
            box = QRectF(place * (dash + GAP), top, dash, THICK)
            if theme.is_high_contrast and not is_reached:
                box = QRectF(box.left(), box.center().y() - 0.5, dash, 1)
            painter.drawRect(box)
