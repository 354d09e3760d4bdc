"""The strip at the foot of the window while something prints: which page, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import hair, label


class PrintingStrip(QWidget):
    stop_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        tr = tools.words.tr
        self.setObjectName("printing-strip")
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = label("", wrap=True)
        self.said.setObjectName("printing-said")
        self.stop = Button(tools.theme, tr("Stop printing"), role=ON_WALL)
        self.stop.setObjectName("stop-printing")
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(16)
        row.addWidget(self.said, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hair())
        column.addLayout(row)
        self.hide()

    def show_page(self, title: str, page: int, pages: int) -> None:
        tr = self._tools.words.tr
        self.said.setText(
            tr("Printing page %(page)s of %(pages)s: %(title)s", page=page, pages=pages, title=title)
        )
        self.show()

    def begin(self, title: str) -> None:
        self.stop.setEnabled(True)
        self.said.setText(self._tools.words.tr("Printing %(title)s", title=title))
        self.show()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.said.setText(self._tools.words.tr("Stopping after this page …"))
        self.stop_requested.emit()
