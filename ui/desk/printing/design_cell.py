"""A design as a small picture with its name: what the sheet will look like, before it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.domain.notices import Design
from app.theme import LIGHT, NOTE_RADIUS, RADIUS
from ui.desk.tools import Tools
from ui.shared.painted_button import PaintedButton
from ui.shared.papers import design_in_words

PAPER = QSize(54, 72)
PADDING = 8


class DesignCell(PaintedButton):
    """Chosen: bold, on paper, framed in ink."""

    def __init__(self, tools: Tools, design: Design) -> None:
        super().__init__()
        self._theme = tools.theme
        self._design = design
        self._words = design_in_words(design, tools.words)
        self.setCheckable(True)
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tools.theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = round(QFontMetricsF(self._theme.font(13, bold=True)).horizontalAdvance(self._words)) + 2
        return QSize(
            max(words, PAPER.width()) + 2 * PADDING,
            PAPER.height() + self._theme.px(20) + 2 * PADDING,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (3.0 if theme.is_high_contrast else 2.0) if chosen else 1.0
        painter.setPen(QPen(theme.colour("ink" if chosen or self.underMouse() else "line"), width))
        painter.setBrush(theme.colour("paper" if chosen else "wall"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        paper = QRectF((self.width() - PAPER.width()) / 2, PADDING, PAPER.width(), PAPER.height())
        _paint_design(painter, self._design, paper)
        painter.setPen(theme.colour("ink" if chosen or self.underMouse() else "ink_soft"))
        painter.setFont(theme.font(13, bold=chosen))
        foot = QRectF(0, paper.bottom(), self.width(), self.height() - paper.bottom())
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._words)


def _paint_design(painter: QPainter, design: Design, paper: QRectF) -> None:
    """Paper stays paper, also in the dark."""
    painter.setPen(QPen(QColor(LIGHT.hair), 1))
    painter.setBrush(QColor(LIGHT.paper))
    painter.drawRoundedRect(paper, NOTE_RADIUS, NOTE_RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    note = QRectF(paper.left() + 6, paper.top() + 7, paper.width() - 12, 27)
    words = LIGHT.ink
    if design is Design.WARM:
        painter.fillRect(note, QColor(LIGHT.butter))
    elif design is Design.BOLD:
        painter.fillRect(note, QColor(LIGHT.brick))
        words = LIGHT.on_brick
    for line, share in enumerate((0.82, 0.7, 0.46)):
        _line(painter, note.left() + 4, note.top() + 5 + 7 * line, (note.width() - 8) * share, 3.5, words)
    answer = QRectF(
        note.left() + (5 if design is Design.WARM else 0), note.bottom() + 4, note.width() - 5, 15
    )
    if design is Design.WARM:
        answer.translate(0, -7)
        painter.fillRect(answer, QColor(LIGHT.paper))
    painter.fillRect(QRectF(answer.left(), answer.top(), 2.5, answer.height()), QColor(LIGHT.brick))
    for line, share in enumerate((0.8, 0.62)):
        _line(painter, answer.left() + 6, answer.top() + 3 + 6 * line, 30 * share, 2, LIGHT.ink_soft)
    painter.fillRect(QRectF(note.left(), paper.bottom() - 14, 8, 8), QColor(LIGHT.ink))


def _line(painter: QPainter, left: float, top: float, width: float, height: float, colour: str) -> None:
    painter.fillRect(QRectF(left, top, width, height), QColor(colour))
