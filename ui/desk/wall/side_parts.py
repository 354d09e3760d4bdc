"""Beside the board: what could hang next, and what comes down by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.theme import HIGH_CONTRAST, LIGHT
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.mirror import Sides
from ui.shared.notes import paint_sheet
from ui.shared.theme import Theme

PROPOSED_AT_MOST = 4
_BARS = (
    (0.10, 0.10, 0.70, 0.055, "ink"),
    (0.10, 0.195, 0.50, 0.055, "ink"),
    (0.10, 0.32, 0.05, 0.19, "brick"),
    (0.22, 0.335, 0.58, 0.03, "ink_soft"),
    (0.22, 0.405, 0.46, 0.03, "ink_soft"),
    (0.22, 0.475, 0.52, 0.03, "ink_soft"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposed:
    """What it is, and where it would fit; `shape` is width by height of the paper."""

    title: str
    fits: str
    shape: float = 0.7


class SmallSheet(QWidget):
    """A sheet as small as a thumb, to be recognised and not read."""

    WIDTH = 54

    def __init__(self, theme: Theme, shape: float) -> None:
        super().__init__()
        self._theme, self._shape = theme, shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH + 6, round(self.WIDTH / self._shape) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = HIGH_CONTRAST if self._theme.is_high_contrast else LIGHT
        sheet = QRectF(3, 0, self.WIDTH, self.height() - 8)
        paint_sheet(painter, self._theme, sheet, QColor(palette.paper))
        sides = Sides.of(self)
        for left, top, width, height, ink in _BARS:
            bar = QRectF(
                sheet.left() + left * sheet.width(),
                sheet.top() + top * sheet.height(),
                width * sheet.width(),
                height * sheet.height(),
            )
            painter.fillRect(sides.place(bar), QColor(getattr(palette, ink)))


class NextBox(QWidget):
    """`hang_requested`: print what is proposed and hang it."""

    hang_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shown: Sequence[Proposed] | None = None
        self.setObjectName("wall-next")
        tr = tools.words.tr
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._more = label("", "small", wrap=True)
        self._nothing = label(tr("Nothing new is answered and not printed yet."), "small", wrap=True)
        self.hang = Button(tools.theme, tr("Hang these"), role=UNDERLINED)
        self.hang.setObjectName("wall-hang-these")
        self.hang.clicked.connect(self.hang_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("Next on the wall"), "heading", wrap=True))
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addWidget(self._nothing)
        column.addWidget(self.hang, 0, Qt.AlignmentFlag.AlignLeading)

    def show_proposed(self, proposed: Sequence[Proposed]) -> None:
        if proposed == self._shown:
            return
        self._shown = list(proposed)
        words, count = self._tools.words, len(proposed)
        clear(self._rows)
        for each in proposed[:PROPOSED_AT_MOST]:
            self._rows.addWidget(self._row(each))
        more = count - PROPOSED_AT_MOST
        self._more.setVisible(more > 0)
        self._more.setText(words.trn("And %(count)s more.", "And %(count)s more.", max(more, 1)))
        self._nothing.setVisible(not count)
        self.hang.setVisible(bool(count))
        self.hang.set_words(words.tr("Hang it") if count == 1 else words.tr("Hang these"))

    def _row(self, proposed: Proposed) -> QWidget:
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(proposed.title, wrap=True))
        words.addWidget(label(proposed.fits, "small", wrap=True))
        row.addWidget(SmallSheet(self._tools.theme, proposed.shape), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        return made


class DownBox(QWidget):
    """What hangs its last days. Nothing to press: each sheet carries its date at the foot."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("wall-come-down")
        self._said = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tools.words.tr("Come down this week"), "heading", wrap=True))
        column.addWidget(self._said)

    def say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self.setVisible(bool(sentence))
