"""The licence of one work, as its authors wrote it, to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import label

SIZE = QSize(720, 560)
MARGIN = 28
ROOM_LEFT = 24


class LicenceBox(QDialog):
    """Lies over the window; the text alone can be long, so it scrolls."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._window = parent
        self.setObjectName("licence-box")
        self._title = label("", "title", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("licence-text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.leave = Button(tools.theme, tools.words.tr("Close"), key=tools.words.tr("Esc"))
        self.leave.clicked.connect(self.reject)
        self._build()
        FocusRing(self, tools.theme)

    def show_licence(self, title: str, text: str) -> None:
        self.setWindowTitle(title)
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(text)
        theme = self._tools.theme
        wanted = QSize(theme.px(SIZE.width()), theme.px(SIZE.height()))
        self.resize(wanted.boundedTo(self._window.size() - QSize(ROOM_LEFT, ROOM_LEFT)))
        self.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self.text, 1)
        column.addLayout(row)
