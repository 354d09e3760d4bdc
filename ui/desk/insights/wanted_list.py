"""The most wanted ideas: the best supported ones that nobody has decided yet, each leading to its answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from app.words import Words
from ui.desk.tools import Tools
from ui.desk.wording import author
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.text_block import lay_out
from ui.shared.theme import Theme

ROW_HEIGHT = 64


class WantedList(QWidget):
    """`idea_requested` carries the id of an idea to be answered."""

    idea_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.setObjectName("insight-wanted")
        tr = tools.words.tr
        self._sentence = label("", "soft", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 8, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("Most wanted"), "large-bold", wrap=True))
        column.addWidget(self._sentence)
        column.addLayout(self._rows)
        column.addStretch()

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        tr = self._tools.words.tr
        clear(self._rows)
        for idea in ideas:
            row = _Row(self._tools.theme, self._tools.words, idea)
            row.clicked.connect(self._request)
            self._rows.addWidget(row)
        self._sentence.setText(
            tr("Judged by how many of those who saw an idea said “me too”.")
            if ideas
            else tr("No idea that waits for a decision has a “me too” yet.")
        )

    def _request(self) -> None:
        sender = self.sender()
        assert isinstance(sender, _Row)
        self.idea_requested.emit(sender.idea.id)


class _Row(QAbstractButton):
    def __init__(self, theme: Theme, words: Words, idea: Idea) -> None:
        super().__init__()
        self._theme = theme
        self.idea = idea
        self._support = (
            words.tr("%(votes)s of %(views)s who saw it", votes=f"{idea.votes:,}", views=f"{idea.views:,}")
            if idea.views >= idea.votes
            else words.tr("Me too %(votes)s", votes=f"{idea.votes:,}")
        )
        self._author = author(idea, words)
        self.setAccessibleName(f"{idea.text}, {self._author}, {self._support}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self._theme.px(ROW_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("paper"))
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = lay_out(" ".join(self.idea.text.split()), theme.font(16), self.width() - 8, max_lines=1)
        text.paint(painter, 0 if not from_right else 8, theme.px(8), theme.colour("ink"))
        small = theme.font(13)
        foot = QRectF(0, theme.px(34), self.width(), theme.px(22))
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if from_right:
            leading, trailing = trailing, leading
        painter.setFont(small)
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(foot, trailing, self._support)
        bold = theme.font(13, bold=True)
        metrics = QFontMetricsF(bold)
        room = foot.width() - QFontMetricsF(small).horizontalAdvance(self._support) - 16
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(foot, leading, metrics.elidedText(self._author, Qt.TextElideMode.ElideRight, room))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))
