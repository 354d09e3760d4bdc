"""The chosen idea as the note it is: its own paper, the words large, a strip with who and how many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ideas import Idea
from app.domain.private_parts import find_private
from app.domain.text import graphemes
from app.words import Words
from ui.desk import wording
from ui.shared.mirror import Sides
from ui.shared.notes import paint_sheet, paint_tear_line
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

PADDING = 28
STRIP_HEIGHT = 48
SHADOW_ROOM = 6
# Short ideas are set larger, long ones smaller, as on every face.
SIZES = ((180, 25), (320, 20), (10_000, 16))


class NoteView(QWidget):
    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._idea: Idea | None = None
        self._day = ""
        self._place = ""
        self._block: TextBlock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._lay_out)

    def show_idea(self, idea: Idea, *, day: str, place: str) -> None:
        """`place` is where its QR code hung, empty when it came another way."""
        self._idea, self._day, self._place = idea, day, place
        self.setAccessibleName(idea.own_text)
        self.setAccessibleDescription(self._origin())
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._idea is None or self._block is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(0, 0, self.width(), self.height() - SHADOW_ROOM).adjusted(2, 1, -2, 0)
        paint_sheet(painter, theme, paper, theme.note_paper(self._idea.id.hex))
        self._block.paint(painter, PADDING, theme.px(24), theme.colour("ink"))
        strip = QRectF(
            paper.left(), paper.bottom() - self._strip_height(), paper.width(), self._strip_height()
        )
        paint_tear_line(painter, theme, strip.left() + 2, strip.right() - 2, strip.top())
        self._paint_strip(painter, strip.adjusted(PADDING - 2, 0, -PADDING + 2, 0))

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        assert self._idea is not None
        theme = self._theme
        votes = f"{self._idea.votes:,}"
        number = theme.font(20, bold=True, tabular=True)
        small = theme.font(13)
        number_width = QFontMetricsF(number).horizontalAdvance(votes)
        me_too = self._words.tr("Me too")
        left_of_votes = strip.right() - number_width - QFontMetricsF(small).horizontalAdvance(me_too) - 8
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("ink"))
        painter.setFont(number)
        painter.drawText(strip, middle | Qt.AlignmentFlag.AlignRight, votes)
        painter.setFont(small)
        sides = Sides.within(strip, painter)
        said = QRectF(left_of_votes, strip.top(), strip.right() - left_of_votes, strip.height())
        painter.drawText(sides.place(said), middle, me_too)
        bold = theme.font(13, bold=True)
        room = left_of_votes - strip.left() - 16
        name = QFontMetricsF(bold).elidedText(
            self._idea.own_name or self._words.tr("A guest"), Qt.TextElideMode.ElideRight, room * 0.6
        )
        painter.setFont(bold)
        painter.drawText(strip, middle, name)
        taken = QFontMetricsF(bold).horizontalAdvance(name)
        rest = QFontMetricsF(small).elidedText(
            f", {self._origin()}", Qt.TextElideMode.ElideRight, room - taken
        )
        painter.setFont(small)
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(sides.place(strip.adjusted(taken, 0, 0, 0)), middle, rest)

    def _origin(self) -> str:
        assert self._idea is not None
        channel = self._words.tr(wording.CHANNEL_WORDS[self._idea.channel])
        if self._place:
            channel = self._words.tr("%(channel)s at %(place)s", channel=channel, place=self._place)
        return f"{channel}, {self._day}"

    def _lay_out(self) -> None:
        if self._idea is None:
            return
        text = self._idea.own_text
        length = graphemes(text)
        size = next(size for limit, size in SIZES if length <= limit)
        self._block = lay_out(
            text,
            self._theme.font(size),
            max(80, self.width() - 2 * PADDING),
            line_height=1.38,
            underlined=[(part.start, part.end) for part in find_private(text)],
        )
        self.setFixedHeight(self._height())
        self.update()

    def _strip_height(self) -> int:
        return self._theme.px(STRIP_HEIGHT)

    def _height(self) -> int:
        text = self._block.height if self._block else self._theme.px(40)
        return round(text) + 2 * self._theme.px(24) + self._strip_height() + SHADOW_ROOM
