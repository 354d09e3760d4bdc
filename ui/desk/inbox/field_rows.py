"""What a decision asks for besides: quiet words left, their field right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.shared.labels import label
from ui.shared.large_text import direction_for, is_large
from ui.shared.theme import Theme


class SideBySide(QWidget):
    """Parts in a row, one under the other in large text; `wide` takes the room that is left."""

    def __init__(self, theme: Theme, *parts: QWidget, wide: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        for part in parts:
            self._line.addWidget(part, 1 if part is wide else 0)
        if wide is None:
            self._line.addStretch()
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._line.setDirection(direction_for(self._theme))


class FieldRows(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 10, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._place)

    def add(self, words: str, field: QWidget) -> None:
        self._rows.append((label(words, "small", wrap=True), field))
        self._place()

    def show_row(self, field: QWidget, shown: bool) -> None:
        for name, each in self._rows:
            if each is field:
                name.setVisible(shown)
                each.setVisible(shown)

    def _place(self) -> None:
        large = is_large(self._theme)
        self._grid.setColumnMinimumWidth(0, 0 if large else self._theme.px(84))
        self._grid.setColumnStretch(0, 1 if large else 0)
        self._grid.setColumnStretch(1, 0 if large else 1)
        for number, (name, field) in enumerate(self._rows):
            self._grid.removeWidget(name)
            self._grid.removeWidget(field)
            name.setMaximumWidth(16_777_215 if large else self._theme.px(132))
            row = 2 * number if large else number
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, row + large, 0 if large else 1)
