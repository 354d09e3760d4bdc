"""What was chosen: a bar for each idea on the shortlist, the most first; a tie or a thin turnout is said."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.tallies import Count
from app.words import Words
from ui.desk import wording as shop_words
from ui.desk.storms import wording
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.mirror import Sides
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

BAR_HEIGHT = 10
SHOWN = 12


class TallyView(QWidget):
    """`idea_requested` carries the id of an idea."""

    idea_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._view: StormView | None = None
        self._shows_all = False
        self._said: object = None
        self.setObjectName("storm-tally")
        self._title = label("", "heading", wrap=True)
        self._told = label("", "soft", wrap=True)
        self._told.setObjectName("storm-turnout")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = Button(tools.theme, "", role=UNDERLINED)
        self.more.setObjectName("tally-more")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: StormView) -> None:
        self._view = view
        tally = view.tally
        self.setVisible(tally is not None and bool(tally.counts))
        if tally is None:
            return
        words = self._tools.words
        by_id = {idea.id: idea for idea in view.ideas}
        leads = wording.leading_words(tally, by_id, words)
        counts = self._tools.words.tr("What is chosen so far")
        self._title.setText(counts if view.phase is Phase.CHOOSING else words.tr("What was chosen"))
        self._told.setText(" ".join(filter(None, (leads, wording.turnout_words(tally, view.phase, words)))))
        self._fill(by_id)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._view is not None:
            self.show_view(self._view)

    def _fill(self, by_id: dict[UUID, Idea]) -> None:
        view = self._view
        assert view is not None
        assert view.tally is not None
        counts = [count for count in view.tally.counts if count.idea_id in by_id]
        shown = counts if self._shows_all else counts[:SHOWN]
        self.more.setVisible(len(shown) < len(counts))
        words = self._tools.words
        more = len(counts) - len(shown)
        self.more.set_words(words.trn("and %(count)s more", "and %(count)s more", more))
        said = [(count, by_id[count.idea_id].text) for count in shown]
        if said == self._said:
            return
        self._said = said
        clear(self._rows)
        most = max((count.total for count in shown), default=0)
        for count in shown:
            row = _CountRow(self._tools.theme, words, by_id[count.idea_id], count, most)
            row.clicked.connect(lambda _checked=False, id=count.idea_id: self.idea_requested.emit(id))
            self._rows.addWidget(row)


class _CountRow(QAbstractButton):
    def __init__(self, theme: Theme, words: Words, idea: Idea, count: Count, most: int) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._idea, self._count, self._most = idea, count, most
        self._text: TextBlock | None = None
        self.setObjectName(f"count-{idea.id.hex}")
        self.setAccessibleName(f"{idea.text}. {self._told()}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    def sizeHint(self) -> QSize:
        return QSize(300, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text is None:
            return
        painter, theme, sides = QPainter(self), self._theme, Sides.of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._text.paint(painter, sides.x(0, self._room), 8, theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing
        painter.setFont(theme.font(20, bold=True, tabular=True))
        painter.setPen(theme.colour("ink"))
        number = sides.place(QRectF(self.width() - self._number_room, 6, self._number_room, theme.px(28)))
        painter.drawText(number, flags, f"{self._count.total:,}")
        top = 8 + self._text.height
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink_soft"))
        below = sides.place(QRectF(0, top, self._room, theme.px(20)))
        told = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(below, told, self._foot(below.width()))
        self._paint_bar(painter, sides, top + theme.px(22))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))

    def _paint_bar(self, painter: QPainter, sides: Sides, top: float) -> None:
        theme = self._theme
        share = self._count.total / self._most if self._most else 0.0
        height = theme.px(BAR_HEIGHT)
        whole = sides.place(QRectF(0, top, self.width(), height))
        leads = bool(self._most) and self._count.total == self._most
        painter.fillRect(whole, theme.colour("mat"))
        if share:
            done = sides.place(QRectF(0, top, max(2.0, self.width() * share), height))
            painter.fillRect(done, theme.colour("brick" if leads else "ink_soft"))

    def _foot(self, room: float) -> str:
        font = QFontMetricsF(self._theme.font(13))
        return font.elidedText(self._told(), Qt.TextElideMode.ElideRight, room)

    def _told(self) -> str:
        """Who said it, and by which way it was chosen."""
        words, count = self._words, self._count
        author = shop_words.author(self._idea, words)
        if not count.ballots:
            return author
        votes = words.trn("%(count)s by me too", "%(count)s by me too", count.votes)
        ballots = words.trn("%(count)s by ballot", "%(count)s by ballot", count.ballots)
        return f"{author} · {votes} · {ballots}"

    @property
    def _number_room(self) -> int:
        return self._theme.px(64)

    @property
    def _room(self) -> float:
        return max(40.0, self.width() - self._number_room - 12)

    def _lay_out(self) -> None:
        self._text = lay_out(self._idea.text, self._theme.font(16), self._room, max_lines=2)
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        text = self._text.height if self._text else self._theme.px(22)
        return round(8 + text + self._theme.px(22 + BAR_HEIGHT) + 12)
