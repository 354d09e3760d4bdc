"""Buttons of the desk: the one primary, outlined ones, and quiet verbs with their key beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.theme import RESTING_IN_CONTRAST
from ui.shared.icons import paint_icon
from ui.shared.labels import set_role, tell_about
from ui.shared.mirror import Sides
from ui.shared.theme import Theme

PRIMARY, OUTLINED, ON_WALL, VERB, WORD, CHOICE = "primary", "outlined", "on-wall", "verb", "word", "choice"
UNDERLINED, LINK = "underlined", "link"
ICON_SIZE = {VERB: 18, WORD: 18}
GAP = 8


class Button(QPushButton):
    """A button that paints its own icon, words and key, so that their distances are exact at any text size.

    `text` is written by us, never by a customer. `key` is shown and is not the shortcut itself.
    """

    def __init__(
        self, theme: Theme, text: str, *, role: str = OUTLINED, icon: str = "", key: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._key = key
        self._words = ""
        self._is_compact = False
        set_role(self, role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A QPushButton by itself would never become narrower than its hint.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        if self._key:
            self.setAccessibleDescription(self._key)
            tell_about(self, f"{text} ({self._key})")
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Another key beside the words, or none."""
        if key != self._key:
            self._key = key
            self.setAccessibleDescription(key)
            tell_about(self, "")
            self.set_words(self._words)

    def set_compact(self, compact: bool) -> None:
        """Icon and key alone, where there is no room for the words; they are still said aloud."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.updateGeometry()
            self.update()

    def set_icon(self, name: str) -> None:
        self._icon = name
        self.update()

    @property
    def full_width(self) -> int:
        """The width with all its words."""
        return round(self._content_width(self._words)) + 2 * self._padding()

    @property
    def compact_width(self) -> int:
        """The width with icon and key alone."""
        return round(self._content_width("")) + 2 * self._padding()

    def sizeHint(self) -> QSize:
        padding = self._padding()
        height = {VERB: 32, WORD: 32, CHOICE: 32, UNDERLINED: 24, LINK: 32}.get(self._role(), 40)
        return QSize(round(self._content_width(self._shown_words)) + 2 * padding, self._theme.px(height))

    def minimumSizeHint(self) -> QSize:
        """Where room is short the key goes first; the tooltip still tells it."""
        hint = self.sizeHint()
        if self._key and self._role() in (PRIMARY, OUTLINED, ON_WALL, WORD):
            hint.setWidth(hint.width() - round(self._key_width()))
        return hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._ink()
        words = self._shown_words
        key = "" if self._lacks_room() else self._key
        content = self._content_width(words) - (self._key_width() if self._key and not key else 0)
        left = (self.width() - content) / 2
        if self._role() in (VERB, WORD, CHOICE, UNDERLINED, LINK):
            left = min(left, float(self._padding()))
        if self._icon:
            side = self._icon_side()
            place = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, Sides.of(self).place(place), ink)
            left += side + (GAP if words else 0)
        left = self._write(painter, words, left, self._word_font())
        if self._role() in (UNDERLINED, LINK):
            painter.setPen(ink)
            bottom = self.height() / 2 + self._theme.px(self._size()) * 0.62
            start = Sides.of(self).x(0.0, left)
            painter.drawLine(QPointF(start, bottom), QPointF(start + left, bottom))
        if key:
            gap = GAP * (0.5 if self._role() == VERB else 1.5)
            self._write(painter, key, left + gap, self._key_font())

    def _write(self, painter: QPainter, text: str, left: float, font: QFont) -> float:
        painter.setFont(font)
        painter.setPen(self._ink())
        width = painter.fontMetrics().horizontalAdvance(text)
        rect = Sides.of(self).place(QRectF(left, 0, width + 2, self.height()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        return left + width

    @property
    def _shown_words(self) -> str:
        return "" if self._is_compact else self._words

    def _content_width(self, words: str) -> float:
        width = float(QFontMetrics(self._widest_font()).horizontalAdvance(words)) + 2
        if self._icon:
            width += self._icon_side() + (GAP if words else 0)
        if self._key:
            width += self._key_width()
        return width

    def _key_width(self) -> float:
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key) + GAP * 1.5

    def _lacks_room(self) -> bool:
        return bool(self._key) and self.width() < self.sizeHint().width()

    def _widest_font(self) -> QFont:
        """A word that turns bold when chosen keeps its place."""
        return self._theme.font(self._size(), bold=self.isCheckable() or self._role() == PRIMARY)

    def _word_font(self) -> QFont:
        return self._theme.font(self._size(), bold=self.isChecked() or self._role() == PRIMARY)

    def _size(self) -> int:
        return 13 if self._role() in (VERB, WORD, UNDERLINED) else 16

    def _ink(self) -> QColor:
        role = self._role()
        if not self.isEnabled() and self._theme.is_high_contrast:
            return QColor(RESTING_IN_CONTRAST)
        if not self.isEnabled():
            return self._theme.colour("ink_soft" if role == PRIMARY else "line")
        if role == PRIMARY:
            return self._theme.colour("on_brick")
        quiet = role in (VERB, WORD, CHOICE) and not (self.isChecked() or self.underMouse())
        return self._theme.colour("ink_soft" if quiet else "ink")

    def _key_font(self) -> QFont:
        return self._theme.font(13)

    def _icon_side(self) -> int:
        return self._theme.px(ICON_SIZE.get(self._role(), 20))

    def _padding(self) -> int:
        return self._theme.px({VERB: 4, WORD: 4, CHOICE: 4, UNDERLINED: 0, LINK: 0}.get(self._role(), 16))

    def _role(self) -> str:
        return str(self.property("role"))
