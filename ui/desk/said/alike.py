"""What was said before and is alike: offered while typing, each with a key that links it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from app.words import Words
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label
from ui.shared.painted_button import PaintedButton
from ui.shared.text_block import lay_out
from ui.shared.theme import Theme

MOST_ROWS = 4
HEIGHT = 52
PADDING = 12
BAR_WIDTH = 4
GAP = 12


class AlikeList(QWidget):
    """`chosen` carries the Idea that a row or its key links, or None when it is let go again."""

    chosen = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._linked: Idea | None = None
        self._rows = [AlikeRow(tools.theme, tools.words, place + 1) for place in range(MOST_ROWS)]
        self._title = label(tools.words.tr("Said before? Its key gives it one more voice."), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        for place, row in enumerate(self._rows):
            column.addWidget(row)
            row.clicked.connect(lambda _checked=False, place=place: self.choose_row(place))
            bind(self, f"Ctrl+{place + 1}", partial(self.choose_row, place), context=WINDOW)
        self.show_ideas(())

    @property
    def linked(self) -> Idea | None:
        return self._linked

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """The one that is linked stays first, whatever is typed on."""
        first = [self._linked] if self._linked is not None else []
        rest = [idea for idea in ideas if idea.id != self._linked_id]
        shown = [*first, *rest][:MOST_ROWS]
        for row, idea in zip(self._rows, [*shown, *[None] * (MOST_ROWS - len(shown))], strict=True):
            row.show_idea(idea, is_linked=idea is not None and idea.id == self._linked_id)
        self.setVisible(bool(shown))

    def choose_row(self, place: int) -> None:
        idea = self._rows[place].idea
        if idea is not None:
            self.link(None if idea.id == self._linked_id else idea)

    def link(self, idea: Idea | None) -> None:
        self._linked = idea
        for row in self._rows:
            row.show_idea(row.idea, is_linked=row.idea is not None and row.idea.id == self._linked_id)
        self.chosen.emit(idea)

    def clear(self) -> None:
        self._linked = None
        self.show_ideas(())

    @property
    def _linked_id(self) -> UUID | None:
        return self._linked.id if self._linked is not None else None


class AlikeRow(PaintedButton):
    """One line of the idea's words; under it who said it, how many, and what became of it."""

    def __init__(self, theme: Theme, words: Words, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._key = words.tr("Ctrl %(number)s", number=number)
        self.idea: Idea | None = None
        self.setObjectName(f"alike-{number}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self._key)

    def show_idea(self, idea: Idea | None, *, is_linked: bool) -> None:
        self.idea = idea
        self.setVisible(idea is not None)
        self.setChecked(is_linked)
        if idea is not None:
            self.setAccessibleName(f"{idea.text}. {self._facts(idea)}")
        self.update()

    def nextCheckState(self) -> None:
        """Whoever listens decides."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.idea is None:
            return
        theme, painter = self._theme, QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour("paper"))
            painter.fillRect(self._bar(), theme.colour("brick"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))
        inner = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        key_font = theme.font(13, tabular=True)
        key_width = QFontMetricsF(key_font).horizontalAdvance(self._key) + 2
        key = QRectF(inner.right() - key_width, 0, key_width, self.height())
        left, room = float(inner.left()), inner.width() - key_width - GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            key.moveLeft(inner.left())
            left += key_width + GAP
        ink = theme.colour("ink" if self.isChecked() or self.underMouse() else "ink_soft")
        painter.setFont(key_font)
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(key, Qt.AlignmentFlag.AlignVCenter, self._key)
        words = lay_out(self.idea.text, theme.font(16, bold=self.isChecked()), room, max_lines=1)
        facts = lay_out(self._facts(self.idea), theme.font(13), room, max_lines=1)
        top = (self.height() - words.height - facts.height) / 2
        words.paint(painter, left, top, theme.colour("ink"))
        facts.paint(painter, left, top + words.height, ink)

    def _bar(self) -> QRectF:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(self.width() - BAR_WIDTH if from_right else 0, 0, BAR_WIDTH, self.height())

    def _facts(self, idea: Idea) -> str:
        words = self._words
        voices = words.tr("Me too %(count)s", count=idea.votes) if idea.votes else ""
        became = wording.stamp_word(idea, words) if idea.is_answered else ""
        return " · ".join(part for part in (wording.author(idea, words), voices, became) if part)
