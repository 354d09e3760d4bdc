"""Over the sample shop's desk: that nothing here is real, and the one way out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import hair, label


class SampleStrip(QWidget):
    leave_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        tr = tools.words.tr
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.leave = Button(tools.theme, tr("Start with my own shop"), role=ON_WALL)
        self.leave.setObjectName("leave-sample")
        self.leave.clicked.connect(self.leave_requested)
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(16)
        said = tr("This is a sample shop. Try everything: nothing here is real, and it goes when you leave.")
        row.addWidget(label(said, wrap=True), 1)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hair())
