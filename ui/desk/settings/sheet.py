"""The plain sheet that most sections are written on: a title, a sentence, and what can be set below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.labels import hair, label

WIDTH = 680
MARGIN = 40


class SettingsSheet(QScrollArea):
    """Scrolls when it is longer than the window, and keeps to a width that reads well."""

    def __init__(self, tools: Tools, title: str, sentence: str = "") -> None:
        super().__init__()
        self._tools = tools
        self._inside = QWidget()
        self._inside.setProperty("role", "plain")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(MARGIN, 28, MARGIN, 40)
        self.column.setSpacing(8)
        self.column.addWidget(label(title, "title", wrap=True))
        if sentence:
            self.column.addWidget(label(sentence, "soft", wrap=True))
        self.column.addSpacing(16)
        self.setWidgetResizable(True)
        # The arrow keys move it; a click beside its fields means nothing, and no ring.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidget(self._inside)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def add(self, part: QWidget | QLayout) -> None:
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)

    def add_heading(self, text: str) -> None:
        """Something of its own begins below it."""
        self.column.addSpacing(20)
        self.column.addWidget(hair())
        self.column.addSpacing(12)
        self.column.addWidget(label(text, "large-bold", wrap=True))

    def end(self) -> None:
        """Nothing more comes: what there is stands at the top."""
        self.column.addStretch()

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self._tools.theme.px(WIDTH) + 2 * MARGIN)
