"""Paints one row of the inbox: two lines of the customer's words, who, and what is left of the promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.ideas import HeldFor, Idea, Visibility
from app.domain.inbox import is_due_again, is_trial_over
from app.theme import FOCUS_WIDTH, RADIUS
from app.words import Words
from ui.desk import wording
from ui.desk.inbox.list_model import IDEA_ROLE, MATCH_ROLE, TAGS_ROLE
from ui.shared.icons import STATUS_ICONS, paint_icon
from ui.shared.mirror import Sides
from ui.shared.stamps import stamp_ink
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

PADDING = 20
TOP = 12
GAP = 4
BAR_WIDTH = 4
MAX_LINES = 2
# From here on every row gets the same height: asking each of them is felt, already at a page of the list.
MANY_ROWS = 100
CACHED_BLOCKS = 4000


class RowDelegate(QStyledItemDelegate):
    """`days_left` says how many open days remain for an idea, `today` the shop's date."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        days_left: Callable[[Idea], int],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._days_left = days_left
        self._today = today
        self._blocks: dict[tuple[str, int], TextBlock] = {}
        theme.changed.connect(self._blocks.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        idea = index.data(IDEA_ROLE)
        view = option.widget
        assert isinstance(view, QListView)
        width = view.viewport().width()
        lines = MAX_LINES if view.uniformItemSizes() else self._block(idea.text, width).lines
        pitch = round(self._theme.px(16) * 1.36)
        return QSize(width, TOP * 2 + lines * pitch + GAP + self._theme.px(20) + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        idea: Idea = index.data(IDEA_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, chosen)
        block = self._block(idea.text, rect.width())
        block.paint(painter, rect.left() + PADDING, rect.top() + TOP, self._theme.colour("ink"))
        foot = QRectF(
            rect.left() + PADDING,
            rect.bottom() - TOP - self._theme.px(20) + 1,
            rect.width() - 2 * PADDING,
            self._theme.px(20),
        )
        match = index.data(MATCH_ROLE)
        quiet = f"\u2068{match}\u2069" if match else wording.tags_in_words(index.data(TAGS_ROLE))
        self._paint_foot(painter, idea, quiet, foot)
        if focused:
            painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), RADIUS, RADIUS)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painter.fillRect(rect, theme.colour("paper"))
            bar = QRectF(rect.left(), rect.top(), BAR_WIDTH, rect.height())
            painter.fillRect(Sides.within(QRectF(rect), painter).place(bar), theme.colour("brick"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("ink"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hair"))

    def _paint_foot(self, painter: QPainter, idea: Idea, quiet: str, foot: QRectF) -> None:
        right = self._paint_standing(painter, idea, foot)
        font = self._theme.font(13, bold=True)
        room = right - foot.left() - 12
        name = QFontMetricsF(font).elidedText(
            wording.author(idea, self._words), Qt.TextElideMode.ElideRight, room * (0.6 if quiet else 1)
        )
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if quiet:
            left = QFontMetricsF(font).horizontalAdvance(name) + 10
            beside = foot.adjusted(left, 0, room - foot.width(), 0)
            self._paint_quietly(painter, quiet, Sides.within(foot, painter).place(beside))

    def _paint_quietly(self, painter: QPainter, said: str, room: QRectF) -> None:
        """After the name: where it was found, else its tags; as many letters of them as fit."""
        font = self._theme.font(13)
        text = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_soft"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_standing(self, painter: QPainter, idea: Idea, foot: QRectF) -> float:
        """At the right: what is left of the promise, or what was decided. Answers where it begins."""
        theme = self._theme
        text, colour, icon, bold = self._standing_of(idea)
        font = theme.font(13, bold=bold)
        width = QFontMetricsF(font).horizontalAdvance(text)
        left = foot.right() - width
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        sides = Sides.within(foot, painter)
        said = sides.place(QRectF(left, foot.top(), width + 2, foot.height()))
        painter.drawText(said, Qt.AlignmentFlag.AlignVCenter, text)
        if icon:
            side = theme.px(16)
            left -= side + 6
            place = QRectF(QPointF(left, foot.center().y() - side / 2), QSize(side, side).toSizeF())
            ink = stamp_ink(theme, idea.status) if idea.is_answered else theme.colour(colour)
            paint_icon(painter, icon, sides.place(place), ink)
        return left

    def _standing_of(self, idea: Idea) -> tuple[str, str, str, bool]:
        """Words, colour, icon, bold."""
        words = self._words
        if idea.merged_into is not None:
            return words.tr("put together"), "ink_soft", "merge", False
        if idea.visibility is Visibility.HIDDEN:
            return words.tr(wording.VISIBILITY_WORDS[idea.visibility]), "ink_soft", "hide", False
        if is_trial_over(idea, self._today()):
            return words.tr("the trial is over"), "brick", STATUS_ICONS[idea.status], True
        if is_due_again(idea, self._today()):
            return words.tr("to look at again"), "brick", STATUS_ICONS[idea.status], True
        if idea.is_answered:
            return wording.stamp_word(idea, words), "ink_soft", STATUS_ICONS[idea.status], False
        if idea.held_for is not None:
            return held_word(idea.held_for, words), "ochre", "warning", False
        days = self._days_left(idea)
        icon = "lock" if idea.visibility is Visibility.PRIVATE else ""
        pressing = wording.is_pressing(days)
        return wording.promise_word(days, words), "brick" if pressing else "ink_soft", icon, pressing

    def _block(self, text: str, width: int) -> TextBlock:
        key = (text, width)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) > CACHED_BLOCKS:
                self._blocks.clear()
            block = lay_out(text, self._theme.font(16), width - 2 * PADDING, max_lines=MAX_LINES)
            self._blocks[key] = block
        return block


def held_word(reason: HeldFor, words: Words) -> str:
    """Why an idea was set aside for a closer look."""
    return {
        HeldFor.TOO_FAST: words.tr("sent very fast"),
        HeldFor.TRAP: words.tr("maybe a robot"),
        HeldFor.FLOOD: words.tr("one of many at once"),
        HeldFor.TWIN: words.tr("said before"),
        HeldFor.STAFF: words.tr("maybe about your staff"),
        HeldFor.PERSON: words.tr("maybe about a customer"),
        HeldFor.HEALTH: words.tr("maybe about somebody's health"),
    }[reason]
