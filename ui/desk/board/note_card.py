"""One note on the drawn board: the customer's words, the tear-off strip, the owner's answer on its slip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from app.domain.ideas import Idea, Response
from app.domain.text import graphemes
from app.note_words import change_mind_line
from app.words import Words
from ui.desk import wording
from ui.shared.mirror import Sides
from ui.shared.notes import SPINE_WIDTH, paint_sheet, paint_slip, paint_tear_line
from ui.shared.stamps import paint_stamp, stamp_size
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

PADDING = 20
STRIP_HEIGHT = 40
SLIP_INSET = 24
OVERHANG = 8
OVERLAP = 8
SHADOW_ROOM = 6
NOTE_LINES = 5
SLIP_LINES = 5
SHORT_TEXT = 60


class NoteCard(QAbstractButton):
    """Pressed, it asks to be opened. Its place is given by the board, its height follows from its width.
    `today` gives the shop's date."""

    def __init__(self, theme: Theme, words: Words, idea: Idea, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._today = today
        self._laid_out_for = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_idea(idea)

    @property
    def idea(self) -> Idea:
        return self._idea

    def show_idea(self, idea: Idea) -> None:
        self._idea = idea
        self._laid_out_for = 0
        self.setAccessibleName(idea.text)
        self.setAccessibleDescription(self._described())
        self.update()

    def forget_layout(self) -> None:
        """After a change of theme: text may need other room."""
        self._laid_out_for = 0

    def height_for(self, width: int) -> int:
        """The height this note wants at `width` px."""
        self._lay_out(width)
        return round(self._note_height() + self._slip_height()) + SHADOW_ROOM

    def sizeHint(self) -> QSize:
        return QSize(300, self.height_for(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        sides = Sides.of(self)
        note = sides.place(QRectF(2, 1, self.width() - OVERHANG - 4, self._note_height()))
        paint_sheet(painter, theme, note, theme.note_paper(self._idea.id.hex))
        self._text.paint(painter, note.left() + PADDING, note.top() + 16, theme.colour("ink"))
        strip_height = theme.px(STRIP_HEIGHT)
        top = note.top() + 32 + self._text.height
        paint_tear_line(painter, theme, note.left() + 2, note.right() - 2, top)
        self._paint_strip(
            painter, QRectF(note.left() + PADDING, top, note.width() - 2 * PADDING, strip_height)
        )
        if self._slip is not None:
            self._paint_slip(painter, note.bottom() - OVERLAP)

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        theme = self._theme
        middle = Qt.AlignmentFlag.AlignVCenter
        number = theme.font(16, bold=True, tabular=True)
        small = theme.font(13)
        votes, me_too = f"{self._idea.votes:,}", self._words.tr("Me too")
        painter.setPen(theme.colour("ink"))
        painter.setFont(number)
        painter.drawText(strip, middle | Qt.AlignmentFlag.AlignRight, votes)
        left = (
            strip.right()
            - QFontMetricsF(number).horizontalAdvance(votes)
            - QFontMetricsF(small).horizontalAdvance(me_too)
            - 6
        )
        painter.setFont(small)
        said = QRectF(left, strip.top(), strip.right() - left, strip.height())
        painter.drawText(Sides.within(strip, painter).place(said), middle, me_too)
        bold = theme.font(13, bold=True)
        name = QFontMetricsF(bold).elidedText(
            wording.author(self._idea, self._words), Qt.TextElideMode.ElideRight, left - strip.left() - 12
        )
        painter.setFont(bold)
        painter.drawText(strip, middle, name)

    def _paint_slip(self, painter: QPainter, top: float) -> None:
        assert self._slip is not None
        theme = self._theme
        sides = Sides.of(self)
        width = self.width() - SLIP_INSET - 2
        rect = sides.place(QRectF(SLIP_INSET, top, width, self._slip_height() + OVERLAP - 2))
        paint_slip(painter, theme, rect)
        inside = Sides.within(rect, painter)
        left = rect.left() + SPINE_WIDTH + 14
        room = self.width() - SLIP_INSET - SPINE_WIDTH - 32
        self._slip.paint(painter, inside.x(left, room), rect.top() + 12, theme.colour("ink"))
        foot = rect.bottom() - theme.px(16) - 18
        response = self._idea.response
        if response is not None:
            painter.setFont(theme.font(13, bold=True))
            painter.setPen(theme.colour("brick"))
            signed = inside.place(QRectF(left, foot, rect.width() / 2, theme.px(28)))
            painter.drawText(signed, Qt.AlignmentFlag.AlignVCenter, response.signed)
            font = theme.font(13, bold=True)
            word = wording.stamp_word(self._idea, self._words, self._today())
            wide = stamp_size(font, word).width()
            paint_stamp(
                painter,
                theme,
                self._idea.status,
                word,
                at=QPointF(inside.x(rect.right() - wide - 12, wide), foot),
                font=font,
            )

    def _lay_out(self, width: int) -> None:
        if self._laid_out_for == width:
            return
        self._laid_out_for = width
        size = 20 if graphemes(self._idea.text) <= SHORT_TEXT else 16
        room = width - OVERHANG - 4 - 2 * PADDING
        self._text = lay_out(self._idea.text, self._theme.font(size), room, max_lines=NOTE_LINES)
        self._slip: TextBlock | None = None
        response = self._idea.response
        if response is not None and self._idea.is_answered:
            slip_room = width - SLIP_INSET - SPINE_WIDTH - 32
            said = _said(response, self._words)
            self._slip = lay_out(
                said, self._theme.font(13), slip_room, max_lines=SLIP_LINES, line_height=1.42
            )

    def _note_height(self) -> float:
        # The strip hides a little under the slip that hangs over its foot.
        return 32 + self._text.height + self._theme.px(STRIP_HEIGHT) + (OVERLAP if self._slip else 0)

    def _slip_height(self) -> float:
        return self._slip.height + self._theme.px(28) + 28 - OVERLAP if self._slip else 0

    def _described(self) -> str:
        idea, words = self._idea, self._words
        parts = [
            wording.author(idea, words),
            words.trn("%(count)s says me too", "%(count)s say me too", idea.votes),
        ]
        if idea.response is not None:
            parts += [wording.stamp_word(idea, words, self._today()), _said(idea.response, words)]
        return ". ".join(parts)


def _said(response: Response, words: Words) -> str:
    parts = (response.text, response.reason, change_mind_line(response.change_mind, words))
    return "\n".join(filter(None, parts))
