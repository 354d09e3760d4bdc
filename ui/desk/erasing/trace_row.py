"""One idea that may be the person's, to be chosen or left: the words, and all that hangs on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.dates import short_day
from app.domain.erasing import FoundBy, Trace
from app.domain.translation import mark
from app.theme import NOTE_RADIUS
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.icons import paint_icon
from ui.shared.text_block import TextBlock, lay_out

PADDING = 12
BOX = 20
GAP = 12
MAX_LINES = 2
FOUND_WORDS = {
    FoundBy.CODE: mark("its claim code"),
    FoundBy.CONTACT: mark("its address"),
    FoundBy.NAME: mark("its name"),
    FoundBy.MENTION: mark("only mentioned in it"),
}


class TraceRow(QAbstractButton):
    """Ticked, it goes; a mention of the name in somebody else's words is not ticked by itself."""

    def __init__(self, tools: Tools, trace: Trace) -> None:
        super().__init__()
        self._tools = tools
        self.trace = trace
        self._words: TextBlock | None = None
        self._facts_block: TextBlock | None = None
        self.setObjectName(f"trace-{trace.idea.id.hex}")
        self.setCheckable(True)
        self.setChecked(trace.found_by is not FoundBy.MENTION)
        self.setAccessibleName(f"{trace.idea.text}. {self.facts}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tools.theme.changed.connect(self._lay_out)

    @property
    def facts(self) -> str:
        trace, words = self.trace, self._tools.words
        parts = [
            wording.author(trace.idea, words),
            words.tr(wording.CHANNEL_WORDS[trace.idea.channel]),
            short_day(trace.idea.created_at.date(), words.language),
            trace.address,
            words.trn("%(count)s reply", "%(count)s replies", trace.replies) if trace.replies else "",
            words.trn("%(count)s answer", "%(count)s answers", trace.answers) if trace.answers else "",
            words.tr("found by %(what)s", what=words.tr(FOUND_WORDS[trace.found_by])),
        ]
        return " · ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        return QSize(self._tools.theme.px(280), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words is None or self._facts_block is None:
            return
        theme, painter = self._tools.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._paint_box(painter, from_right)
        left = PADDING if from_right else self._indent
        top = float(PADDING)
        self._words.paint(painter, left, top, theme.colour("ink"))
        self._facts_block.paint(painter, left, top + self._words.height, theme.colour("ink_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))

    def _paint_box(self, painter: QPainter, from_right: bool) -> None:
        theme, side = self._tools.theme, self._tools.theme.px(BOX)
        left = self.width() - PADDING - side if from_right else PADDING
        box = QRectF(left, PADDING + 1, side, side)
        painter.setPen(QPen(theme.colour("ink" if self.isChecked() or self.underMouse() else "line"), 1.5))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("ink"))

    @property
    def _indent(self) -> int:
        return PADDING + self._tools.theme.px(BOX) + GAP

    def _lay_out(self) -> None:
        theme, room = self._tools.theme, self.width() - self._indent - PADDING
        self._words = lay_out(self.trace.idea.text, theme.font(16), room, max_lines=MAX_LINES)
        self._facts_block = lay_out(self.facts, theme.font(13), room, max_lines=MAX_LINES)
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        if self._words is None or self._facts_block is None:
            return self._tools.theme.px(66)
        return round(self._words.height + self._facts_block.height) + 2 * PADDING
