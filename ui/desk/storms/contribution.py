"""One contribution in a chain: a note with its author at the foot, and whether it is on the shortlist."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from app.domain.chains import Building
from app.domain.ideas import Idea
from app.note_words import link_word
from app.theme import NOTE_RADIUS
from app.words import Words
from ui.desk import wording
from ui.shared.icons import paint_icon
from ui.shared.mirror import Sides
from ui.shared.notes import paint_sheet
from ui.shared.text_block import lay_out
from ui.shared.theme import Theme

PADDING = 16
FIRST_SIZE, NEXT_SIZE = 20, 16
MOST_LINES = 8
FOOT = 28
BOX = 18
# The sheet is a little smaller than its widget: its shadow needs room.
SIDE_ROOM, SHADOW_ROOM = 2, 7


class Contribution(QAbstractButton):
    """Pressed, it asks to be opened; its box, or the key S, asks `picked` to put it on the shortlist."""

    picked = Signal()

    def __init__(self, theme: Theme, words: Words, building: Building) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._laid_out_for = 0
        self.is_picked = False
        self.may_pick = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_building(building)

    @property
    def idea(self) -> Idea:
        return self.building.idea

    def show_building(self, building: Building) -> None:
        self.building = building
        self._laid_out_for = 0
        self.setObjectName(f"contribution-{building.idea.id.hex}")
        self.setAccessibleName(building.idea.text)
        self._describe()
        self.update()

    def show_picking(self, *, picked: bool, may_pick: bool) -> None:
        if (picked, may_pick) != (self.is_picked, self.may_pick):
            self.is_picked, self.may_pick = picked, may_pick
            self._describe()
            self.update()

    def forget_layout(self) -> None:
        """After a change of theme: text may need other room."""
        self._laid_out_for = 0

    def height_for(self, width: int) -> int:
        self._lay_out(width)
        return round(14 + self._text.height + self._theme.px(FOOT) + 8) + SHADOW_ROOM

    def sizeHint(self) -> QSize:
        return QSize(256, self.height_for(256))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.may_pick and self.picking_place().contains(event.position()):
            self.setDown(False)
            self.picked.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(SIDE_ROOM, 1, self.width() - 2 * SIDE_ROOM, self.height() - SHADOW_ROOM)
        paint_sheet(painter, theme, sheet, theme.note_paper(self.idea.id.hex))
        left = Sides.of(self).x(SIDE_ROOM + PADDING, self._room)
        self._text.paint(painter, left, sheet.top() + 14, theme.colour("ink"))
        self._paint_foot(painter)

    def _paint_foot(self, painter: QPainter) -> None:
        theme, place = self._theme, self.picking_place()
        shows = self.may_pick or self.is_picked
        bold = theme.font(13, bold=True)
        top = 15 + self._text.height
        room = self._room - (place.width() + 8 if shows else 0)
        name = QFontMetricsF(bold).elidedText(
            wording.author(self.idea, self._words), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        foot = Sides.of(self).place(QRectF(SIDE_ROOM + PADDING, top, room, theme.px(FOOT)))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, name)
        if shows:
            self._paint_picking(painter, place)

    def _paint_picking(self, painter: QPainter, place: QRectF) -> None:
        theme, sides, side = self._theme, Sides.of(self), self._theme.px(BOX)
        # The box stands at the note's edge, its word before it.
        edge = self.width() - SIDE_ROOM - PADDING - side
        box = sides.place(QRectF(edge, place.center().y() - side / 2, side, side))
        strong = self.is_picked or self.underMouse() or self.hasFocus()
        painter.setPen(QPen(theme.colour("ink" if strong else "line"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.may_pick:
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), NOTE_RADIUS, NOTE_RADIUS)
        if self.is_picked:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("ink"))
        if strong:
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("ink_soft"))
            said = place.adjusted(0, 0, -side - 6, 0)
            if sides.from_right:
                said = place.adjusted(side + 6, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
            painter.drawText(said, flags, self._words.tr("Shortlist"))

    def picking_place(self) -> QRectF:
        """Word and box, at the outer end of the foot."""
        font = QFontMetricsF(self._theme.font(13))
        width = font.horizontalAdvance(self._words.tr("Shortlist")) + self._theme.px(BOX) + 8
        top, left = 15 + self._text.height, self.width() - SIDE_ROOM - PADDING - width
        return Sides.of(self).place(QRectF(left, top, width, self._theme.px(FOOT)))

    @property
    def _room(self) -> float:
        return self.width() - 2 * (SIDE_ROOM + PADDING)

    def _lay_out(self, width: int) -> None:
        if self._laid_out_for == width:
            return
        self._laid_out_for = width
        size = NEXT_SIZE if self.building.depth else FIRST_SIZE
        room = width - 2 * (SIDE_ROOM + PADDING)
        self._text = lay_out(
            self.idea.text, self._theme.font(size), room, max_lines=MOST_LINES, line_height=1.34
        )

    def _describe(self) -> None:
        words, link = self._words, self.building.link
        parts = [wording.author(self.idea, words)]
        if link is not None:
            parts.insert(0, link_word(link, words))
        if self.is_picked:
            parts.append(words.tr("on the shortlist"))
        self.setAccessibleDescription(". ".join(parts))


def corner(sides: Sides, x: float, y: float) -> QPointF:
    """A point `x` from the leading edge."""
    return QPointF(sides.x(x, 0), y)
