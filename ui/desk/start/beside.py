"""Beside the question: the real thing that its answer changes, drawn while the person answers."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.dates import day_in_words, short_weekdays
from app.domain.promise import answer_due, is_open
from app.domain.shop import Shop
from app.theme import LIGHT, NOTE_RADIUS, in_colour_of
from ui.desk.start.opening_words import OpeningLine, opening_lines
from ui.desk.tools import Tools
from ui.shared.icons import paint_icon
from ui.shared.notes import paint_paper
from ui.shared.text_block import lay_out

PADDING = 28
MOST_DAYS = 63
DAYS_IN_A_ROW = 7


class Drawn(QWidget):
    """A sheet of paper drawn for one shop. Paper is light in every theme: so customers will see it."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._shop: Shop | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        tools.theme.changed.connect(self.updateGeometry)

    def show_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.setAccessibleDescription(self.says())
        self.updateGeometry()
        self.update()

    def says(self) -> str:
        """What stands on it, for those who hear it."""
        return ""

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._draw(None, width)) if self._shop is not None else 120

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shop is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._draw(None, self.width())
        paint_paper(painter, QRectF(2, 1, self.width() - 4, height - 5), QColor(LIGHT.raised))
        self._draw(painter, self.width())

    @property
    def _brick(self) -> QColor:
        assert self._shop is not None
        return QColor(in_colour_of(self._shop.colour, LIGHT).brick)

    def _draw(self, painter: QPainter | None, width: int) -> float:
        """Draw it, or with no painter only measure; gives its height."""
        raise NotImplementedError

    def _text(
        self, painter: QPainter | None, text: str, box: tuple[float, float, float], size: int, colour: QColor,
        *, bold: bool = False, lines: int = 3,
    ) -> float:  # fmt: skip
        """`box` is left, top, width; gives where the text ends."""
        left, top, width = box
        font = self._tools.theme.font(size, bold=bold)
        block = lay_out(text, font, max(1.0, width), max_lines=lines, line_height=1.25)
        if painter is not None:
            block.paint(painter, left, top, colour)
        return top + block.height


class DoorSign(Drawn):
    """The opening hours as they hang on the door."""

    def says(self) -> str:
        return "\n".join(f"{line.days}: {line.hours}" for line in self._lines())

    def _lines(self) -> list[OpeningLine]:
        assert self._shop is not None
        return opening_lines(self._shop.open_weekdays, self._shop.hours, self._tools.words)

    def _draw(self, painter: QPainter | None, width: int) -> float:
        assert self._shop is not None
        theme, words = self._tools.theme, self._tools.words
        ink, soft = QColor(LIGHT.ink), QColor(LIGHT.ink_soft)
        inner = float(width - 2 * PADDING)
        name = self._shop.name.strip() or words.tr("Your shop")
        y = self._text(painter, name, (PADDING, PADDING, inner), 16, soft, bold=True, lines=2) + 6
        y = self._text(painter, words.tr("We are open"), (PADDING, y, inner), 31, self._brick, bold=True) + 18
        for line in self._lines():
            if painter is not None:
                painter.setPen(QPen(QColor(LIGHT.hair), 1))
                painter.drawLine(PADDING, round(y), width - PADDING, round(y))
            y += 10
            y = self._text(painter, line.days, (PADDING, y, inner), 16, ink, bold=not line.is_closed)
            y = self._text(painter, line.hours, (PADDING, y, inner), 20, soft if line.is_closed else ink) + 10
        closed = self._next_closed()
        if closed:
            y = self._text(painter, closed, (PADDING, y + 6, inner), 13, soft, lines=4)
        return y + PADDING + theme.px(4)

    def _next_closed(self) -> str:
        assert self._shop is not None
        today = self._shop.local_date(self._tools.clock.now())
        coming = sorted(day for day in self._shop.closed_days if day >= today)[:3]
        if not coming:
            return ""
        days = ", ".join(day_in_words(day, self._tools.words.language) for day in coming)
        return self._tools.words.tr("Closed on %(days)s", days=days)


class DueDays(Drawn):
    """An idea of today, and the open days until it is answered."""

    def says(self) -> str:
        return self._sentence()

    def _sentence(self) -> str:
        assert self._shop is not None
        due = answer_due(self._shop, self._tools.clock.now())
        return self._tools.words.tr("Answered by %(day)s.", day=day_in_words(due, self._tools.words.language))

    def _draw(self, painter: QPainter | None, width: int) -> float:
        assert self._shop is not None
        words, theme = self._tools.words, self._tools.theme
        ink, soft = QColor(LIGHT.ink), QColor(LIGHT.ink_soft)
        inner = float(width - 2 * PADDING)
        y = self._text(painter, words.tr("Today somebody writes"), (PADDING, PADDING, inner), 13, soft) + 6
        idea = words.tr("Could you open at half past six?")
        y = self._text(painter, idea, (PADDING, y, inner), 25, ink, lines=5) + 20
        side = min(float(theme.px(44)), (inner - 6 * (DAYS_IN_A_ROW - 1)) / DAYS_IN_A_ROW)
        days = self._days()
        for number, day in enumerate(days):
            row, column = divmod(number, DAYS_IN_A_ROW)
            if self._tools.words.is_right_to_left:
                column = DAYS_IN_A_ROW - 1 - column
            box = QRectF(PADDING + column * (side + 6), y + row * (side + 6), side, side)
            if painter is not None:
                self._draw_day(painter, box, day, is_due=day == days[-1])
        y += -(-len(days) // DAYS_IN_A_ROW) * (side + 6) + 12
        y = self._text(painter, self._sentence(), (PADDING, y, inner), 20, self._brick, bold=True)
        note = words.tr("Closed days do not count.")
        return self._text(painter, note, (PADDING, y + 4, inner), 13, soft) + PADDING

    def _days(self) -> list[date]:
        """From tomorrow to the day it is due."""
        assert self._shop is not None
        now = self._tools.clock.now()
        today, due = self._shop.local_date(now), answer_due(self._shop, now)
        count = min(MOST_DAYS, (due - today).days)
        return [today + timedelta(days=number) for number in range(1, count + 1)]

    def _draw_day(self, painter: QPainter, box: QRectF, day: date, *, is_due: bool) -> None:
        assert self._shop is not None
        is_counted = is_open(self._shop, day)
        painter.setPen(
            QPen(QColor(LIGHT.line), 1, Qt.PenStyle.SolidLine if is_counted else Qt.PenStyle.DotLine)
        )
        painter.setBrush(self._brick if is_due else QColor(LIGHT.butter if is_counted else LIGHT.raised))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), NOTE_RADIUS, NOTE_RADIUS)
        colour = LIGHT.raised if is_due else LIGHT.ink if is_counted else LIGHT.ink_soft
        painter.setPen(QColor(colour))
        word = short_weekdays(self._tools.words.language)[day.weekday()]
        font = self._tools.theme.font(13, bold=is_due)
        share = (box.width() - 4) / max(1.0, QFontMetricsF(font).horizontalAdvance(word))
        if share < 1:
            font.setPixelSize(max(8, int(font.pixelSize() * share)))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


class PinPlate(Drawn):
    """The kiosk asking for its PIN; of what is typed only the number of digits is drawn."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self._typed = 0

    def show_typed(self, digits: int) -> None:
        self._typed = digits
        self.update()

    def _draw(self, painter: QPainter | None, width: int) -> float:
        assert self._shop is not None
        words, theme = self._tools.words, self._tools.theme
        inner = float(width - 2 * PADDING)
        side = float(theme.px(28))
        if painter is not None:
            paint_icon(painter, "lock", QRectF(PADDING, PADDING, side, side), self._brick)
        y = PADDING + side + 12
        y = self._text(
            painter, words.tr("Close the kiosk"), (PADDING, y, inner), 25, QColor(LIGHT.ink), bold=True
        )
        y += 16
        dot, gap = float(theme.px(18)), float(theme.px(14))
        for number in range(max(4, self._typed)):
            left = PADDING + number * (dot + gap)
            if painter is not None and left + dot < width - PADDING:
                painter.setPen(QPen(QColor(LIGHT.line), 1.5))
                painter.setBrush(self._brick if number < self._typed else QColor(LIGHT.raised))
                painter.drawEllipse(QRectF(left, y, dot, dot))
        y += dot + 20
        key = min(float(theme.px(52)), (inner - 20) / 3)
        if painter is not None:
            self._draw_keys(painter, y, key)
        return y + 4 * (key + 10) + PADDING - 10

    def _draw_keys(self, painter: QPainter, top: float, key: float) -> None:
        painter.setFont(self._tools.theme.font(20))
        for number, digit in enumerate("123456789 0"):
            row, column = divmod(number, 3)
            box = QRectF(PADDING + column * (key + 10), top + row * (key + 10), key, key)
            if digit.strip():
                painter.setPen(QPen(QColor(LIGHT.line), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
                painter.setPen(QColor(LIGHT.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
